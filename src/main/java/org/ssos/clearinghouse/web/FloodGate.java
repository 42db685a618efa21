package org.ssos.clearinghouse.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds how much comes in by a form that anybody may send: from each network, and altogether. It is kept in memory only, and
 * no longer than it counts. Safe for use by many threads.
 */
public final class FloodGate {
    private static final Duration WHILE = Duration.ofHours(1);

    /** More than this many networks in an hour are a flood by themselves; the oldest are forgotten. */
    private static final int MOST_NETWORKS = 10_000;

    private final int fromOneNetwork;
    private final int altogether;
    private final Clock clock;
    private final Map<String, ArrayDeque<Instant>> byNetwork = new LinkedHashMap<>();
    private final ArrayDeque<Instant> all = new ArrayDeque<>();

    /** Too much came in. */
    public record Closed(boolean altogether, Instant until) {}

    /** @param fromOneNetwork how many may come from one network in an hour; a school or office is often one */
    public FloodGate(int fromOneNetwork, int altogether, Clock clock) {
        this.fromOneNetwork = fromOneNetwork;
        this.altogether = altogether;
        this.clock = clock;
    }

    /** Counts one more, or says until when no more may come. */
    public synchronized Optional<Closed> enter(String network) {
        var now = clock.instant();
        var old = now.minus(WHILE);
        forget(all, old);
        byNetwork.values().forEach(times -> forget(times, old));
        byNetwork.values().removeIf(ArrayDeque::isEmpty);
        var mine = byNetwork.getOrDefault(network, new ArrayDeque<>());
        if (mine.size() >= fromOneNetwork)
            return Optional.of(new Closed(false, mine.getFirst().plus(WHILE)));
        if (all.size() >= altogether)
            return Optional.of(new Closed(true, all.getFirst().plus(WHILE)));
        mine.add(now);
        all.add(now);
        byNetwork.put(network, mine);
        if (byNetwork.size() > MOST_NETWORKS) {
            byNetwork.remove(byNetwork.keySet().iterator().next());
        }
        return Optional.empty();
    }

    private static void forget(ArrayDeque<Instant> times, Instant old) {
        while (!times.isEmpty() && !times.getFirst().isAfter(old)) times.removeFirst();
    }
}
