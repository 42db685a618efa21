package org.ssos.clearinghouse.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.ssos.clearinghouse.Main;
import org.ssos.clearinghouse.faults.Traffic.Answer;

/**
 * A site with 256 MB at work for a long time: readers, curators, visitors who send something in, and each minute an edit
 * by hand and an import beside it. Each minute its memory and its open files are looked at.
 */
public final class SoakRun {
    private static final int CURATORS = 4;
    private static final int CASES = 60;
    private static final int READERS = 4;
    private static final String EDITED = "initiatives/21csla.yaml";

    /** One file for each process: what is imported beside the site has the same options. */
    private static final String COLLECTIONS = "collections-%p.log";

    /** What the collector says of a full collection, such as {@code Pause Full (Diagnostic Command) 131M->98M(256M)}. */
    private static final Pattern HEAP = Pattern.compile("Pause Full .*->(\\d+)M\\(");

    private static final long MEGABYTE = 1 << 20;

    /** The first minutes fill what is kept on purpose; from here on nothing may grow. */
    private static final int STEADY_FROM = 5;

    private static final double MOST_GROWTH = 1.1;

    /** Connections come and go; this many more are no growth. */
    private static final int SOME_HANDLES = 20;

    private final PrintStream out;

    /**
     * @param heap after a full collection, in bytes
     * @param pages how many answers there were by now
     */
    private record Sample(int minute, long heap, long resident, int handles, int pages, long unexpected) {}

    private SoakRun(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs for so many minutes and prints a table.
     *
     * @return whether there was no unexpected error, and neither memory nor open files grew
     */
    public static boolean of(int minutes, Path scratch, PrintStream out) throws Exception {
        Prepared.delete(scratch);
        Files.createDirectories(scratch);
        try (var prepared = Prepared.with(CURATORS, CASES);
                var trial = new Trial(
                        prepared,
                        scratch.resolve("soak"),
                        (main, arguments) -> JavaProcess.command(
                                List.of("-Xmx256m", "-Xlog:gc:file=" + scratch.resolve(COLLECTIONS)), main, arguments),
                        Traffic.Pace.STEADY,
                        Map.of(),
                        List.of(),
                        Map.of())) {
            return new SoakRun(out).run(trial, minutes, scratch);
        }
    }

    private boolean run(Trial trial, int minutes, Path scratch) throws Exception {
        trial.begin(READERS);
        out.println("| minute | heap after a full collection | resident | open files | answers | unexpected |");
        out.println("|---|---|---|---|---|---|");
        var samples = new ArrayList<Sample>();
        long start = System.nanoTime();
        for (int minute = 1; minute <= minutes; minute++) {
            int number = minute;
            trial.edit(EDITED, text -> text.replaceFirst("(?m)^title: .*$", "title: Minute " + number) + "# by hand\n");
            imported(trial, scratch, number);
            trial.pass(Duration.ofNanos(start + Duration.ofMinutes(minute).toNanos() - System.nanoTime()));
            var sample = sample(trial, minute, scratch);
            samples.add(sample);
            out.printf(
                    "| %d | %.1f MB | %d MB | %d | %d | %d |%n",
                    minute,
                    sample.heap() / (double) MEGABYTE,
                    sample.resident() / MEGABYTE,
                    sample.handles(),
                    sample.pages(),
                    sample.unexpected());
        }
        var found = trial.end();
        var wrong = new ArrayList<>(found.wrong());
        long unexpected = samples.getLast().unexpected();
        if (unexpected > 0) wrong.add(unexpected + " unexpected answers: " + unexpectedOnes(trial));
        found.log().stream().filter(line -> line.contains("ERROR")).forEach(line -> wrong.add("In the log: " + line));
        checkGrowth(samples, wrong);
        out.println("\nReaders saw " + found.readers() + ".\nCurators saw " + found.curators() + ".\n"
                + found.accepted() + " changes acknowledged.");
        wrong.forEach(line -> out.println("Not as it must be: " + line));
        out.println(wrong.isEmpty() ? "Steady." : "Not steady.");
        return wrong.isEmpty();
    }

    /** Another program that writes to the same database. */
    private static void imported(Trial trial, Path scratch, int number) throws Exception {
        var table = scratch.resolve("import.csv");
        Files.writeString(
                table,
                "kind,title,link,summary\nresource,Imported " + number + ",https://example.org/imported/" + number
                        + ",Helps.\n");
        var process = trial.command(
                        Main.class.getName(),
                        "import",
                        "entries",
                        table.toString(),
                        "--as",
                        trial.importer(),
                        "--apply")
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES))
            process.destroyForcibly().onExit().join();
        int status = process.exitValue();
        if (status != 0) trial.wrong().add("The import of minute " + number + " ended with status " + status);
    }

    /** The heap is what the collector wrote of it; asked afterwards, it would hold new garbage already. */
    private static Sample sample(Trial trial, int minute, Path scratch) throws IOException {
        var site = trial.running();
        ask(site, "GC.run");
        var collections = scratch.resolve(COLLECTIONS.replace("%p", Long.toString(site.id())));
        long heap = HEAP.matcher(Files.readString(collections))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)) * MEGABYTE)
                .reduce(0, (_, last) -> last);
        var answers = trial.traffic().answers();
        return new Sample(
                minute,
                heap,
                site.resident().orElse(0L),
                site.handles().orElse(0),
                answers.size(),
                answers.stream().filter(SoakRun::isUnexpected).count());
    }

    private static String ask(SiteProcess site, String what) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(site.id()), what)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A reader gets the right page, always; a writer is answered, if only that others were faster. */
    private static boolean isUnexpected(Answer answer) {
        return answer.who() == Traffic.Who.READER
                ? !answer.isGood()
                : answer.status() == 0 || answer.status() >= 500 || answer.status() == 404;
    }

    private static String unexpectedOnes(Trial trial) {
        return Traffic.statuses(
                trial.traffic().answers().stream().filter(SoakRun::isUnexpected).toList());
    }

    private static void checkGrowth(List<Sample> samples, List<String> wrong) {
        var first = samples.get(Math.min(STEADY_FROM, samples.size()) - 1);
        var last = samples.getLast();
        if (last.heap() > first.heap() * MOST_GROWTH) {
            wrong.add("The heap grew from " + first.heap() / MEGABYTE + " to " + last.heap() / MEGABYTE
                    + " MB after minute " + first.minute());
        }
        if (last.handles() > first.handles() + SOME_HANDLES) {
            wrong.add("Open files grew from " + first.handles() + " to " + last.handles());
        }
    }
}
