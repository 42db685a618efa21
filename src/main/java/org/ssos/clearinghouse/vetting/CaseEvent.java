package org.ssos.clearinghouse.vetting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a case's history. Lines are only added.
 *
 * @param who as curators see it
 * @param role as the owner sees it, who is told roles and organizations, not names
 * @param step of {@link CaseStep}
 * @param words what happened; never a score, which a second reviewer must not see
 * @param text what was written, where something was
 */
public record CaseEvent(
        Instant at,
        @Nullable Long account,
        String who,
        String role,
        String organization,
        String step,
        String words,
        @Nullable String text,
        Audience audience) {
    public enum Audience {
        CURATORS,
        /** The owner, and curators. */
        OWNER
    }
}
