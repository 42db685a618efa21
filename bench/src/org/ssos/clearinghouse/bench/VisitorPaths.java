package org.ssos.clearinghouse.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.search.SearchDocument;

/** Addresses that visitors ask for. Each supplier may be used by many threads. */
final class VisitorPaths {
    private static final int REPEATED = 50;

    private VisitorPaths() {}

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
        return inTurn(Queries.realistic(content).stream()
                .limit(REPEATED)
                .map(VisitorPaths::path)
                .toList());
    }

    /** The pages of all LEAs, one after the other, in mixed order. */
    static Supplier<String> leaPages(RealContent content) {
        var paths = new ArrayList<>(content.catalog().part(Roster.PART).all().stream()
                .map(Lea::path)
                .toList());
        Collections.shuffle(paths, new Random(4));
        return inTurn(paths);
    }

    /** What is asked while the names of entries and LEAs are typed, from the third letter on. */
    static Supplier<String> suggestions(RealContent content) {
        var entries = content.documents().stream().map(SearchDocument::title);
        var leas = content.catalog().part(Roster.PART).all().stream().map(Lea::name);
        var paths = new ArrayList<>(Stream.concat(entries, leas)
                .flatMap(name -> IntStream.rangeClosed(3, Math.min(8, name.length()))
                        .mapToObj(length -> name.substring(0, length)))
                .distinct()
                .map(typed -> "/api/v1/suggest?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                .toList());
        Collections.shuffle(paths, new Random(5));
        return inTurn(paths);
    }

    private static Supplier<String> inTurn(List<String> paths) {
        var next = new AtomicInteger();
        return () -> paths.get(Math.floorMod(next.getAndIncrement(), paths.size()));
    }

    private static String path(String query) {
        return "/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
