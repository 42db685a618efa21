package org.ssos.clearinghouse.roadmap;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a document is printed on. */
public enum Paper {
    LETTER("Letter"),
    A4("A4");

    private final String label;

    Paper(String label) {
        this.label = label;
    }

    /** Letter, where the address names no other paper that we know. */
    static Paper of(@Nullable String id) {
        return Optional.ofNullable(id).filter("a4"::equals).map(_ -> A4).orElse(LETTER);
    }

    /** As addresses and the style sheet write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    public Paper other() {
        return this == LETTER ? A4 : LETTER;
    }
}
