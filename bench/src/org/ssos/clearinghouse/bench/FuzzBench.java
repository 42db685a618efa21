package org.ssos.clearinghouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.ssos.clearinghouse.faults.JavaProcess;
import org.ssos.clearinghouse.fuzz.Targets;

/**
 * {@code ./clearinghouse bench fuzz [target|all] [minutes] [seed]}: Jazzer tries each target in a process of its own, led
 * by what of our code an input reached, until ten million inputs or so many minutes. What goes wrong is written to
 * {@code target/fuzz}.
 */
final class FuzzBench {
    private static final int MINUTES = 30;
    private static final long INPUTS = 10_000_000;

    /** Choices for one input; more are never asked for. */
    private static final int LONGEST = 512;

    private static final int STARTS = 20;
    private static final String CORPUS = "corpus";
    private static final Path FOLDER = Path.of("target", "fuzz");
    private static final Pattern COVERAGE = Pattern.compile("\\bcov: (\\d+)");

    private FuzzBench() {}

    @SuppressWarnings("SystemOut")
    static void main(String[] arguments) throws Exception {
        var name = arguments.length > 0 ? arguments[0] : "all";
        int minutes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : MINUTES;
        // libFuzzer takes no more than 32 bits, and draws one of its own for 0.
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1 + System.nanoTime() % 1_000_000_000;
        Collection<String> targets = name.equals("all") ? Targets.names() : List.of(name);
        System.out.println("Seed " + seed);
        boolean sound = true;
        for (var target : targets) sound &= run(target, minutes, seed);
        System.exit(sound ? 0 : 1);
    }

    @SuppressWarnings("SystemOut")
    private static boolean run(String target, int minutes, long seed) throws IOException, InterruptedException {
        var folder = FOLDER.resolve(target);
        begin(folder.resolve(CORPUS), seed);
        Files.deleteIfExists(folder.resolve(FuzzedTarget.REPORT));
        var log = folder.resolve("jazzer.log");
        int status = JavaProcess.command(
                        List.of(
                                "-Xmx1g",
                                // The names of no other machine are known: links in what is tried lead nowhere, at
                                // once.
                                "-Djdk.net.hosts.file=" + hosts(folder),
                                "-D" + FuzzedTarget.NAME + "=" + target,
                                "-D" + FuzzedTarget.FOLDER + "=" + folder),
                        "com.code_intelligence.jazzer.Jazzer",
                        options(minutes, seed, folder).toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        var report = folder.resolve(FuzzedTarget.REPORT);
        var found = Files.exists(report) ? Files.readString(report) : "stopped without a report; see " + log + "\n";
        System.out.print(target + ": " + found.replaceFirst("\n", ", coverage " + coverage(log) + " branches\n"));
        return status == 0 && found.lines().count() == 1;
    }

    /** What Jazzer starts from: long rows of choices. From nothing it would first have to find out that long ones help. */
    private static void begin(Path corpus, long seed) throws IOException {
        Files.createDirectories(corpus);
        var random = new Random(seed);
        for (int i = 0; i < STARTS; i++) {
            var choices = new byte[LONGEST];
            random.nextBytes(choices);
            Files.write(corpus.resolve("start-" + i), choices);
        }
    }

    private static Path hosts(Path folder) throws IOException {
        return Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
    }

    private static List<String> options(int minutes, long seed, Path folder) {
        return List.of(
                "--target_class=" + FuzzedTarget.class.getName(),
                "--instrumentation_includes=org.ssos.clearinghouse.**",
                "--instrumentation_excludes=org.ssos.clearinghouse.fuzz.**:org.ssos.clearinghouse.bench.**",
                "--custom_hook_includes=org.ssos.clearinghouse.**",
                // It takes the requests of the target to its own site for requests to strangers.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery",
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-runs=" + INPUTS,
                "-max_total_time=" + minutes * 60,
                "-max_len=" + LONGEST,
                "-len_control=0",
                "-rss_limit_mb=0",
                "-timeout=60",
                "-seed=" + seed,
                folder.resolve(CORPUS).toString());
    }

    private static String coverage(Path log) throws IOException {
        var last = "unknown";
        for (var line : Files.readAllLines(log)) {
            var found = COVERAGE.matcher(line);
            if (found.find()) last = found.group(1);
        }
        return last;
    }
}
