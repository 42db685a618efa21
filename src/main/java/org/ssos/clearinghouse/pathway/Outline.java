package org.ssos.clearinghouse.pathway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.pathway.Question.Option;
import org.ssos.clearinghouse.web.LevelTag;

/**
 * A question of a pathway with all that can follow, unfolded. Chart and list are both made of it.
 *
 * @param onWay whether it is asked on the given walk
 */
public record Outline(Question question, boolean onWay, List<Branch> branches) {

    /**
     * An answer and where it leads.
     *
     * @param path the address of the page that it leads to
     */
    public record Branch(Option option, boolean onWay, String path, Target target) {
        /** The question that follows, where one does that was not unfolded before. */
        public @Nullable Outline next() {
            return target instanceof Target.Unfolded(var outline) ? outline : null;
        }
    }

    /** Where an answer leads. */
    public sealed interface Target {
        record Unfolded(Outline outline) implements Target {}

        record End(Outcome outcome) implements Target {}

        /** A question that stands further up already. */
        record Again(Question question) implements Target {}

        record Over(Pathway pathway) implements Target {}

        /** What stands in the chart and in the list; for a question that follows it is the question. */
        default String text() {
            return switch (this) {
                case Unfolded(var outline) -> outline.question().question();
                case End(var outcome) -> outcome.title();
                case Again(var question) -> question.question();
                case Over(var pathway) -> pathway.title();
            };
        }

        /** A word or two about what it is. */
        default String kind() {
            return switch (this) {
                case Unfolded _ -> "Question";
                case End(var outcome) ->
                    outcome.level()
                            .level()
                            .map(level -> LevelTag.of(level).label())
                            .orElse("Federal rules");
                case Again _ -> "Question, see above";
                case Over _ -> "Another pathway";
            };
        }
    }

    /** The pathway from its first question on; what lies on the walk is marked. */
    static Outline of(Pathways pathways, Walk walk, Pathway pathway) {
        var way = new HashMap<String, String>();
        walk.answers()
                .forEach(given -> way.put(given.question().id(), given.option().id()));
        var first = new Step.Ask(pathway, pathways.question(pathway.first()).orElseThrow());
        return new Unfolding(pathways, pathway, way, new HashSet<>()).unfold(first, Map.of());
    }

    private record Unfolding(Pathways pathways, Pathway pathway, Map<String, String> way, Set<String> unfolded) {
        Outline unfold(Step.Ask ask, Map<String, String> before) {
            var question = ask.question();
            unfolded.add(question.id());
            var branches = new ArrayList<Branch>();
            for (var option : question.options()) {
                var answers = new LinkedHashMap<>(before);
                answers.put(question.id(), option.id());
                branches.add(new Branch(
                        option,
                        option.id().equals(way.get(question.id())),
                        WalkAddress.of(pathway, answers),
                        target(pathways.after(option), answers)));
            }
            return new Outline(question, way.containsKey(question.id()), branches);
        }

        private Target target(Step step, Map<String, String> answers) {
            return switch (step) {
                case Step.End(var outcome) -> new Target.End(outcome);
                case Step.Ask ask when !ask.pathway().equals(pathway) -> new Target.Over(ask.pathway());
                case Step.Ask ask when unfolded.contains(ask.question().id()) -> new Target.Again(ask.question());
                case Step.Ask ask -> new Target.Unfolded(unfold(ask, answers));
            };
        }
    }
}
