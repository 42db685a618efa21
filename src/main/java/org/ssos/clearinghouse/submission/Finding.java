package org.ssos.clearinghouse.submission;

/**
 * What a machine noticed in a draft, and what to do about it.
 *
 * @param field the field it speaks of; empty for the whole
 */
public record Finding(Severity severity, String field, String message, String advice) {
    /** In the order in which they matter. */
    public enum Severity {
        /** Wrong: it cannot be published like this. */
        WRONG("Wrong"),
        /** Missing: it cannot be published without. */
        MISSING("Missing"),
        /** Somebody has to look at it. */
        LOOK("Look at this"),
        /** It would be better otherwise. */
        HINT("Could be better");

        private final String label;

        Severity(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean stopsPublication() {
            return this == WRONG || this == MISSING;
        }
    }
}
