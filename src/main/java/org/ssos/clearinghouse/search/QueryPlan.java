package org.ssos.clearinghouse.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * What a question comes down to for Lucene.
 *
 * @param units its words and concepts
 * @param pairs neighbouring words, which say more together; null where there are none
 * @param names name keys that occur in the question, with what a match is worth
 * @param topics similarity of the question to the everyday wordings of topics
 * @param terms the same for terms of the glossary, as a query for the term's names
 * @param phrases for each entry the most similar everyday phrase
 * @param stems every stem that counts as matched, for highlighting
 */
record QueryPlan(
        List<Unit> units,
        @Nullable Query pairs,
        Map<String, Float> names,
        Map<String, Double> topics,
        List<WeightedQuery> terms,
        Map<String, Wordings.Match> phrases,
        Set<String> stems) {

    /**
     * One word or concept.
     *
     * @param anywhere matches it in any field
     * @param weight how much it says, 0 to 1
     * @param word as typed
     */
    record Unit(Query anywhere, float weight, boolean stop, String word) {
        /** The best field counts whole and the others this share. */
        private static final float OTHER_FIELDS = 0.7f;

        /** The same in each text field by itself, with the field's weight. */
        Query fieldByField() {
            var fields = new ArrayList<Query>();
            Fields.WEIGHTS.forEach((field, weight) -> fields.add(new BoostQuery(Units.in(field, anywhere), weight)));
            return new DisjunctionMaxQuery(fields, OTHER_FIELDS);
        }
    }

    record WeightedQuery(String target, Query query, double weight) {}
}
