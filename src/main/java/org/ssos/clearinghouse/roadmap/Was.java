package org.ssos.clearinghouse.roadmap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Token;

/**
 * What a page showed of a step when it was made. It comes back with the form, so that two windows, or two people with the
 * same link, overwrite nothing of each other: what a window did not change is left as it is.
 *
 * @param texts hashes of what was shown
 */
record Was(List<String> texts) {
    private static final int HASH = 12;

    static String text(boolean done, String later, String note, String title) {
        return String.join(".", hash(Boolean.toString(done)), hash(later), hash(note), hash(title));
    }

    static Was read(String text) {
        return new Was(List.of(text.split("\\.", -1)));
    }

    /**
     * Of two texts the one to keep; nothing where both were changed, and differently.
     *
     * @param place of the text in what was shown
     */
    @Nullable String choose(int place, String mine, String theirs) {
        if (mine.equals(theirs) || wasShown(place, mine)) return theirs;
        return wasShown(place, theirs) ? mine : null;
    }

    boolean wasShown(int place, String text) {
        return place < texts.size() && texts.get(place).equals(hash(text));
    }

    private static String hash(String text) {
        return Token.hash(text).substring(0, HASH);
    }

    static final int DONE = 0;
    static final int LATER = 1;
    static final int NOTE = 2;
    static final int TITLE = 3;
}
