package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;

/**
 * Counts the values of facets by their numbers in the index; what each number stands for is read once. Safe for use by
 * many threads.
 */
final class FacetCounts {
    private final String field;
    private final MultiDocValues.@Nullable MultiSortedSetDocValues acrossLeaves;
    private final Set<String> counties;
    private final Facet[] facets;
    private final String[] values;

    /** @param counties all of them; what is offered statewide counts for each */
    FacetCounts(SortedSetDocValuesReaderState state, Set<String> counties) throws IOException {
        this.counties = counties;
        field = state.getField();
        var docValues = state.getDocValues();
        acrossLeaves = docValues instanceof MultiDocValues.MultiSortedSetDocValues several ? several : null;
        facets = new Facet[(int) docValues.getValueCount()];
        values = new String[facets.length];
        for (int number = 0; number < facets.length; number++) {
            var path = FacetsConfig.stringToPath(docValues.lookupOrd(number).utf8ToString());
            facets[number] = Facet.find(path[0]).orElseThrow();
            values[number] = path[1];
        }
    }

    /** How many different values there are; their numbers start at 0. */
    int size() {
        return facets.length;
    }

    Facet facet(int number) {
        return facets[number];
    }

    /** Whether an entry with this value passes a filter of the value's facet. */
    boolean passes(int number, Set<String> chosen) {
        return chosen.contains(values[number])
                || (facets[number] == Facet.COUNTY && values[number].equals(Fields.STATEWIDE));
    }

    /** The numbers of the values of each entry. */
    int[][] ofEach(IndexReader reader) throws IOException {
        int[][] all = new int[reader.maxDoc()][0];
        var docValues = MultiDocValues.getSortedSetValues(reader, field);
        if (docValues == null) return all;
        for (int doc = docValues.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docValues.nextDoc()) {
            all[doc] = new int[docValues.docValueCount()];
            for (int at = 0; at < all[doc].length; at++) all[doc][at] = (int) docValues.nextOrd();
        }
        return all;
    }

    /** How often each value occurs in what matches. */
    int[] in(List<MatchingDocs> matching) throws IOException {
        int[] counts = new int[facets.length];
        for (var leaf : matching) {
            LongValues numbers =
                    acrossLeaves == null ? LongValues.IDENTITY : acrossLeaves.mapping.getGlobalOrds(leaf.context().ord);
            var docValues = DocValues.getSortedSet(leaf.context().reader(), field);
            var docs = leaf.bits().iterator();
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if (!docValues.advanceExact(doc)) continue;
                for (int left = docValues.docValueCount(); left > 0; left--) {
                    counts[(int) numbers.get(docValues.nextOrd())]++;
                }
            }
        }
        return counts;
    }

    /** The counts by facet and value; a value without any is left out. */
    Map<Facet, Map<String, Integer>> named(int[] counts) {
        var named = new EnumMap<Facet, Map<String, Integer>>(Facet.class);
        for (var facet : Facet.values()) named.put(facet, new HashMap<>());
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) of(named, facets[number]).put(values[number], counts[number]);
        }
        var inCounties = of(named, Facet.COUNTY);
        Optional.ofNullable(inCounties.remove(Fields.STATEWIDE))
                .ifPresent(
                        everywhere -> counties.forEach(county -> inCounties.merge(county, everywhere, Integer::sum)));
        return named;
    }

    private static Map<String, Integer> of(Map<Facet, Map<String, Integer>> named, Facet facet) {
        return named.computeIfAbsent(facet, _ -> new HashMap<>());
    }
}
