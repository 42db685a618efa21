package org.ssos.clearinghouse.vetting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the lead reviewer added to two reviews.
 *
 * @param by absent as long as nothing was settled
 * @param scores for the criteria on which the reviewers differ by two or more
 * @param ruling where little of the rubric applies: whether a band would mean anything
 */
public record Settlement(
        @Nullable Person by,
        Map<String, Score> scores,
        @Nullable Ruling ruling) {
    public static final Settlement NONE = new Settlement(null, Map.of(), null);

    public record Ruling(boolean bandable, String reason) {}

    public Settlement {
        scores = Map.copyOf(scores);
    }

    Settlement with(Person lead, Map<String, Score> more) {
        var all = new LinkedHashMap<>(scores);
        all.putAll(more);
        return new Settlement(lead, all, ruling);
    }

    Settlement with(Person lead, Ruling given) {
        return new Settlement(lead, scores, given);
    }
}
