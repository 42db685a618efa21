package org.ssos.clearinghouse.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * {@code ./clearinghouse bench load [seconds] [warm-up]}: what visitors of the search page get at the rate that the site
 * can just serve, at half of it and at twice of it, and whether the site is well afterwards.
 */
final class LoadBench {
    private static final int SECONDS = 20;
    private static final int WARM_UP = 40;

    /** More than the site lets in at once, so that what it cannot do is to be refused. */
    private static final int CROWD = 1_500;

    /** Half of those who are let in at once: what few visitors get, a crowd does not. */
    private static final int SATURATING = 250;

    private static final double MOST_RATIO = 8;

    private final PrintStream out;
    private final Duration duration;

    private LoadBench(PrintStream out, Duration duration) {
        this.out = out;
        this.duration = duration;
    }

    @SuppressWarnings("SystemOut")
    static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SECONDS;
        int warmUp = arguments.length > 1 ? Integer.parseInt(arguments[1]) : WARM_UP;
        boolean well = new LoadBench(System.out, Duration.ofSeconds(seconds)).run(Duration.ofSeconds(warmUp));
        System.exit(well ? 0 : 1);
    }

    private boolean run(Duration warmUp) throws Exception {
        if (Cores.canPin()) Cores.pinClient();
        else out.println("Server and client share all cores: there is no taskset here, or only one core.");
        var content = RealContent.read();
        try (var server = Server.site(content)) {
            var load = new Load(server.port(), VisitorPaths.distinct(content.documents()));
            load.warm(warmUp);
            long before = server.resident().orElse(0L);
            double rate = load.saturating(duration, SATURATING);
            line("saturating rate", "%.0f pages a second", rate);
            var atHalf = load.atRate(rate / 2, duration);
            line(
                    "at half of it",
                    "median %.2f ms, p99 %.2f ms, ratio %.1f",
                    atHalf.medianMillis(),
                    atHalf.p99Millis(),
                    atHalf.ratio());
            var atRate = load.overload(rate, duration, CROWD);
            tell("at that rate", atRate);
            var atTwice = load.overload(2 * rate, duration, CROWD);
            tell("at twice of it", atTwice);
            long after = server.resident().orElse(0L);
            line(
                    "afterwards",
                    "alive: %s, resident %d MB before and %d MB after",
                    server.isAlive(),
                    before >> 20,
                    after >> 20);
            return server.isAlive()
                    && atRate.others() + atRate.refused() == 0
                    && atTwice.others() + atTwice.withoutWhen() == 0
                    && atHalf.ratio() < MOST_RATIO;
        }
    }

    private void tell(String when, Load.Overload found) {
        line(
                when,
                "%.0f pages a second: %.2f %% pages, %.2f %% refused (%d without Retry-After), %.2f %% errors; refusals: median %.2f ms, p99 %.2f"
                        + " ms; pages: median %.0f ms, p99 %.0f ms",
                found.perSecond(),
                100 * found.share(found.pages()),
                100 * found.share(found.refused()),
                found.withoutWhen(),
                100 * found.share(found.others()),
                found.refusing().medianMillis(),
                found.refusing().p99Millis(),
                found.waiting().medianMillis(),
                found.waiting().p99Millis());
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void line(String what, String format, Object... values) {
        out.println("| " + what + " | " + String.format(Locale.ROOT, format, values) + " |");
    }
}
