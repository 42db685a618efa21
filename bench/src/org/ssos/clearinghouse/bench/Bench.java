package org.ssos.clearinghouse.bench;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.ssos.clearinghouse.PublishTime;

/**
 * What {@code ./clearinghouse bench} starts: {@code http}, {@code crash}, {@code curators}, {@code publish}, or JMH with
 * its own options.
 */
public final class Bench {
    private static final List<String> QUESTIONS = List.of("-h", "-l", "-lp", "-lprof", "-lrf");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("http")) {
            HttpBench.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else if (arguments.length > 0 && arguments[0].equals("crash")) {
            CrashBench.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else if (arguments.length > 0 && arguments[0].equals("curators")) {
            CuratorsBench.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else if (arguments.length > 0 && arguments[0].equals("publish")) {
            PublishTime.main(Arrays.copyOfRange(arguments, 1, arguments.length));
        } else if (Arrays.stream(arguments).anyMatch(QUESTIONS::contains)) {
            Main.main(arguments);
        } else {
            Growth.print(new Runner(new CommandLineOptions(arguments)).run());
        }
    }
}
