package org.ssos.clearinghouse.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.ssos.clearinghouse.faults.SiteProcess;

/**
 * The search page beside a bare "hello" of the same web stack, in turn, several rounds. Each server is a fresh process
 * on one core and is warmed up first; the client has another core.
 */
final class HttpBench {
    /** On one core the compilers take at least this long. */
    private static final Duration WARM_UP = Duration.ofSeconds(25);

    /** What one server did under one sort of load. */
    private record Measured(String what, double perSecond, double busy, Load.Waiting atHalf) {}

    private record Round(Measured hello, Measured distinct, Measured repeated) {
        double distinctRatio() {
            return distinct.perSecond() / hello.perSecond();
        }

        double repeatedRatio() {
            return repeated.perSecond() / hello.perSecond();
        }
    }

    private final RealContent content = RealContent.read();
    private final Supplier<String> distinct = SearchPaths.distinct(content.documents());
    private final Supplier<String> repeated = SearchPaths.repeated(content);
    private final Duration duration;
    private final Duration warmUp;
    private final PrintStream out;

    private HttpBench(Duration duration, Duration warmUp, PrintStream out) {
        this.duration = duration;
        this.warmUp = warmUp;
        this.out = out;
    }

    /** @param arguments number of rounds, seconds of each measurement, least seconds of each warm-up; all may be left out */
    @SuppressWarnings("SystemOut")
    static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        var duration = arguments.length > 1 ? Duration.ofSeconds(Long.parseLong(arguments[1])) : Duration.ofSeconds(6);
        var warmUp = arguments.length > 2 ? Duration.ofSeconds(Long.parseLong(arguments[2])) : WARM_UP;
        new HttpBench(duration, warmUp, System.out).run(rounds);
    }

    private void run(int count) throws IOException, InterruptedException {
        if (Cores.canPin()) Cores.pinClient();
        else out.println("Server and client share all cores: there is no taskset here, or only one core.");
        var rounds = new ArrayList<Round>();
        for (int number = 1; number <= count; number++) {
            var round = round();
            out.printf("Round %d%n", number);
            print(round);
            rounds.add(round);
        }
        out.println("Median of the rounds");
        out.printf(
                "  distinct queries / hello  %.4f  (at least 0.02, aim 0.05)%n", median(rounds, Round::distinctRatio));
        out.printf("  repeated queries / hello  %.3f   (at least 0.4)%n", median(rounds, Round::repeatedRatio));
        out.printf(
                "  p99 / median, distinct    %.1f     (under 8)%n",
                median(rounds, round -> round.distinct().atHalf().ratio()));
        out.printf(
                "  p99 / median, repeated    %.1f     (under 8)%n",
                median(rounds, round -> round.repeated().atHalf().ratio()));
    }

    private Round round() throws IOException, InterruptedException {
        Measured hello;
        try (var server = Server.hello()) {
            hello = measured("hello", server, () -> "/", warmUp);
        }
        try (var server = Server.site(content)) {
            var first = measured("distinct queries", server, distinct, warmUp);
            // What both have in common is warm already.
            var second = measured("repeated queries", server, repeated, warmUp.dividedBy(3));
            return new Round(hello, first, second);
        }
    }

    private Measured measured(String what, SiteProcess server, Supplier<String> paths, Duration warmUp)
            throws InterruptedException {
        var load = new Load(server.port(), paths);
        load.warm(warmUp);
        var before = server.busy();
        double perSecond = load.saturating(duration);
        double busy = server.busy().minus(before).toMillis() / (double) duration.toMillis();
        return new Measured(what, perSecond, busy, load.atRate(perSecond / 2, duration.multipliedBy(2)));
    }

    private void print(Round round) {
        for (var measured : List.of(round.hello(), round.distinct(), round.repeated())) {
            var waiting = measured.atHalf();
            out.printf(
                    "  %-17s %,9.0f/s  server busy %3.0f%%  at half that rate: median %.2f ms, p99 %.2f ms, ratio %.1f%n",
                    measured.what(),
                    measured.perSecond(),
                    100 * measured.busy(),
                    waiting.medianMillis(),
                    waiting.p99Millis(),
                    waiting.ratio());
        }
        out.printf("  distinct / hello %.4f, repeated / hello %.3f%n", round.distinctRatio(), round.repeatedRatio());
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
