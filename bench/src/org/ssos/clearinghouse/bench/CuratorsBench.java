package org.ssos.clearinghouse.bench;

import java.time.Duration;
import org.ssos.clearinghouse.CuratorsRun;

/** {@code ./clearinghouse bench curators [seconds] [seed]}: twenty curators act at once on fifty cases. */
final class CuratorsBench {
    private static final int SECONDS = 60;

    private CuratorsBench() {}

    @SuppressWarnings("SystemOut")
    static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SECONDS;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("Seed " + seed);
        var found = CuratorsRun.of(Duration.ofSeconds(seconds), seed);
        found.wrong().forEach(System.out::println);
        System.out.printf(
                "%d seconds, answers by status %s, %d published, %d wrong%n",
                seconds, found.answers(), found.published(), found.wrong().size());
        System.exit(found.wrong().isEmpty() ? 0 : 1);
    }
}
