package org.ssos.clearinghouse.vetting;

import org.jspecify.annotations.Nullable;

/**
 * What one reviewer gives on one criterion.
 *
 * @param points 0 (not present or wrong), 1 (limited), 2 (good), 3 (strong); absent where the criterion does not apply
 * @param reason why; never empty
 */
public record Score(@Nullable Integer points, String reason) {
    public Score {
        if (points != null && (points < 0 || points > 3)) throw new IllegalArgumentException("A score is 0 to 3");
        if (reason.isBlank()) throw new IllegalArgumentException("A score needs its reason");
    }
}
