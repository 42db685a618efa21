package org.ssos.clearinghouse.entry;

import org.jspecify.annotations.Nullable;

/**
 * How far an entry can be trusted, by the decisions on record. It is matched to the entry by the hash of its text, and
 * never read from the entry's own file. An absent clock means that nobody has looked.
 *
 * @param receipt of the last decision; where the entry was edited since, it speaks of an earlier text
 */
public record Vetting(
        Standing standing,
        @Nullable Check factsChecked,
        @Nullable Review qualityReviewed,
        Receipt receipt) {

    public enum Standing {
        /** The text is the one that was decided. */
        VETTED,
        /** An administrator published it alone; nobody else has looked at it yet. */
        EMERGENCY,
        /** The file was changed after the decision, by somebody with access to the folder. */
        EDITED_OUTSIDE
    }

    /** When and how facts were held against their sources, and when that is due again. */
    public record Check(
            PartialDate on,
            @Nullable String how,
            @Nullable String byRole,
            @Nullable String organization,
            @Nullable PartialDate due) {}

    /** When the whole rubric was scored, with what result, and when that is due again. */
    public record Review(
            PartialDate on,
            @Nullable String rubric,
            @Nullable String band,
            @Nullable PartialDate due) {}

    /** What stands for the text that was decided. */
    public static Vetting of(Receipt receipt) {
        return new Vetting(
                receipt.emergency() ? Standing.EMERGENCY : Standing.VETTED,
                receipt.factsChecked(),
                receipt.qualityReviewed(),
                receipt);
    }

    /** What stands for any other text: the decision is remembered, and nothing of it holds. */
    public static Vetting editedSince(Receipt receipt) {
        return new Vetting(Standing.EDITED_OUTSIDE, null, null, receipt);
    }
}
