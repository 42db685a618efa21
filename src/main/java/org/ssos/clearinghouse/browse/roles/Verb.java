package org.ssos.clearinghouse.browse.roles;

import java.util.Locale;

/** How strongly the law speaks. Each has a word, a mark and a colour; the word stands alone where the others are lost. */
public enum Verb {
    MUST("Must", "verb-must"),
    MAY("May", "verb-may"),
    DOES_NOT("Does not", "verb-not");

    private final String label;
    private final String style;

    Verb(String label, String style) {
        this.label = label;
        this.style = style;
    }

    public String label() {
        return label;
    }

    public String style() {
        return style;
    }

    static Verb of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
