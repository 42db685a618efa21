package org.ssos.clearinghouse.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was found.
 *
 * @param total how many entries match, exactly
 * @param hits those of the page asked for; empty behind the last page
 * @param counts for each facet how many entries each value would leave, with the other facets' choices kept
 * @param searchedFor the words that were searched for, when spelling was mended: say so and offer the words as typed
 * @param didYouMean other words that find more than what was typed
 * @param relaxed true when nothing held most of the words and entries with fewer are shown
 * @param cut true when the question was too long and only its start was read
 * @param bestMatch a glossary term or topic that is just what was typed
 * @param stems stems of the words that count as matched, for highlighting
 */
public record SearchResult(
        int total,
        List<Hit> hits,
        Map<Facet, Map<String, Integer>> counts,
        Optional<String> searchedFor,
        Optional<String> didYouMean,
        boolean relaxed,
        boolean cut,
        Optional<BestMatch> bestMatch,
        Set<String> stems) {

    /**
     * One entry found.
     *
     * @param reasons why it is here, in words, the weightiest first; at most three
     */
    public record Hit(String id, float score, List<String> reasons) {
        public Hit {
            reasons = List.copyOf(reasons);
        }
    }

    /** A term of the glossary or a topic whose name was typed; {@code id} without a prefix. */
    public record BestMatch(Type type, String id) {
        public enum Type {
            TERM,
            TOPIC
        }
    }

    public SearchResult {
        hits = List.copyOf(hits);
        counts = Map.copyOf(counts);
        stems = Set.copyOf(stems);
    }
}
