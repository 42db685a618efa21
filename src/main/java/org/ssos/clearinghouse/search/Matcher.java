package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Finds what matches a query and passes the filters, and counts it. Safe for use by many threads. */
sealed interface Matcher permits SmallMatcher, LargeMatcher {
    /** @param filters OR inside a facet, AND between facets */
    Found find(Query query, Map<Facet, Set<String>> filters) throws IOException;

    /** What matches one query. */
    interface Found {
        int total();

        /** For each facet how many entries each value would leave, with the choices of the other facets kept. */
        Map<Facet, Map<String, Integer>> counts() throws IOException;

        /** All that match, in the order of the index. */
        int[] docs() throws IOException;

        /** Those with the highest scores, the highest first; equal scores in the order of the index. */
        ScoreDoc[] best(int most) throws IOException;

        /** The first in the order, whatever their scores. */
        int[] first(Order order, int most) throws IOException;
    }
}
