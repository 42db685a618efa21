package org.ssos.clearinghouse.pathway;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.entry.Source;
import org.ssos.clearinghouse.pathway.Question.Option;

/**
 * All pathways. Every answer leads on, every walk ends at an outcome, and every outcome has an office to contact:
 * pathways for which that does not hold are left out. Safe for use by many threads.
 */
public final class Pathways {
    public static final Part<Pathways> PART = new PathwayReader();

    /**
     * What holds for all pathways.
     *
     * @param rulesAsOf how new the rules are that the outcomes rest on
     */
    public record About(String compiled, String rulesAsOf, String disclaimer, List<Source> sources) {}

    /** A number of questions, which depends on the answers. */
    public record Length(int fewest, int most) {
        Length or(Length other) {
            return new Length(Math.min(fewest, other.fewest), Math.max(most, other.most));
        }

        Length plusOne() {
            return new Length(fewest + 1, most + 1);
        }

        /** {@code 3}, or {@code 1 to 4}. */
        public String words() {
            return fewest == most ? Integer.toString(most) : fewest + " to " + most;
        }
    }

    private final List<Pathway> all;
    private final Map<String, Step.Ask> asked = new HashMap<>();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    private final Map<String, Office> offices = new LinkedHashMap<>();
    private final Map<String, String> ways = new HashMap<>();
    private final About about;

    /** The pathways have passed {@link PathwayCheck}. */
    Pathways(List<Pathway> pathways, List<Outcome> shared, List<Office> offices, About about) {
        this.about = about;
        all = pathways.stream().sorted(Comparator.comparingInt(Pathway::order)).toList();
        for (var pathway : all) {
            pathway.questions().forEach(question -> asked.put(question.id(), new Step.Ask(pathway, question)));
            pathway.outcomes().forEach(outcome -> outcomes.put(outcome.id(), outcome));
        }
        shared.forEach(outcome -> outcomes.put(outcome.id(), outcome));
        offices.forEach(office -> this.offices.put(office.id(), office));
        all.forEach(this::findWays);
    }

    /** In the order in which readers see them. */
    public List<Pathway> all() {
        return all;
    }

    public Optional<Pathway> find(String id) {
        return all.stream().filter(pathway -> pathway.id().equals(id)).findFirst();
    }

    public Optional<Question> question(String id) {
        return Optional.ofNullable(asked.get(id)).map(Step.Ask::question);
    }

    public List<Outcome> outcomes() {
        return List.copyOf(outcomes.values());
    }

    public Optional<Outcome> outcome(String id) {
        return Optional.ofNullable(outcomes.get(id));
    }

    public Optional<Office> office(String id) {
        return Optional.ofNullable(offices.get(id));
    }

    public About about() {
        return about;
    }

    public Step start(Pathway pathway) {
        return ask(pathway.first());
    }

    /** Where an answer leads. */
    public Step after(Option option) {
        if (option.outcome() != null) return new Step.End(found(outcomes, option.outcome()));
        if (option.next() != null) return ask(option.next());
        return start(find(String.valueOf(option.tree())).orElseThrow());
    }

    /** How many questions can still come, the one to ask now counted. */
    public Length lengthFrom(Step step) {
        if (!(step instanceof Step.Ask ask)) return new Length(0, 0);
        return ask.question().options().stream()
                .map(option -> lengthFrom(after(option)))
                .reduce(Length::or)
                .map(Length::plusOne)
                .orElseThrow();
    }

    /** The address of an outcome by the fewest answers, on the most special pathway that has it. */
    public Optional<String> pathTo(Outcome outcome) {
        return Optional.ofNullable(ways.get(outcome.id()));
    }

    private Step.Ask ask(String question) {
        return found(asked, question);
    }

    private record Way(Step step, Map<String, String> answers) {}

    /** Breadth first, inside one pathway. */
    private void findWays(Pathway pathway) {
        var seen = new HashSet<Step>();
        var open = new ArrayDeque<Way>();
        open.add(new Way(start(pathway), Map.of()));
        while (!open.isEmpty()) {
            var way = open.remove();
            if (!seen.add(way.step())) continue;
            switch (way.step()) {
                case Step.End(var outcome) -> ways.merge(outcome.id(), address(pathway, way), Pathways::better);
                case Step.Ask ask -> {
                    if (!ask.pathway().equals(pathway)) continue;
                    for (var option : ask.question().options()) {
                        var answers = new LinkedHashMap<>(way.answers());
                        answers.put(ask.question().id(), option.id());
                        open.add(new Way(after(option), answers));
                    }
                }
            }
        }
    }

    private static String address(Pathway pathway, Way way) {
        return WalkAddress.of(pathway, way.answers());
    }

    /** The pathway "start" is for those who do not know their question yet, so others come before it. */
    private static String better(String one, String other) {
        var byKind = Comparator.comparing((String path) -> path.startsWith("/pathways/start?"));
        return byKind.thenComparingInt(String::length).compare(one, other) <= 0 ? one : other;
    }

    private static <T> T found(Map<String, T> map, String id) {
        return Optional.ofNullable(map.get(id)).orElseThrow();
    }
}
