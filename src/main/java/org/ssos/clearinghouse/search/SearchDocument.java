package org.ssos.clearinghouse.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What search must know of something to find it. All texts are plain words.
 *
 * @param id unique in the index
 * @param names the title first, then short form and other names
 * @param kin names of parents and children; who asks for the parent by name also finds the child
 * @param related ids of entries that belong beside it; they share a little of each other's score
 * @param askedAs everyday phrases that should lead here
 * @param facets ids by facet, the main one first
 * @param statewide it covers every county, besides those that {@code facets} names
 * @param checked the day the facts were last checked
 * @param due the day they are to be checked again; what is overdue ranks lower
 * @param prior factor on the score: less for kinds that are rarely looked for
 * @param ended it ranks lower, unless it was asked for by name
 * @param hidden no search finds it; it stays in the index, so that a second one like it is noticed
 */
public record SearchDocument(
        String id,
        List<String> names,
        String summary,
        String topics,
        String people,
        String body,
        List<String> kin,
        List<String> related,
        List<String> askedAs,
        Map<Facet, List<String>> facets,
        boolean statewide,
        @Nullable LocalDate checked,
        @Nullable LocalDate due,
        float prior,
        boolean ended,
        boolean hidden) {

    public String title() {
        return names.getFirst();
    }

    /** The same with other everyday phrases. */
    public SearchDocument withAskedAs(List<String> phrases) {
        return new SearchDocument(
                id, names, summary, topics, people, body, kin, related, phrases, facets, statewide, checked, due, prior,
                ended, hidden);
    }
}
