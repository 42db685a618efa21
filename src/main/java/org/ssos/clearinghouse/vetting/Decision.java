package org.ssos.clearinghouse.vetting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That an entry goes on the site, with everything it rests on.
 *
 * @param hash SHA-256 of the text that was approved
 * @param note why, in the words of the one who decided
 * @param emergency whether it was published without a second person
 * @param confirmedBy who reviewed an emergency afterwards
 * @param gates absent in an emergency before the screening
 * @param reviews the two of a full review; none otherwise
 * @param assessment what they came to; absent in an emergency before that
 * @param stillRight how the published text was checked, where nothing of it changed
 */
public record Decision(
        Person by,
        Instant at,
        String hash,
        String note,
        boolean emergency,
        @Nullable Person confirmedBy,
        String rubric,
        @Nullable GateCheck gates,
        List<Review> reviews,
        Settlement settled,
        @Nullable Assessment assessment,
        @Nullable String stillRight) {
    public Decision {
        reviews = List.copyOf(reviews);
    }

    /** Whether it still waits for a second person. */
    public boolean isAlone() {
        return emergency && confirmedBy == null;
    }

    /** The band, where the entry was scored. */
    public @Nullable Band band() {
        return assessment instanceof Assessment.Banded banded ? banded.band() : null;
    }

    Decision confirmed(Person second) {
        return new Decision(
                by, at, hash, note, emergency, second, rubric, gates, reviews, settled, assessment, stillRight);
    }
}
