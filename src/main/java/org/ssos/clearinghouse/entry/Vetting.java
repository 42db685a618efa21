package org.ssos.clearinghouse.entry;

import org.jspecify.annotations.Nullable;

/** The two clocks of an entry; an absent clock means that nobody has looked yet. Written by publishing only. */
public record Vetting(
        @Nullable Check factsChecked, @Nullable Review qualityReviewed) {
    public record Check(
            PartialDate on,
            @Nullable String how,
            @Nullable String byRole,
            @Nullable String organization,
            @Nullable PartialDate due) {}

    public record Review(
            PartialDate on,
            @Nullable String rubric,
            @Nullable String band,
            @Nullable PartialDate due) {}
}
