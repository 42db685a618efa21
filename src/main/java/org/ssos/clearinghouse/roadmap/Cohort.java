package org.ssos.clearinghouse.roadmap;

/**
 * A group of leaders who share progress by step with an office.
 *
 * @param name as the office calls it
 * @param office as it calls itself; nobody checks that
 */
public record Cohort(long id, String name, String office) {
    /** What a link to it opens. */
    enum Way {
        /** Joining, for leaders. */
        JOIN,
        /** The table, the name and the end, for the office. */
        OFFICE;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
