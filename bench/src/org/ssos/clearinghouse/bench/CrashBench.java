package org.ssos.clearinghouse.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ssos.clearinghouse.CrashRuns;
import org.ssos.clearinghouse.faults.KillRuns;

/**
 * {@code ./clearinghouse bench crash [times] [seed]}: kills again and again, in turn a whole site while people write to
 * it, and the publishing alone, at each of its steps and then anywhere.
 */
final class CrashBench {
    private static final int TIMES = 200;

    private CrashBench() {}

    @SuppressWarnings("SystemOut")
    static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TIMES;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        var folder = Files.createTempDirectory("crash");
        System.out.println("Seed " + seed + ", in " + folder);
        var classes = Files.createDirectories(folder.resolve("classes"));
        var publishing = Files.createDirectories(folder.resolve("publishing"));
        var wrong = new ArrayList<String>();
        try (var sites = new KillRuns(classes, seed);
                var runs = new CrashRuns(publishing, classes, seed)) {
            var steps = CrashRuns.steps();
            long start = System.nanoTime();
            for (int number = 0; number < times; number++) {
                int step = number / 2;
                List<String> found;
                if (number % 2 == 0) found = sites.next();
                // Each step first, with and without an edit by hand; then anywhere.
                else if (step < 2 * steps.size()) found = runs.at(steps.get(step % steps.size()), step >= steps.size());
                else found = runs.anywhere();
                for (var each : found) {
                    wrong.add(each);
                    System.out.println("kill " + (number + 1) + ": " + each);
                }
                if ((number + 1) % 10 == 0) {
                    System.out.printf(
                            "%d kills, %d wrong, %d changes acknowledged, %.1f s a kill%n",
                            number + 1,
                            wrong.size(),
                            sites.accepted(),
                            (System.nanoTime() - start) / 1e9 / (number + 1));
                }
            }
        }
        System.out.printf("%d kills, %d wrong%n", times, wrong.size());
        if (wrong.isEmpty()) delete(folder);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private static void delete(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
