package org.ssos.clearinghouse.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import java.util.function.Supplier;

/**
 * The bodies that are asked for most, up to a bounded number of bytes. What comes new pushes out only what is asked for
 * less: neither the many searches that are made once nor a robot that goes through all LEAs drive out what people read, or
 * fill the memory with pages that nobody asks for before they are gone again. Safe for use by many threads.
 */
final class RecentBodies {
    private static final int MOST_BYTES = 32 << 20;

    /** What one more entry costs besides its content and its compressed content. */
    private static final int OVERHEAD = 500;

    private final Cache<String, Body> bodies = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher(RecentBodies::cost)
            .recordStats()
            // Tidying up takes microseconds, and the thread that made a page has the time.
            .executor(Runnable::run)
            .build();

    /** The body kept under the key, or a new one. Two visitors at the same moment may both make it. */
    Body get(String key, Supplier<Body> make) {
        var known = bodies.getIfPresent(key);
        if (known != null) return known;
        var fresh = make.get();
        bodies.put(key, fresh);
        return fresh;
    }

    /** How many were at hand, and how many had to be made, since the program started. */
    Pages.Kept kept() {
        var asked = bodies.stats();
        return new Pages.Kept(asked.hitCount(), asked.missCount(), bytes());
    }

    private long bytes() {
        return bodies.policy()
                .eviction()
                .map(Policy.Eviction::weightedSize)
                .orElseThrow()
                .orElseThrow();
    }

    private static int cost(String key, Body body) {
        return OVERHEAD + 2 * key.length() + body.size() + body.size() / 4;
    }
}
