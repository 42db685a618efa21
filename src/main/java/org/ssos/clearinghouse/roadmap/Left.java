package org.ssos.clearinghouse.roadmap;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.intake.Condition;
import org.ssos.clearinghouse.intake.Questionnaire;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.Kept;

/**
 * A step that is no longer in the plan, with what was done with it, which nobody but its keeper removes.
 *
 * @param why it left, in a sentence or more
 */
public record Left(Kept kept, String why) {
    /** Everything that was kept of steps which the plan does not hold. */
    static List<Left> of(SavedRoadmap saved, Plan plan, Catalog catalog) {
        return saved.kept().stream()
                .filter(kept -> plan.find(kept.step()).isEmpty())
                .map(kept -> new Left(kept, why(kept, saved.answers(), catalog)))
                .toList();
    }

    /**
     * The questions by which a step left a plan: of those whose answers changed, the ones that it depends on.
     *
     * @return none where no answer changed
     */
    static List<String> leftBy(String step, Answers before, Answers after, Catalog catalog) {
        var changed = Stream.concat(before.values().keySet().stream(), after.values().keySet().stream())
                .distinct()
                .filter(question -> !before.all(question).equals(after.all(question)))
                .toList();
        var asked = catalog.part(Steps.PART).find(step).map(Left::questions).orElse(List.of());
        var both = changed.stream().filter(asked::contains).toList();
        // Dates depend on the kind of LEA without any condition that says so.
        return both.isEmpty() ? changed : both;
    }

    private static List<String> questions(Step step) {
        return Stream.of(step.forWhom(), step.when(), step.alsoWhen())
                .flatMap(List::stream)
                .map(Condition::question)
                .distinct()
                .toList();
    }

    private static String why(Kept kept, Answers answers, Catalog catalog) {
        var questionnaire = catalog.part(Questionnaire.PART);
        var step = catalog.part(Steps.PART).find(kept.step());
        if (step.isEmpty()) return "The directory no longer has this step.";
        if (!kept.leftBy().isEmpty()) {
            return kept.leftBy().stream()
                    .map(id -> because(id, answers, questionnaire, catalog))
                    .collect(Collectors.joining(" "));
        }
        return questionnaire.holds(step.get().rule(), answers)
                ? "No date of the school year lies ahead for it."
                : "The directory changed whom this step is for.";
    }

    private static String because(String id, Answers answers, Questionnaire questionnaire, Catalog catalog) {
        var question = questionnaire.find(id);
        if (question.isEmpty()) return "You changed an answer.";
        var now = answers.all(id).stream()
                .map(value -> Questionnaire.label(question.get(), value, catalog))
                .collect(Collectors.joining("; "));
        return "You changed your answer to “" + question.get().shortly() + "”. It is now "
                + (now.isEmpty() ? "left open" : "“" + now + "”") + ".";
    }
}
