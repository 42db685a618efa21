package org.ssos.clearinghouse.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.ssos.clearinghouse.search.SearchDocument;

/** Addresses of search pages. Each supplier may be used by many threads. */
final class SearchPaths {
    private static final int REPEATED = 50;

    private SearchPaths() {}

    /** Two to four words of one entry, never the same twice: nothing that was kept can answer them. */
    static Supplier<String> distinct(List<SearchDocument> entries) {
        var random = new Random(3);
        Set<String> used = new HashSet<>();
        return () -> {
            synchronized (used) {
                while (true) {
                    var entry = entries.get(random.nextInt(entries.size()));
                    var query = Queries.someWords(entry, 2 + random.nextInt(3), random);
                    if (used.add(query)) return path(query);
                }
            }
        };
    }

    /** A few realistic queries over and over. */
    static Supplier<String> repeated(RealContent content) {
        var paths = Queries.realistic(content).stream()
                .limit(REPEATED)
                .map(SearchPaths::path)
                .toList();
        var next = new AtomicInteger();
        return () -> paths.get(Math.floorMod(next.getAndIncrement(), REPEATED));
    }

    private static String path(String query) {
        return "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
