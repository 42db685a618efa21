package org.ssos.clearinghouse;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.Git;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.faults.JavaProcess;
import org.ssos.clearinghouse.publishing.Stepped;

/**
 * Kills a real program while it publishes, starts it again, and says what is not as it must be. All runs share one
 * folder, so that each begins with what the one before left.
 */
public final class CrashRuns implements Closeable {
    private static final List<String> ENTRIES = List.of("crash-one", "crash-two", "crash-three");
    private final Path folder;
    private final @Nullable Path scratch;
    private final SplittableRandom random;
    private Process program;
    private BufferedReader output;

    /** @param folder empty; everything happens in it */
    public CrashRuns(Path folder, long seed) throws Exception {
        this(folder, null, seed);
    }

    /** @param scratch where another process left its classes, so that each start takes less */
    public CrashRuns(Path folder, @Nullable Path scratch, long seed) throws Exception {
        this.folder = folder;
        this.scratch = scratch;
        random = new SplittableRandom(seed);
        prepare();
        start();
    }

    /** The names of all steps, in their order. */
    public static List<String> steps() {
        return Stepped.steps();
    }

    /**
     * Kills the program at a step.
     *
     * @param edited whether somebody edits a file by hand before it starts again
     * @return what is wrong afterwards
     */
    public List<String> at(String step, boolean edited) throws Exception {
        return run(step, edited);
    }

    /** Kills the program at some moment, maybe with an edit by hand. */
    public List<String> anywhere() throws Exception {
        return run(null, random.nextBoolean());
    }

    private List<String> run(@Nullable String step, boolean edited) throws Exception {
        tell(step == null ? CrashSite.ON : step);
        if (step == null) {
            await(output, CrashSite.READY);
            // Up to some publications later; where exactly is up to the machine.
            var lines = random.nextInt(1, 12);
            for (int line = 0; line < lines; line++) remember(output.readLine());
            TimeUnit.MICROSECONDS.sleep(random.nextInt(200_000));
        } else {
            await(output, CrashSite.AT + step);
        }
        // By its handle: what it said last can still be read.
        program.toHandle().destroyForcibly();
        program.waitFor();
        // What it said before it died was decided.
        for (var line = output.readLine(); line != null; line = output.readLine()) remember(line);
        output.close();
        if (edited) edit();
        var wrong = start();
        Files.deleteIfExists(folder.resolve(CrashSite.EDITED_NOW));
        return wrong;
    }

    private void tell(String step) throws IOException {
        var input = program.outputWriter(StandardCharsets.UTF_8);
        input.write(step + "\n");
        input.flush();
    }

    /** Ends the program that waits for the next run. */
    @Override
    public void close() throws IOException {
        program.destroyForcibly();
        output.close();
    }

    private void await(BufferedReader output, String expected) throws IOException {
        for (var line = output.readLine(); ; line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException("The program ended before: " + expected + "\n" + errors());
            }
            if (line.equals(expected)) return;
            remember(line);
        }
    }

    private void remember(@Nullable String line) throws IOException {
        if (line == null || !line.startsWith(CrashSite.DECIDED)) return;
        Files.writeString(
                folder.resolve("decided.txt"),
                line.substring(CrashSite.DECIDED.length()) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** As an editor does it: in place, or by a new file under the old name. */
    private void edit() throws IOException {
        var id = ENTRIES.get(random.nextInt(ENTRIES.size()));
        var file = folder.resolve("content/resources/" + id + ".yaml");
        var text = Files.readString(file) + "# edited by hand " + random.nextInt(1_000_000) + "\n";
        if (random.nextBoolean()) {
            Files.writeString(file, text);
        } else {
            var fresh = file.resolveSibling(".fresh");
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createDirectories(folder.resolve("edits"));
        Files.writeString(folder.resolve("edits").resolve(id), text);
        Files.writeString(folder.resolve(CrashSite.EDITED_NOW), id);
    }

    /** Starts the program, and says what it finds wrong when it has recovered. */
    private List<String> start() throws IOException {
        program = process();
        output = program.inputReader(StandardCharsets.UTF_8);
        var wrong = new ArrayList<String>();
        for (var line = output.readLine(); !CrashSite.CHECKED.equals(line); line = output.readLine()) {
            if (line == null) throw new IllegalStateException("It does not start: " + errors());
            wrong.add(line);
        }
        return wrong;
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors.txt"));
    }

    private Process process() throws IOException {
        var builder = command();
        builder.redirectError(folder.resolve("errors.txt").toFile());
        builder.environment().put("CLEARINGHOUSE_LOG_LEVEL", "ERROR");
        return builder.start();
    }

    private ProcessBuilder command() throws IOException {
        var main = CrashSite.class.getName();
        return scratch == null
                ? JavaProcess.command(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), main, folder.toString())
                : JavaProcess.quick(scratch, List.of(), main, folder.toString());
    }

    /** All vocabularies and rules, and a few entries. */
    private void prepare() throws Exception {
        var content = folder.resolve("content");
        for (var part : List.of("schema", "vocabulary", "search", "vetting")) {
            copy(Path.of("content", part), content.resolve(part));
        }
        Files.createDirectories(content.resolve("resources"));
        for (var id : ENTRIES) {
            Files.writeString(content.resolve("resources/" + id + ".yaml"), """
                    id: %s
                    title: Sample before
                    type: guide
                    publisher: Sample office
                    summary: Says how to hold a meeting.
                    topics: [mtss]
                    audiences: [district]
                    coverage: {statewide: true}
                    links:
                      - {label: Guide, url: 'https://example.org/%s'}
                    asked_as: [one a, two b, three c, four d, five e, six f, seven g, eight h]
                    provenance:
                      sources:
                        - {url: 'https://example.org/'}
                      compiled: '2026-11-21'
                      confidence: high
                    """.formatted(id, id));
        }
        Files.write(folder.resolve(CrashSite.ENTRIES_FILE), ENTRIES);
        Files.writeString(folder.resolve("decided.txt"), "");
        Files.writeString(folder.resolve(".gitignore"), "*\n!content/\n!content/**\n");
        try (var repository = Git.init().setDirectory(folder.toFile()).call()) {
            repository.add().addFilepattern("content").call();
            repository
                    .commit()
                    .setMessage("content: begin")
                    .setAuthor("Sample", "sample@example.org")
                    .setSign(false)
                    .call();
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList())
                Files.copy(file, to.resolve(file.getFileName().toString()));
        }
    }
}
