package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** For a collection so small that looking at every entry costs less than setting up a search of the index. */
final class SmallMatcher implements Matcher {
    /** The most entries for which it pays. */
    static final int MOST_ENTRIES = 5_000;

    private final WordScores wordScores;
    private final FacetCounts facetCounts;
    private final int[] every;
    private final int[][] valuesOf;
    private final Map<Order, int[]> inOrder = new EnumMap<>(Order.class);

    SmallMatcher(IndexSearcher searcher, WordScores wordScores, FacetCounts facetCounts) throws IOException {
        this.wordScores = wordScores;
        this.facetCounts = facetCounts;
        var reader = searcher.getIndexReader();
        every = IntStream.range(0, reader.maxDoc()).toArray();
        valuesOf = facetCounts.ofEach(reader);
        for (var order : Order.values()) {
            var all = searcher.search(MatchAllDocsQuery.INSTANCE, Math.max(1, every.length), order.sort());
            inOrder.put(
                    order,
                    Arrays.stream(all.scoreDocs).mapToInt(entry -> entry.doc).toArray());
        }
    }

    @Override
    public Found find(Query query, Map<Facet, Set<String>> filters) throws IOException {
        float[] scores = wordScores.of(query, every);
        int[] counts = new int[facetCounts.size()];
        var passing = filters.entrySet().stream()
                .map(filter -> new Filter(filter.getKey(), filter.getValue(), facetCounts))
                .toList();
        int total = 0;
        for (int doc : every) {
            if (scores[doc] == 0) continue;
            var failed = failed(passing, valuesOf[doc]);
            // What fails one filter alone still counts for that filter's facet; what fails two counts nowhere.
            if (failed.size() <= 1) {
                for (int value : valuesOf[doc]) {
                    if (failed.isEmpty() || failed.getFirst().facet == facetCounts.facet(value)) counts[value]++;
                }
            }
            if (failed.isEmpty()) total++;
            else scores[doc] = 0;
        }
        return new InArrays(total, counts, scores);
    }

    private static List<Filter> failed(List<Filter> filters, int[] values) {
        if (filters.isEmpty()) return List.of();
        var failed = new ArrayList<Filter>();
        for (var filter : filters) if (!filter.passes(values)) failed.add(filter);
        return failed;
    }

    /** The choices of one facet, by the numbers of their values. */
    private static final class Filter {
        private final Facet facet;
        private final boolean[] chosen;

        Filter(Facet facet, Set<String> choices, FacetCounts values) {
            this.facet = facet;
            chosen = new boolean[values.size()];
            for (int number = 0; number < chosen.length; number++) {
                chosen[number] = values.facet(number) == facet && values.passes(number, choices);
            }
        }

        boolean passes(int[] values) {
            for (int value : values) if (chosen[value]) return true;
            return false;
        }
    }

    /** What was found, as the score of each entry; 0 for what was not. */
    private final class InArrays implements Found {
        private final int total;
        private final int[] counts;
        private final float[] scores;

        InArrays(int total, int[] counts, float[] scores) {
            this.total = total;
            this.counts = counts;
            this.scores = scores;
        }

        @Override
        public int total() {
            return total;
        }

        @Override
        public Map<Facet, Map<String, Integer>> counts() {
            return facetCounts.named(counts);
        }

        @Override
        public int[] docs() {
            return matching(every, total);
        }

        @Override
        public ScoreDoc[] best(int most) {
            var highest = new Highest(most);
            for (int doc : docs()) highest.add(doc, scores[doc]);
            return Arrays.stream(highest.take())
                    .mapToObj(doc -> new ScoreDoc(doc, scores[doc]))
                    .toArray(ScoreDoc[]::new);
        }

        @Override
        public int[] first(Order order, int most) {
            return matching(inOrder.getOrDefault(order, every), Math.min(most, total));
        }

        private int[] matching(int[] docs, int most) {
            int[] matching = new int[most];
            for (int at = 0, count = 0; count < most; at++) if (scores[docs[at]] > 0) matching[count++] = docs[at];
            return matching;
        }
    }
}
