package org.ssos.clearinghouse.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import org.ssos.clearinghouse.CrashRuns;

/** {@code ./clearinghouse bench crash [times] [seed]}: kills a publishing program again and again. */
final class CrashBench {
    private static final int TIMES = 200;

    private CrashBench() {}

    @SuppressWarnings("SystemOut")
    static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : TIMES;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        var folder = Files.createTempDirectory("crash");
        System.out.println("Seed " + seed + ", in " + folder);
        var runs = new CrashRuns(folder, seed);
        var wrong = new ArrayList<String>();
        var steps = CrashRuns.steps();
        for (int number = 0; number < times; number++) {
            // Each step first, with and without an edit by hand; then anywhere.
            var found = number < 2 * steps.size()
                    ? runs.at(steps.get(number % steps.size()), number >= steps.size())
                    : runs.anywhere();
            for (var each : found) {
                wrong.add(each);
                System.out.println("kill " + (number + 1) + ": " + each);
            }
            if ((number + 1) % 10 == 0) System.out.println((number + 1) + " kills, " + wrong.size() + " wrong");
        }
        runs.close();
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
