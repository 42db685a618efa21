package org.ssos.clearinghouse.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;

/**
 * A decision that is not on the site, or not in the repository.
 *
 * @param dueSince the moment of the decision, or the one it was scheduled for
 * @param problem why the last attempt failed, or why a person has to merge it
 */
public record Underway(
        String caseId,
        EntryId entry,
        Kind kind,
        State state,
        Instant dueSince,
        int attempts,
        @Nullable String problem) {
    public enum State {
        WAITING,
        /** A person has to bring two texts together. */
        CONFLICT,
        /** It is on the site, and not yet a commit. */
        UNCOMMITTED
    }
}
