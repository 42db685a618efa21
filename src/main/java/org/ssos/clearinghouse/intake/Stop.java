package org.ssos.clearinghouse.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.intake.Questionnaire.Section;

/**
 * A page on the way through the intake. The section with the LEA has a second page, which shows what follows from it; so
 * has a section with checks, which says what is right. The way ends at the page with all answers.
 *
 * @param id what forms call it
 * @param section none for the page with all answers
 * @param second whether it is the second page of its section
 */
record Stop(String id, @Nullable Section section, boolean second) {
    private static final Stop REVIEW = new Stop("review", null, false);

    /** The whole way. */
    static List<Stop> all(Questionnaire questionnaire) {
        var way = new ArrayList<Stop>();
        for (var section : questionnaire.sections()) {
            way.add(new Stop(section.id(), section, false));
            if (hasLea(section, questionnaire)
                    || !checks(section, questionnaire).isEmpty()) {
                way.add(new Stop(section.id() + ".2", section, true));
            }
        }
        way.add(REVIEW);
        return way;
    }

    /** The page of this name; the first one where there is none. */
    static Stop find(String id, Questionnaire questionnaire) {
        var all = all(questionnaire);
        return all.stream().filter(stop -> stop.id().equals(id)).findFirst().orElse(all.getFirst());
    }

    /** The page on which a question can be answered. */
    static Stop of(Question question, Questionnaire questionnaire) {
        return all(questionnaire).stream()
                .filter(stop -> stop.asks(questionnaire).contains(question))
                .findFirst()
                .orElse(REVIEW);
    }

    boolean isReview() {
        return section == null;
    }

    /** Whether it looks for an LEA. */
    boolean isLookUp(Questionnaire questionnaire) {
        return section != null && !second && hasLea(section, questionnaire);
    }

    /** Whether it says what is right. */
    boolean explains(Questionnaire questionnaire) {
        return section != null && second && !checks(section, questionnaire).isEmpty();
    }

    /** The questions that are answered here. */
    List<Question> asks(Questionnaire questionnaire) {
        if (section == null || explains(questionnaire)) return List.of();
        boolean lookUp = isLookUp(questionnaire);
        boolean ofLea = second || lookUp;
        return questionnaire.questions(section).stream()
                .filter(question -> !ofLea || (question.kind() == Question.Kind.LEA) == lookUp)
                .toList();
    }

    /** All questions of its section. */
    List<Question> asksInSection(Questionnaire questionnaire) {
        return section == null ? List.of() : questionnaire.questions(section);
    }

    /** The page after this one. */
    Stop next(Answers answers, Questionnaire questionnaire) {
        return beside(1, answers, questionnaire);
    }

    /** The page before this one; the first has none before it but itself. */
    Stop previous(Answers answers, Questionnaire questionnaire) {
        return beside(-1, answers, questionnaire);
    }

    /** The first page of the section after this one. */
    Stop afterSection(Questionnaire questionnaire) {
        var all = all(questionnaire);
        int at = all.indexOf(this);
        while (section != null && section.equals(all.get(at).section())) at++;
        return all.get(at);
    }

    /** Which step of how many it is; both pages of a section are one step. */
    int number(Questionnaire questionnaire) {
        return section == null ? total(questionnaire) : questionnaire.sections().indexOf(section) + 1;
    }

    static int total(Questionnaire questionnaire) {
        return questionnaire.sections().size() + 1;
    }

    private Stop beside(int step, Answers answers, Questionnaire questionnaire) {
        var all = all(questionnaire);
        int at = Math.clamp(all.indexOf(this) + step, 0, all.size() - 1);
        var stop = all.get(at);
        boolean empty = stop.section() != null
                && stop.explains(questionnaire)
                && checks(stop.section(), questionnaire).stream()
                        .allMatch(check -> answers.all(check.id()).isEmpty());
        return empty ? all.get(at + step) : stop;
    }

    private static boolean hasLea(Section section, Questionnaire questionnaire) {
        return questionnaire.questions(section).stream().anyMatch(question -> question.kind() == Question.Kind.LEA);
    }

    private static List<Question> checks(Section section, Questionnaire questionnaire) {
        return questionnaire.questions(section).stream()
                .filter(Question::isCheck)
                .toList();
    }
}
