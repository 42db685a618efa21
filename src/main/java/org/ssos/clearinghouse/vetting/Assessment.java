package org.ssos.clearinghouse.vetting;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the checks and reviews of a case come to. Rules: {@code content/vetting/rubric.yaml}. A difference of one point
 * takes the mean; of two or more, or between a score and "does not apply", the lead reviewer settles. Bands rest on the
 * unrounded weighted mean and the first that fits counts: decline, featured, listed, else improve.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Assessment {
    double FEATURED_FROM = 2.4;
    double LISTED_FROM = 1.6;
    double DECLINED_BELOW = 1.0;

    /** What has a score of 0 here is not listed. */
    List<String> NEVER_ZERO = List.of("equity", "access-quality");

    /** The lead reviewer has to settle these criteria first. */
    record Unsettled(List<String> criteria) implements Assessment {
        public Unsettled {
            criteria = List.copyOf(criteria);
        }
    }

    /** So little applies that the lead reviewer has to say whether a band would mean anything. */
    record TooLittleToBand(double shareOfWeights) implements Assessment {}

    /** The lead reviewer found that a band would mean nothing. */
    record NotBanded(String reason) implements Assessment {}

    /** Facts are checked, not scored. */
    record GatesOnly(List<String> failed) implements Assessment {
        public GatesOnly {
            failed = List.copyOf(failed);
        }
    }

    /**
     * @param mean weighted and unrounded, from 0 to 3; 0 where nothing applies
     * @param points what counts for each criterion that applies: a mean of two, or what was settled
     * @param why what decided the band, in words
     */
    record Banded(Band band, double mean, Map<String, Double> points, List<String> why) implements Assessment {
        public Banded {
            points = Map.copyOf(points);
            why = List.copyOf(why);
        }
    }

    /** Whether an editor may put the entry on the site. */
    default boolean isGoodEnough() {
        return switch (this) {
            case Banded banded -> banded.band().isPublished();
            case GatesOnly(var failed) -> failed.isEmpty();
            case NotBanded _, TooLittleToBand _, Unsettled _ -> false;
        };
    }

    static Assessment of(Rubric rubric, GateCheck gates) {
        return new GatesOnly(rubric.gates().stream()
                .flatMap(gate -> failure(gate, gates).stream())
                .toList());
    }

    private static List<String> failure(Rubric.Gate gate, GateCheck gates) {
        var finding = gates.findings().get(gate.id());
        return finding == null || finding.passed() ? List.of() : List.of(gate.label() + ": " + finding.note());
    }

    /** @param settled what the lead reviewer decided so far */
    static Assessment of(Rubric rubric, Review one, Review other, Settlement settled) {
        var points = points(rubric, one, other, settled);
        double used = weights(rubric, points);
        double mean = used == 0 ? 0 : sum(rubric, points) / used;
        // No score mends a failed gate, so nobody has to settle anything.
        var failed = failedGates(rubric, one, other);
        if (!failed.isEmpty()) return new Banded(Band.DECLINE, mean, points, failed);
        var open = Review.tooFarApart(rubric, one, other).stream()
                .filter(id -> !settled.scores().containsKey(id))
                .toList();
        if (!open.isEmpty()) return new Unsettled(open);
        if (used < rubric.allWeights() / 2.0) {
            var ruling = settled.ruling();
            if (ruling == null) return new TooLittleToBand(used / rubric.allWeights());
            if (!ruling.bandable()) return new NotBanded(ruling.reason());
        }
        return band(rubric, points, mean);
    }

    private static Map<String, Double> points(Rubric rubric, Review one, Review other, Settlement settled) {
        var points = new LinkedHashMap<String, Double>();
        for (var criterion : rubric.criteria()) {
            var id = criterion.id();
            var agreed = settled.scores().containsKey(id)
                    ? toDouble(Objects.requireNonNull(settled.scores().get(id)).points())
                    : mean(one.scores().get(id), other.scores().get(id));
            if (agreed != null) points.put(id, agreed);
        }
        return points;
    }

    private static @Nullable Double mean(@Nullable Score one, @Nullable Score other) {
        var first = one == null ? null : one.points();
        var second = other == null ? null : other.points();
        return first == null || second == null ? null : (first + second) / 2.0;
    }

    private static @Nullable Double toDouble(@Nullable Integer points) {
        return points == null ? null : Double.valueOf(points);
    }

    private static double weights(Rubric rubric, Map<String, Double> points) {
        return rubric.criteria().stream()
                .filter(criterion -> points.containsKey(criterion.id()))
                .mapToInt(Rubric.Criterion::weight)
                .sum();
    }

    private static double sum(Rubric rubric, Map<String, Double> points) {
        return rubric.criteria().stream()
                .mapToDouble(criterion -> criterion.weight() * points.getOrDefault(criterion.id(), 0.0))
                .sum();
    }

    /** A gate fails when one reviewer finds that it does; the reason stands with it. */
    private static List<String> failedGates(Rubric rubric, Review one, Review other) {
        var failed = new ArrayList<String>();
        for (var gate : rubric.gates()) {
            var first = one.failedGates().get(gate.id());
            var why = first == null ? other.failedGates().get(gate.id()) : first;
            if (why != null) failed.add(gate.label() + ": " + why);
        }
        return failed;
    }

    private static Banded band(Rubric rubric, Map<String, Double> points, double mean) {
        if (mean < DECLINED_BELOW) {
            return new Banded(Band.DECLINE, mean, points, List.of("The mean is under " + DECLINED_BELOW + "."));
        }
        var notFeatured = notFeatured(rubric, points, mean);
        if (notFeatured.isEmpty()) return new Banded(Band.FEATURED, mean, points, List.of());
        var notListed = notListed(rubric, points, mean);
        return notListed.isEmpty()
                ? new Banded(Band.LISTED, mean, points, notFeatured)
                : new Banded(Band.IMPROVE, mean, points, notListed);
    }

    private static List<String> notFeatured(Rubric rubric, Map<String, Double> points, double mean) {
        var why = new ArrayList<String>();
        if (mean < FEATURED_FROM) why.add("To be featured the mean has to be " + FEATURED_FROM + " or more.");
        for (var criterion : zeros(rubric, points)) why.add(criterion + " has the score 0.");
        var evidence = points.get("evidence");
        if (evidence == null) why.add("Evidence does not apply to it, and only what rests on evidence is featured.");
        else if (evidence < 2) why.add("To be featured the evidence has to score 2 or more.");
        return why;
    }

    private static List<String> notListed(Rubric rubric, Map<String, Double> points, double mean) {
        var why = new ArrayList<String>();
        if (mean < LISTED_FROM) why.add("To be listed the mean has to be " + LISTED_FROM + " or more.");
        var zeros = zeros(rubric, points);
        if (zeros.size() > 1) why.add("More than one criterion has the score 0: " + String.join(", ", zeros) + ".");
        for (var id : NEVER_ZERO) {
            if (Double.valueOf(0).equals(points.get(id))) why.add(rubric.labelOf(id) + " has the score 0.");
        }
        return why;
    }

    private static List<String> zeros(Rubric rubric, Map<String, Double> points) {
        return rubric.criteria().stream()
                .filter(criterion -> Double.valueOf(0).equals(points.get(criterion.id())))
                .map(Rubric.Criterion::label)
                .toList();
    }
}
