package org.ssos.clearinghouse.ops;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/**
 * Counts and times the answers by the pattern of their address, never by the address itself. The program knows so many
 * patterns, so there are so many figures and no more, whatever is asked. Safe for use by many threads.
 */
final class RequestFigures {
    /** From a page that was at hand to one that somebody gives up on. */
    static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2500)
    };

    private static final String UNKNOWN = "unknown";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

    private final MeterRegistry registry;
    private final ConcurrentMap<Kind, Meters> known = new ConcurrentHashMap<>();

    private record Kind(String route, String method, int hundreds) {}

    private record Meters(Timer timer, Counter counter) {}

    RequestFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param milliseconds from the first to the last byte of the answer */
    void count(Context ctx, float milliseconds) {
        var matched = ctx.endpoints().matchedHttpEndpoint();
        count(matched == null ? UNKNOWN : matched.path, ctx.method().name(), ctx.statusCode(), milliseconds);
    }

    void count(String route, String method, int status, float milliseconds) {
        var kind = new Kind(route, method, status / 100);
        var meters = known.get(kind);
        if (meters == null) meters = known.computeIfAbsent(named(kind), this::meters);
        meters.counter().increment();
        meters.timer().record((long) (milliseconds * 1_000_000.0), TimeUnit.NANOSECONDS);
    }

    /** Anybody may make methods up. */
    private static Kind named(Kind kind) {
        return METHODS.contains(kind.method()) ? kind : new Kind(kind.route(), "other", kind.hundreds());
    }

    private Meters meters(Kind kind) {
        return new Meters(
                Timer.builder("clearinghouse.requests")
                        .description("Time to answer, by the pattern of the address")
                        .tag("route", kind.route())
                        .serviceLevelObjectives(STEPS)
                        .register(registry),
                Counter.builder("clearinghouse.answers")
                        .description(
                                "Answers, by the pattern of the address, the method and the first digit of the status")
                        .tag("route", kind.route())
                        .tag("method", kind.method())
                        .tag("status", kind.hundreds() + "xx")
                        .register(registry));
    }
}
