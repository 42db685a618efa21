package org.ssos.clearinghouse.web;

import java.util.LinkedHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that were asked for lately, up to a bounded number of bytes. A body is kept from the second time on: most
 * searches are made once, and keeping each for a while would only fill the memory that is costly to clean. Safe for use
 * by many threads.
 */
final class RecentBodies {
    private static final int MOST_BYTES = 32 << 20;

    /** Nobody types an address as long as this twice. */
    private static final int LONGEST_KEY = 2_000;

    /** What one more entry costs besides its content and its compressed content. */
    private static final int OVERHEAD = 500;

    /** So many keys are remembered, more or less; two of them may be taken for one, which does no harm. */
    private static final int REMEMBERED = 1 << 14;

    private final int[] asked = new int[REMEMBERED];
    private final LinkedHashMap<String, Body> bodies = new LinkedHashMap<>(256, 0.75f, true);
    private final LongAdder found = new LongAdder();
    private final LongAdder made = new LongAdder();
    private long bytes;

    /** The body kept under the key, or a new one. Two visitors at the same moment may both make it. */
    Body get(String key, Supplier<Body> make) {
        if (key.length() > LONGEST_KEY) return make.get();
        var known = find(key);
        if (known != null) {
            found.increment();
            return known;
        }
        made.increment();
        var fresh = make.get();
        keep(key, fresh);
        return fresh;
    }

    /** How many were at hand, and how many had to be made, since the program started. */
    Pages.Kept kept() {
        return new Pages.Kept(found.sum(), made.sum(), bytes());
    }

    private synchronized long bytes() {
        return bytes;
    }

    private synchronized @Nullable Body find(String key) {
        return bodies.get(key);
    }

    private synchronized void keep(String key, Body body) {
        if (!wasAsked(key)) return;
        var before = bodies.put(key, body);
        bytes += cost(key, body) - (before == null ? 0 : cost(key, before));
        var oldest = bodies.entrySet().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            var entry = oldest.next();
            bytes -= cost(entry.getKey(), entry.getValue());
            oldest.remove();
        }
    }

    /** Whether the key was asked for lately; from now on it was. */
    private boolean wasAsked(String key) {
        int hash = key.hashCode();
        int place = Math.floorMod(hash, REMEMBERED);
        boolean before = asked[place] == hash;
        asked[place] = hash;
        return before;
    }

    private static long cost(String key, Body body) {
        return OVERHEAD + 2L * key.length() + body.size() + body.size() / 4;
    }
}
