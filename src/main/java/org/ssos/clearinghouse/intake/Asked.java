package org.ssos.clearinghouse.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Question.Kind;
import org.ssos.clearinghouse.intake.Question.Option;
import org.ssos.clearinghouse.intake.Question.Use;

/**
 * A question as a page asks it.
 *
 * @param groups the options; most questions have one group without a name
 * @param chosen the values that are chosen
 * @param problem what is wrong with them
 * @param focused whether it is the one that the visitor came for
 */
public record Asked(
        Question question,
        List<Group> groups,
        List<String> chosen,
        @Nullable String problem,
        boolean focused) {
    /** So many options still stand in a column of their own. */
    private static final int LONG = 12;

    /** @param open whether one of them is chosen */
    public record Group(@Nullable String label, List<Option> options, boolean open) {}

    static Asked of(Question question, Turn.Show show, Catalog catalog) {
        var chosen = show.sent().answers().all(question.id());
        return new Asked(
                question,
                groups(question, chosen, catalog),
                chosen,
                show.problems().with(question.id()),
                question.id().equals(show.question()));
    }

    private static List<Group> groups(Question question, List<String> chosen, Catalog catalog) {
        var options = Questionnaire.options(question, catalog);
        if (!"topics".equals(question.optionsFrom())) return List.of(new Group(null, options, false));
        var groups = new ArrayList<Group>();
        for (var area : catalog.vocabularies().areas()) {
            var of = options.stream()
                    .filter(option -> catalog.vocabularies()
                            .topics()
                            .find(option.id())
                            .filter(topic -> topic.area().equals(area.id()))
                            .isPresent())
                    .toList();
            boolean open = of.stream().anyMatch(option -> chosen.contains(option.id()));
            if (!of.isEmpty()) groups.add(new Group(area.label(), of, open));
        }
        return groups;
    }

    public String id() {
        return question.id();
    }

    public boolean isCounty() {
        return question.kind() == Kind.COUNTY;
    }

    public boolean isChosen(Option option) {
        return chosen.contains(option.id());
    }

    /** {@code checkbox} or {@code radio}. */
    public String input() {
        return question.takesSeveral() ? "checkbox" : "radio";
    }

    public boolean isLong() {
        return groups.getFirst().options().size() > LONG;
    }

    /** Whether a choice has to be taken back by another one: radio buttons cannot be unticked. */
    public boolean needsNone() {
        return !question.takesSeveral() && !chosen.isEmpty();
    }

    /** Whether the answer may be counted, where the visitor agrees at the end. */
    public boolean isCounted() {
        return question.usedFor().contains(Use.COUNTS);
    }

    /** What the question rests on, by name. */
    public String sources() {
        return String.join(
                "; ",
                SourceLine.of(question.sources()).stream().map(SourceLine::name).toList());
    }

    /** The ids of what a screen reader says with the question. */
    public @Nullable String describedBy() {
        var ids = new ArrayList<String>();
        if (problem != null) ids.add(id() + "-error");
        if (question.help() != null) ids.add(id() + "-hint");
        return ids.isEmpty() ? null : String.join(" ", ids);
    }
}
