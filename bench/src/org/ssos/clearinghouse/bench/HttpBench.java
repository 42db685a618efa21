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

    /** @param hello answers a second */
    private record Round(double hello, List<Measured> pages) {
        double share(int page) {
            return pages.get(page).perSecond() / hello;
        }

        double ratio(int page) {
            return pages.get(page).atHalf().ratio();
        }
    }

    /** @param wanted how it is to compare with hello */
    private record Sort(String what, Supplier<String> paths, String wanted) {}

    private final RealContent content = RealContent.read();
    private final List<Sort> sorts = List.of(
            new Sort("distinct queries", VisitorPaths.distinct(content.documents()), "at least 0.02, aim 0.05"),
            new Sort("repeated queries", VisitorPaths.repeated(content), "at least 0.4"),
            new Sort("pages of LEAs", VisitorPaths.leaPages(content), ""),
            new Sort("suggestions", VisitorPaths.suggestions(content), ""));

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
            out.printf("Round %d%n", number);
            rounds.add(round());
        }
        out.println("Median of the rounds");
        for (int sort = 0; sort < sorts.size(); sort++) {
            int page = sort;
            out.printf(
                    "  %-17s / hello %.4f  (%s), p99 / median %.1f  (under 8)%n",
                    sorts.get(sort).what(),
                    median(rounds, round -> round.share(page)),
                    sorts.get(sort).wanted(),
                    median(rounds, round -> round.ratio(page)));
        }
    }

    private Round round() throws IOException, InterruptedException {
        double hello;
        try (var server = Server.hello()) {
            hello = measured("hello", server, () -> "/", warmUp).perSecond();
        }
        var pages = new ArrayList<Measured>();
        try (var server = Server.site(content)) {
            for (var sort : sorts) {
                // What all have in common is warm already.
                var warming = pages.isEmpty() ? warmUp : warmUp.dividedBy(3);
                pages.add(measured(sort.what(), server, sort.paths(), warming));
            }
        }
        return new Round(hello, pages);
    }

    private Measured measured(String what, SiteProcess server, Supplier<String> paths, Duration warmUp)
            throws InterruptedException {
        var load = new Load(server.port(), paths);
        load.warm(warmUp);
        var before = server.busy();
        double perSecond = load.saturating(duration);
        double busy = server.busy().minus(before).toMillis() / (double) duration.toMillis();
        var measured = new Measured(what, perSecond, busy, load.atRate(perSecond / 2, duration.multipliedBy(2)));
        print(measured);
        return measured;
    }

    private void print(Measured measured) {
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

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
