package org.ssos.clearinghouse.content;

import java.util.List;
import java.util.Set;

/**
 * The word lists of {@code content/search/}.
 *
 * @param stop words that carry almost no meaning in a search
 * @param weak frequent words of this field that tell entries hardly apart
 * @param english common words that are spelled right even when no entry holds them
 */
public record WordLists(Set<String> stop, Set<String> weak, Set<String> english, List<Spanish> spanish) {
    /**
     * A Spanish word or phrase with the English ones to search for.
     *
     * @param function only tells that a question is Spanish and is not searched for
     * @param alsoEnglish says nothing about the language of a question
     */
    public record Spanish(String es, List<String> en, boolean function, boolean alsoEnglish) {
        public Spanish {
            en = en == null ? List.of() : List.copyOf(en);
        }
    }

    public WordLists {
        stop = Set.copyOf(stop);
        weak = Set.copyOf(weak);
        english = Set.copyOf(english);
        spanish = List.copyOf(spanish);
    }
}
