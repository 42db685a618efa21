package org.ssos.clearinghouse.vetting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one reviewer handed in: complete, and not changed afterwards.
 *
 * @param confirmed the gates that the reviewer confirmed themselves; those that both reviewers have to
 * @param failedGates the gates that the reviewer found not passed, each with the reason
 * @param scores by criterion, one for each of the rubric
 */
public record Review(
        Person reviewer, Set<String> confirmed, Map<String, String> failedGates, Map<String, Score> scores) {
    public Review {
        confirmed = Set.copyOf(confirmed);
        failedGates = Map.copyOf(failedGates);
        scores = Map.copyOf(scores);
    }

    /** What is missing before it can be handed in, by field; empty when nothing is. */
    List<String> missing(Rubric rubric) {
        var gates = rubric.gates().stream()
                .filter(Rubric.Gate::bothConfirm)
                .map(Rubric.Gate::id)
                .filter(id -> !confirmed.contains(id) && !failedGates.containsKey(id));
        var criteria = rubric.criteria().stream().map(Rubric.Criterion::id).filter(id -> !scores.containsKey(id));
        return Stream.concat(gates, criteria).toList();
    }

    /** The criteria on which two reviews differ so far that neither the mean nor silence would be honest. */
    static List<String> tooFarApart(Rubric rubric, Review one, Review other) {
        return rubric.criteria().stream()
                .map(Rubric.Criterion::id)
                .filter(id -> isTooFar(one.scores().get(id), other.scores().get(id)))
                .toList();
    }

    private static boolean isTooFar(@Nullable Score one, @Nullable Score other) {
        var first = one == null ? null : one.points();
        var second = other == null ? null : other.points();
        // One finds that it does not apply and the other scores it: no mean says what they mean.
        if (first == null || second == null) return !Objects.equals(first, second);
        return Math.abs(first - second) >= 2;
    }
}
