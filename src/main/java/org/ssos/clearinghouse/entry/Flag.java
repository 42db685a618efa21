package org.ssos.clearinghouse.entry;

import java.util.List;

/**
 * That something about an entry is in doubt, until somebody has looked at it.
 *
 * @param why a sentence for each reason, for anybody to read
 * @param outOfSearch whether a failed check has waited so long for an answer that searches no longer find the entry
 */
public record Flag(PartialDate since, List<String> why, boolean outOfSearch) {
    /** The reason where a reader's report is open. */
    public static final String REPORTED = "A reader reported a problem, which is being looked at.";

    public Flag {
        why = List.copyOf(why);
    }
}
