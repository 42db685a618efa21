package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;

/** For a collection of any size: Lucene finds what matches, and skips what cannot be among the best. */
final class LargeMatcher implements Matcher {
    private final IndexSearcher searcher;
    private final SortedSetDocValuesReaderState facetState;
    private final FacetCounts facetCounts;

    LargeMatcher(IndexSearcher searcher, SortedSetDocValuesReaderState facetState, FacetCounts facetCounts) {
        this.searcher = searcher;
        this.facetState = facetState;
        this.facetCounts = facetCounts;
    }

    @Override
    public Found find(Query query, Map<Facet, Set<String>> filters) throws IOException {
        if (filters.isEmpty()) {
            var matching = searcher.search(query, new FacetsCollectorManager()).getMatchingDocs();
            return new InIndex(query, matching, facetCounts.in(matching));
        }
        var drill = drillDown(query, filters);
        var sideways = new Sideways(searcher);
        var matching = sideways.search(drill, new FacetsCollectorManager())
                .collectorResult
                .getMatchingDocs();
        return new InIndex(drill, matching, sideways.counts);
    }

    private static DrillDownQuery drillDown(Query query, Map<Facet, Set<String>> filters) {
        var drill = new DrillDownQuery(Fields.FACETS, query);
        filters.forEach((facet, values) -> {
            for (var value : values) drill.add(facet.parameter(), value);
            if (facet == Facet.COUNTY) drill.add(facet.parameter(), Fields.STATEWIDE);
        });
        return drill;
    }

    /** Counts what passes all filters, and for the facet of each filter what passes all the others. */
    private final class Sideways extends DrillSideways {
        private int[] counts = new int[facetCounts.size()];

        Sideways(IndexSearcher searcher) {
            super(searcher, Fields.FACETS, facetState);
        }

        @Override
        protected @Nullable Facets buildFacetsResult(FacetsCollector all, FacetsCollector[] withoutOne, String[] facets)
                throws IOException {
            counts = facetCounts.in(all.getMatchingDocs());
            for (int at = 0; at < facets.length; at++) {
                var facet = Facet.find(facets[at]).orElseThrow();
                int[] others = facetCounts.in(withoutOne[at].getMatchingDocs());
                for (int number = 0; number < counts.length; number++) {
                    if (facetCounts.facet(number) == facet) counts[number] = others[number];
                }
            }
            return null;
        }
    }

    private final class InIndex implements Found {
        private final Query query;
        private final List<MatchingDocs> matching;
        private final int[] counts;

        InIndex(Query query, List<MatchingDocs> matching, int[] counts) {
            this.query = query;
            this.matching = matching;
            this.counts = counts;
        }

        @Override
        public int total() {
            return matching.stream().mapToInt(MatchingDocs::totalHits).sum();
        }

        @Override
        public Map<Facet, Map<String, Integer>> counts() {
            return facetCounts.named(counts);
        }

        @Override
        public int[] docs() throws IOException {
            int[] docs = new int[total()];
            int at = 0;
            for (var leaf : matching) {
                var inLeaf = leaf.bits().iterator();
                for (int doc = inLeaf.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = inLeaf.nextDoc()) {
                    docs[at++] = leaf.context().docBase + doc;
                }
            }
            return docs;
        }

        @Override
        public ScoreDoc[] best(int most) throws IOException {
            return searcher.search(query, new TopScoreDocCollectorManager(most, most)).scoreDocs;
        }

        @Override
        public int[] first(Order order, int most) throws IOException {
            var first = searcher.search(query, new TopFieldCollectorManager(order.sort(), most, most)).scoreDocs;
            return Arrays.stream(first).mapToInt(entry -> entry.doc).toArray();
        }
    }
}
