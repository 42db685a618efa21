package org.ssos.clearinghouse.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.EntryId;

/**
 * Words of a reader, or a problem that one reported.
 *
 * @param problem only of a report
 * @param email where an answer is wanted and no case has it; gone once the note was dealt with
 * @param mayPublish whether the reader agreed that the answer is published
 * @param caseId the case that a report began or joined
 * @param began whether it began the case, so that its reader holds the private page
 * @param closed when somebody dealt with it
 */
public record Note(
        long number,
        EntryId entry,
        Said said,
        @Nullable Problem problem,
        String words,
        @Nullable String email,
        boolean mayPublish,
        @Nullable String caseId,
        boolean began,
        Instant at,
        @Nullable Instant closed) {
    public boolean isOpen() {
        return closed == null;
    }

    /** Whether an answer would reach anybody. */
    public boolean canBeAnswered() {
        return isOpen() && (mayPublish || began || email != null);
    }
}
