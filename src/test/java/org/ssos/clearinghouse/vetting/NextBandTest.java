package org.ssos.clearinghouse.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.vetting.Assessment.Banded;

/** What would change a result: whatever the scores, those that are named lead to a better band. */
class NextBandTest {
    private static final Rubric RUBRIC = RealContent.catalog().part(Rubric.PART);
    private static final Person ANA = new Person(1, "Ana", "Reviewer", "Beta COE");
    private static final Person BEN = new Person(2, "Ben", "Reviewer", "Gamma COE");

    @Test
    void the_scores_that_are_named_lead_to_a_better_band() {
        var random = new Random(20261121);
        int improved = 0;
        for (int round = 0; round < 3000; round++) {
            var least = random.nextInt(3);
            Map<String, Integer> points = RUBRIC.criteria().stream()
                    .filter(criterion -> criterion.id().equals("evidence") || random.nextInt(6) > 0)
                    .collect(Collectors.toMap(Rubric.Criterion::id, _ -> Math.min(3, random.nextInt(3) + least)));
            if (!(assessment(points) instanceof Banded banded)) continue;
            var better = NextBand.scores(RUBRIC, banded);
            if (banded.band() == Band.FEATURED) {
                assertThat(better).isEmpty();
                continue;
            }
            assertThat(better).as("%s", points).isNotEmpty();
            // Whole points, as a reviewer gives them, that are at least as many.
            var raised = new HashMap<>(points);
            better.forEach((id, score) -> raised.put(id, (int) Math.ceil(score)));
            assertThat(((Banded) assessment(raised)).band())
                    .as("%s with %s", points, better)
                    .isLessThan(banded.band());
            improved++;
        }
        assertThat(improved).isGreaterThan(1000);
    }

    @Test
    void the_words_name_criteria_and_scores_and_repeat_no_reason() {
        var banded = (Banded) assessment(all(2));
        assertThat(banded.band()).isEqualTo(Band.LISTED);
        var words = NextBand.of(RUBRIC, banded);
        assertThat(words)
                .hasSize(2)
                .first()
                .asString()
                .startsWith("To be featured, these scores would be enough: ")
                .contains("3 instead of 2");
        assertThat(words).doesNotContainAnyElementsOf(banded.why());
    }

    @Test
    void a_failed_gate_has_to_be_passed_before_any_score_counts() {
        var one = review(ANA, all(3), Map.of("g-rights", "No licence."));
        var banded = (Banded) Assessment.of(RUBRIC, one, review(BEN, all(3), Map.of()), Settlement.NONE);
        assertThat(NextBand.of(RUBRIC, banded))
                .containsExactly("The gate “Usable” has to be passed; then the scores count.");
    }

    @Test
    void without_evidence_nothing_else_leads_to_featured() {
        var points = all(3);
        points.remove("evidence");
        assertThat(NextBand.of(RUBRIC, (Banded) assessment(points)))
                .singleElement()
                .asString()
                .contains("evidence has to apply");
    }

    @Test
    void the_best_band_has_no_better_one() {
        assertThat(NextBand.of(RUBRIC, (Banded) assessment(all(3)))).isEmpty();
    }

    private static Map<String, Integer> all(int points) {
        var all = new HashMap<String, Integer>();
        for (var criterion : RUBRIC.criteria()) all.put(criterion.id(), points);
        return all;
    }

    private static Assessment assessment(Map<String, Integer> points) {
        return Assessment.of(RUBRIC, review(ANA, points, Map.of()), review(BEN, points, Map.of()), Settlement.NONE);
    }

    private static Review review(Person by, Map<String, Integer> points, Map<String, String> failed) {
        var scores = new HashMap<String, Score>();
        for (var criterion : RUBRIC.criteria()) {
            scores.put(criterion.id(), new Score(pointsOf(points, criterion), "because"));
        }
        return new Review(by, Set.of("g-safe"), failed, scores);
    }

    private static @Nullable Integer pointsOf(Map<String, Integer> points, Rubric.Criterion criterion) {
        return points.get(criterion.id());
    }
}
