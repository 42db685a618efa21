package org.ssos.clearinghouse.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ssos.clearinghouse.faults.JavaProcess;
import org.ssos.clearinghouse.faults.SiteProcess;

/**
 * {@code ./clearinghouse bench start [rounds]}: how long the site takes from the command to {@code Ready:}, and a bare
 * "hello" with the same flags, in turn. Both keep their loaded classes; what the first start of each takes is not counted.
 */
final class StartBench {
    private static final int ROUNDS = 7;
    private static final double MOST_TIMES_HELLO = 1.5;
    private static final long AND_MILLIS = 500;
    private static final Path SCRATCH = Path.of("target", "bench", "start");

    private interface Command {
        ProcessBuilder make() throws IOException;
    }

    private StartBench() {}

    @SuppressWarnings("SystemOut")
    static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        System.exit(run(rounds, System.out) ? 0 : 1);
    }

    private static boolean run(int rounds, PrintStream out) throws Exception {
        out.printf("first starts: site %d ms, hello %d ms%n", millis(StartBench::site), millis(StartBench::hello));
        var site = new ArrayList<Long>();
        var hello = new ArrayList<Long>();
        for (int round = 0; round < rounds; round++) {
            hello.add(millis(StartBench::hello));
            site.add(millis(StartBench::site));
        }
        double most = MOST_TIMES_HELLO * median(hello) + AND_MILLIS;
        out.printf("site:  median %d ms of %s%n", median(site), site);
        out.printf("hello: median %d ms of %s%n", median(hello), hello);
        out.printf("wanted: under %.0f ms%n", most);
        return median(site) < most;
    }

    /** As everybody starts it, with the real content, an index of its own, and no data of this checkout. */
    private static ProcessBuilder site() {
        var command = new ProcessBuilder("./clearinghouse", "serve");
        command.environment().keySet().removeIf(name -> name.startsWith("CLEARINGHOUSE_"));
        command.environment()
                .putAll(Map.of(
                        "CLEARINGHOUSE_LOG_LEVEL", "WARN",
                        "CLEARINGHOUSE_HOST", "127.0.0.1",
                        "CLEARINGHOUSE_PORT", "0",
                        "CLEARINGHOUSE_INDEX", SCRATCH.resolve("index").toString(),
                        "CLEARINGHOUSE_DATA", SCRATCH.resolve("data").toString()));
        return command.redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    private static ProcessBuilder hello() throws IOException {
        return JavaProcess.remembering(SCRATCH, List.of(), Hello.class.getName());
    }

    private static long millis(Command command) throws Exception {
        var made = command.make();
        long start = System.nanoTime();
        try (var _ = SiteProcess.start(made)) {
            return (System.nanoTime() - start) / 1_000_000;
        }
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
