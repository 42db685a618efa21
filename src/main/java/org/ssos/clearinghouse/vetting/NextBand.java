package org.ssos.clearinghouse.vetting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.vetting.Assessment.Banded;

/** Which scores would lead to the next better band; {@link Assessment} says what each band takes. */
public final class NextBand {
    private static final int BEST = 3;

    private final Rubric rubric;
    private final Map<String, Double> points;
    private final Map<String, Double> wanted = new LinkedHashMap<>();

    private NextBand(Rubric rubric, Map<String, Double> points) {
        this.rubric = rubric;
        this.points = points;
    }

    /** In sentences; nothing where there is no better band, or no score leads there. */
    public static List<String> of(Rubric rubric, Banded banded) {
        var failed = failedGates(rubric, banded);
        if (!failed.isEmpty()) {
            return failed.stream()
                    .map(gate -> "The gate “" + gate + "” has to be passed; then the scores count.")
                    .toList();
        }
        return new NextBand(rubric, banded.points()).sentences(banded.band());
    }

    /** The reason of a band that rests on gates begins with their names. */
    private static List<String> failedGates(Rubric rubric, Banded banded) {
        return rubric.gates().stream()
                .map(Rubric.Gate::label)
                .filter(label -> banded.why().stream().anyMatch(why -> why.startsWith(label + ": ")))
                .toList();
    }

    /** The scores that would do, by criterion: those that have to rise, each with the least that is enough. */
    static Map<String, Double> scores(Rubric rubric, Banded banded) {
        var next = new NextBand(rubric, banded.points());
        next.sentences(banded.band());
        return Map.copyOf(next.wanted);
    }

    private List<String> sentences(Band band) {
        return switch (band) {
            case FEATURED -> List.of();
            case LISTED -> toFeatured();
            case IMPROVE -> toListed();
            case DECLINE -> {
                rise(Assessment.DECLINED_BELOW);
                yield sentences("To be returned with notes", Assessment.DECLINED_BELOW);
            }
        };
    }

    private List<String> toFeatured() {
        if (!points.containsKey("evidence")) {
            return List.of("To be featured, evidence has to apply to it and score 2 or more.");
        }
        atLeast("evidence", 2);
        zeros().forEach(id -> atLeast(id, 1));
        rise(Assessment.FEATURED_FROM);
        return sentences("To be featured", Assessment.FEATURED_FROM);
    }

    private List<String> toListed() {
        for (var id : Assessment.NEVER_ZERO) atLeast(id, 1);
        // One score of 0 may stay.
        zeros().stream().skip(1).forEach(id -> atLeast(id, 1));
        rise(Assessment.LISTED_FROM);
        return sentences("To be listed", Assessment.LISTED_FROM);
    }

    private List<String> zeros() {
        return rubric.criteria().stream()
                .filter(criterion -> points.containsKey(criterion.id()) && at(criterion) == 0)
                .sorted(Comparator.comparingInt(Rubric.Criterion::weight))
                .map(Rubric.Criterion::id)
                .toList();
    }

    private void atLeast(String id, double least) {
        var known = points.get(id);
        if (known != null && known < least) wanted.put(id, least);
    }

    /** Raises as few criteria as will do, those of the most weight first, each by half points. */
    private void rise(double mean) {
        var byGain = rubric.criteria().stream()
                .filter(criterion -> points.containsKey(criterion.id()))
                .sorted(Comparator.comparingDouble((Rubric.Criterion criterion) -> -gain(criterion)))
                .toList();
        for (var criterion : byGain) {
            double missing = mean * weights() - sum();
            if (missing <= 1e-9) return;
            double steps = Math.ceil((missing - 1e-9) / criterion.weight() * 2) / 2;
            wanted.put(criterion.id(), Math.min(BEST, at(criterion) + steps));
        }
    }

    private double gain(Rubric.Criterion criterion) {
        return criterion.weight() * (BEST - at(criterion));
    }

    private double sum() {
        return rubric.criteria().stream()
                .filter(criterion -> points.containsKey(criterion.id()))
                .mapToDouble(criterion -> criterion.weight() * at(criterion))
                .sum();
    }

    private double weights() {
        return rubric.criteria().stream()
                .filter(criterion -> points.containsKey(criterion.id()))
                .mapToInt(Rubric.Criterion::weight)
                .sum();
    }

    private double at(Rubric.Criterion criterion) {
        return wanted.getOrDefault(criterion.id(), points.getOrDefault(criterion.id(), 0.0));
    }

    private List<String> sentences(String aim, double mean) {
        if (wanted.isEmpty()) return List.of();
        var scores = rubric.criteria().stream()
                .filter(criterion -> wanted.containsKey(criterion.id()))
                .map(criterion -> criterion.label() + " " + number(at(criterion)) + " instead of "
                        + number(points.getOrDefault(criterion.id(), 0.0)))
                .collect(Collectors.joining("; "));
        var sentences = new ArrayList<String>();
        sentences.add(aim + ", these scores would be enough: " + scores + ".");
        sentences.add("The mean would then be " + String.format(Locale.ROOT, "%.2f", sum() / weights()) + "; it takes "
                + mean + ". Other scores that reach it would do as well.");
        return sentences;
    }

    private static String number(double points) {
        return points == Math.rint(points) ? String.valueOf((int) points) : String.format(Locale.ROOT, "%.1f", points);
    }
}
