package org.ssos.clearinghouse.bench;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.ssos.clearinghouse.PublishTime;

/** What {@code ./clearinghouse bench} starts: one of the commands named here, or JMH with its own options. */
public final class Bench {
    private static final List<String> QUESTIONS = List.of("-h", "-l", "-lp", "-lprof", "-lrf");

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var rest = arguments.length > 0 ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments;
        switch (arguments.length > 0 ? arguments[0] : "") {
            case "http" -> HttpBench.main(rest);
            case "start" -> StartBench.main(rest);
            case "load" -> LoadBench.main(rest);
            case "soak" -> SoakBench.main(rest);
            case "faults" -> FaultsBench.main(rest);
            case "crash" -> CrashBench.main(rest);
            case "curators" -> CuratorsBench.main(rest);
            case "fuzz" -> FuzzBench.main(rest);
            case "publish" -> PublishTime.main(rest);
            default -> measure(arguments);
        }
    }

    private static void measure(String[] arguments) throws Exception {
        if (Arrays.stream(arguments).anyMatch(QUESTIONS::contains)) {
            Main.main(arguments);
        } else {
            Growth.print(new Runner(new CommandLineOptions(arguments)).run());
        }
    }
}
