package org.ssos.clearinghouse.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be wrong with an entry, as a reader sees it. */
public enum Problem {
    LINK("A link does not work", true, false),
    CONTACT("A phone number, e-mail address or office is wrong", true, false),
    OUT_OF_DATE("It is out of date", true, false),
    WRONG("Something it says is wrong", true, true),
    OTHER("Something else", false, true);

    private final String label;
    private final boolean joins;
    private final boolean needsWords;

    Problem(String label, boolean joins, boolean needsWords) {
        this.label = label;
        this.joins = joins;
        this.needsWords = needsWords;
    }

    /** The name in forms and the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    /** Whether two reports of it about one entry are taken for the same. */
    boolean joins() {
        return joins;
    }

    /** Whether nobody could look for it without more being said. */
    boolean needsWords() {
        return needsWords;
    }

    static Optional<Problem> find(@Nullable String id) {
        return Arrays.stream(values())
                .filter(problem -> problem.id().equals(id))
                .findFirst();
    }
}
