package org.ssos.clearinghouse.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision to publish rested on, for anybody to read. It names roles and organizations, never persons.
 *
 * @param number of the case, such as {@code 2026-0412}
 * @param content SHA-256 of the text that was decided, in hexadecimal
 * @param depth how much review it got, in words
 * @param rubric the version of the rules
 * @param emergency whether one person published it alone
 * @param mean of the scores, weighted and unrounded, from 0 to 3
 * @param reasons what decided the band
 * @param wouldChange what would change the result
 */
public record Receipt(
        String number,
        String content,
        PartialDate decidedOn,
        String depth,
        @Nullable String rubric,
        boolean emergency,
        List<Signature> signatures,
        List<Gate> gates,
        List<Score> scores,
        @Nullable String band,
        @Nullable Double mean,
        List<String> reasons,
        @Nullable String evidence,
        List<String> wouldChange,
        Vetting.@Nullable Check factsChecked,
        Vetting.@Nullable Review qualityReviewed) {

    /**
     * Somebody who took part.
     *
     * @param did such as "scored" or "decided"
     */
    public record Signature(
            String did,
            String role,
            String organization,
            @Nullable PartialDate on) {}

    /** Something that has to be so. */
    public record Gate(
            String gate, boolean passed, @Nullable String reason) {}

    /**
     * What counts for one criterion.
     *
     * @param points 0 to 3, half points where two reviewers differed by one; absent where the criterion does not apply
     * @param reasons one of each reviewer
     */
    public record Score(
            String criterion, int weight, @Nullable Double points, List<String> reasons) {
        public Score {
            reasons = Lists.copy(reasons);
        }
    }

    public Receipt {
        signatures = Lists.copy(signatures);
        gates = Lists.copy(gates);
        scores = Lists.copy(scores);
        reasons = Lists.copy(reasons);
        wouldChange = Lists.copy(wouldChange);
    }

    /** The same decision, with checks that were made before and still hold. */
    public Receipt withClocks(Vetting.@Nullable Check check, Vetting.@Nullable Review review) {
        return new Receipt(
                number,
                content,
                decidedOn,
                depth,
                rubric,
                emergency,
                signatures,
                gates,
                scores,
                band,
                mean,
                reasons,
                evidence,
                wouldChange,
                check,
                review);
    }
}
