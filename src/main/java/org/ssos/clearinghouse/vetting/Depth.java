package org.ssos.clearinghouse.vetting;

import org.ssos.clearinghouse.entry.Kind;

/** How much review a case gets. */
public enum Depth {
    /** All gates and all criteria, by two reviewers who do not see each other's scores until both are in. */
    FULL("Full review"),

    /** The gates on owner, link, purpose and currency, and a second person; no band. */
    LIGHT("Gates and a second person"),

    /** No gate: what leaves the lists may well have failed them. */
    SECOND_PERSON("A second person");

    private final String label;

    Depth(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Quality is scored where something is new, or looked at again as a whole; facts are only checked. */
    static Depth of(Subject subject, Kind kind) {
        if (subject == Subject.ARCHIVE || subject == Subject.TAKE_DOWN) return SECOND_PERSON;
        var scored = subject == Subject.NEW || subject == Subject.QUALITY_REVIEW;
        return kind == Kind.RESOURCE && scored ? FULL : LIGHT;
    }
}
