package org.ssos.clearinghouse.web;

import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The bodies that were asked for lately, up to a bounded number of bytes. Safe for use by many threads. */
final class RecentBodies {
    private static final int MOST_BYTES = 32 << 20;

    /** Nobody types an address as long as this twice. */
    private static final int LONGEST_KEY = 2_000;

    /** What one more entry costs besides its content and its compressed content. */
    private static final int OVERHEAD = 500;

    private final LinkedHashMap<String, Body> bodies = new LinkedHashMap<>(256, 0.75f, true);
    private long bytes;

    /** The body kept under the key, or a new one. Two visitors at the same moment may both make it. */
    Body get(String key, Supplier<Body> make) {
        if (key.length() > LONGEST_KEY) return make.get();
        var known = find(key);
        if (known != null) return known;
        var made = make.get();
        keep(key, made);
        return made;
    }

    private synchronized @Nullable Body find(String key) {
        return bodies.get(key);
    }

    private synchronized void keep(String key, Body body) {
        var before = bodies.put(key, body);
        bytes += cost(key, body) - (before == null ? 0 : cost(key, before));
        var oldest = bodies.entrySet().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            var entry = oldest.next();
            bytes -= cost(entry.getKey(), entry.getValue());
            oldest.remove();
        }
    }

    private static long cost(String key, Body body) {
        return OVERHEAD + 2L * key.length() + body.size() + body.size() / 4;
    }
}
