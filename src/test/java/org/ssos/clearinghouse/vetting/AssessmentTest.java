package org.ssos.clearinghouse.vetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.vetting.Assessment.Banded;
import org.ssos.clearinghouse.vetting.Assessment.NotBanded;
import org.ssos.clearinghouse.vetting.Assessment.TooLittleToBand;
import org.ssos.clearinghouse.vetting.Assessment.Unsettled;
import org.ssos.clearinghouse.vetting.Settlement.Ruling;

/** What two reviews come to, at the edges of every rule. */
class AssessmentTest {
    private static final Rubric RUBRIC = RealContent.catalog().part(Rubric.PART);

    /** Ten criteria of weight 1, so that a sum of points is ten times the mean. */
    private static final Rubric EVEN = new Rubric(
            "even",
            List.of(),
            Stream.concat(
                            Stream.of("evidence", "equity", "access-quality"),
                            IntStream.rangeClosed(4, 10).mapToObj(number -> "other-" + number))
                    .map(id -> criterion(id, 1))
                    .toList());

    @Test
    void the_rubric_is_the_one_of_the_working_group() {
        assertThat(RUBRIC.gates())
                .hasSize(8)
                .filteredOn(Rubric.Gate::bothConfirm)
                .extracting(Rubric.Gate::id)
                .containsExactly("g-safe");
        assertThat(RUBRIC.gates(Depth.LIGHT))
                .extracting(Rubric.Gate::id)
                .containsExactly("g-owner", "g-link", "g-purpose", "g-current");
        assertThat(RUBRIC.criteria())
                .hasSize(12)
                .allMatch(criterion -> criterion.levels().size() == 4);
        assertThat(RUBRIC.allWeights()).isEqualTo(24);
    }

    @ParameterizedTest(name = "{0} points of ten criteria make {1}")
    @CsvSource({
        "9.5, DECLINE",
        "10, IMPROVE",
        "15.5, IMPROVE",
        "16, LISTED",
        "23.5, LISTED",
        "24, FEATURED",
        "30, FEATURED"
    })
    void bands_begin_exactly_at_their_mean(double sum, Band band) {
        // Both give the same, save one point of difference where the sum is uneven.
        var one = spread((int) Math.ceil(sum));
        var other = spread((int) Math.floor(sum));
        assertThat(banded(EVEN, one, other).mean()).isEqualTo(sum / 10);
        assertThat(banded(EVEN, one, other).band()).isEqualTo(band);
    }

    @Test
    void the_mean_is_not_rounded() {
        var rubric = new Rubric(
                "long",
                List.of(),
                IntStream.range(0, 1000)
                        .mapToObj(number -> criterion("c-" + number, 1))
                        .toList());
        var scores = new HashMap<String, @Nullable Integer>();
        for (int i = 0; i < 1000; i++) scores.put("c-" + i, i < 599 ? 2 : 1);
        assertThat(banded(rubric, scores, scores).mean()).isEqualTo(1.599);
        assertThat(banded(rubric, scores, scores).band()).isEqualTo(Band.IMPROVE);
    }

    static Stream<Arguments> zeros() {
        return Stream.of(
                arguments(Map.of("other-4", 0), Band.LISTED, "one criterion at 0 cannot be featured"),
                arguments(Map.of("other-4", 0, "other-5", 0), Band.IMPROVE, "two at 0 cannot be listed"),
                arguments(Map.of("equity", 0), Band.IMPROVE, "none on equity"),
                arguments(Map.of("access-quality", 0), Band.IMPROVE, "none on accessibility"),
                arguments(Map.of("evidence", 1), Band.LISTED, "evidence under 2 cannot be featured"),
                arguments(Map.of("evidence", 2), Band.FEATURED, "evidence of 2 can"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void zeros(Map<String, Integer> low, Band band, String rule) {
        var scores = all(EVEN, 3);
        scores.putAll(low);
        assertThat(banded(EVEN, scores, scores).band()).as(rule).isEqualTo(band);
    }

    @Test
    void a_mean_of_two_scores_decides_about_evidence() {
        var one = all(EVEN, 3);
        one.put("evidence", 2);
        var other = all(EVEN, 3);
        other.put("evidence", 1);
        var result = banded(EVEN, one, other);
        assertThat(result.points().get("evidence")).isEqualTo(1.5);
        assertThat(result.band()).isEqualTo(Band.LISTED);
    }

    @Test
    void evidence_that_does_not_apply_cannot_be_featured() {
        var scores = all(EVEN, 3);
        scores.put("evidence", null);
        var result = banded(EVEN, scores, scores);
        assertThat(result.band()).isEqualTo(Band.LISTED);
        assertThat(result.mean()).isEqualTo(3);
        assertThat(result.why()).singleElement().asString().contains("Evidence does not apply");
    }

    @Test
    void what_does_not_apply_is_left_out_of_the_mean() {
        var scores = all(RUBRIC, 2);
        scores.put("purpose-fit", 3);
        scores.put("openness", null);
        assertThat(banded(RUBRIC, scores, scores).mean()).isEqualTo((3 * 3 + 20 * 2) / 23.0);
    }

    @Test
    void a_difference_of_one_takes_the_mean_and_of_two_goes_to_the_lead_reviewer() {
        var one = all(EVEN, 2);
        var other = all(EVEN, 2);
        other.put("other-4", 3);
        other.put("other-5", 0);
        assertThat(assess(EVEN, one, other, Settlement.NONE)).isEqualTo(new Unsettled(List.of("other-5")));

        var settled = Settlement.NONE.with(person(9), Map.of("other-5", new Score(1, "looked again")));
        var result = (Banded) assess(EVEN, one, other, settled);
        assertThat(result.points()).containsEntry("other-4", 2.5).containsEntry("other-5", 1.0);
    }

    @Test
    void a_score_against_not_applicable_is_a_difference_and_two_not_applicable_are_none() {
        var one = all(EVEN, 2);
        var other = all(EVEN, 2);
        one.put("other-4", null);
        assertThat(assess(EVEN, one, other, Settlement.NONE)).isEqualTo(new Unsettled(List.of("other-4")));
        other.put("other-4", null);
        assertThat(assess(EVEN, one, other, Settlement.NONE)).isInstanceOf(Banded.class);

        other.put("other-4", 2);
        var out = Settlement.NONE.with(person(9), Map.of("other-4", new Score(null, "does not apply")));
        assertThat(((Banded) assess(EVEN, one, other, out)).points()).doesNotContainKey("other-4");
    }

    @Test
    void with_half_of_the_weights_it_is_banded_and_with_less_the_lead_reviewer_rules() {
        var scores = all(EVEN, 3);
        for (int number = 4; number <= 8; number++) scores.put("other-" + number, null);
        assertThat(banded(EVEN, scores, scores).band()).isEqualTo(Band.FEATURED);

        scores.put("other-9", null);
        assertThat(assess(EVEN, scores, scores, Settlement.NONE)).isEqualTo(new TooLittleToBand(0.4));
        var yes = Settlement.NONE.with(person(9), new Ruling(true, "the core applies"));
        assertThat(((Banded) assess(EVEN, scores, scores, yes)).band()).isEqualTo(Band.FEATURED);
        var no = Settlement.NONE.with(person(9), new Ruling(false, "too thin"));
        assertThat(assess(EVEN, scores, scores, no)).isEqualTo(new NotBanded("too thin"));
        assertThat(assess(EVEN, scores, scores, no).isGoodEnough()).isFalse();
    }

    @Test
    void a_gate_that_one_reviewer_finds_failed_declines_before_anything_is_settled() {
        var one = review(RUBRIC, 1, all(RUBRIC, 3), Map.of());
        var other = review(RUBRIC, 2, all(RUBRIC, 0), Map.of("g-safe", "It asks for names of students."));
        var result = (Banded) Assessment.of(RUBRIC, one, other, Settlement.NONE);
        assertThat(result.band()).isEqualTo(Band.DECLINE);
        assertThat(result.why()).containsExactly("Lawful and safe: It asks for names of students.");
        assertThat(result.isGoodEnough()).isFalse();
    }

    @Test
    void nothing_that_applies_is_no_mean() {
        var scores = all(EVEN, 3);
        scores.replaceAll((_, _) -> null);
        assertThat(assess(EVEN, scores, scores, Settlement.NONE)).isEqualTo(new TooLittleToBand(0));
        var yes = Settlement.NONE.with(person(9), new Ruling(true, "why not"));
        assertThat(((Banded) assess(EVEN, scores, scores, yes)).band()).isEqualTo(Band.DECLINE);
    }

    /** As even as can be, so that no score is 0 where it need not be. */
    private static Map<String, @Nullable Integer> spread(int sum) {
        var scores = new HashMap<String, @Nullable Integer>();
        var ids = EVEN.criteria().stream().map(Rubric.Criterion::id).toList();
        for (int i = 0; i < 10; i++) scores.put(ids.get(i), (sum + 9 - i) / 10);
        return scores;
    }

    static Map<String, @Nullable Integer> all(Rubric rubric, int points) {
        var scores = new HashMap<String, @Nullable Integer>();
        rubric.criteria().forEach(criterion -> scores.put(criterion.id(), points));
        return scores;
    }

    private static Banded banded(
            Rubric rubric, Map<String, @Nullable Integer> one, Map<String, @Nullable Integer> other) {
        return (Banded) assess(rubric, one, other, Settlement.NONE);
    }

    private static Assessment assess(
            Rubric rubric,
            Map<String, @Nullable Integer> one,
            Map<String, @Nullable Integer> other,
            Settlement settled) {
        return Assessment.of(rubric, review(rubric, 1, one, Map.of()), review(rubric, 2, other, Map.of()), settled);
    }

    private static Review review(
            Rubric rubric, long reviewer, Map<String, @Nullable Integer> points, Map<String, String> failed) {
        var scores = new HashMap<String, Score>();
        points.forEach((id, value) -> scores.put(id, new Score(value, "because")));
        var review = new Review(person(reviewer), Set.of("g-safe"), failed, scores);
        assertThat(new ArrayList<>(review.missing(rubric))).isEmpty();
        return review;
    }

    private static Person person(long id) {
        return new Person(id, "Person " + id, "Reviewer", "Office " + id);
    }

    private static Rubric.Criterion criterion(String id, int weight) {
        return new Rubric.Criterion(id, id, weight, id, List.of("0", "1", "2", "3"), List.of());
    }
}
