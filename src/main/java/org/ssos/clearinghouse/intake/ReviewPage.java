package org.ssos.clearinghouse.intake;

import java.util.List;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Question.Use;

/**
 * All answers, before the plan is made.
 *
 * @param leftOut what was left out, by the short names of the questions
 * @param start the first day of the plan as it was typed
 * @param counted what is counted where the visitor agrees, by the short names of the questions
 */
public record ReviewPage(
        Step step, List<Part> parts, List<String> leftOut, String start, boolean mayCount, List<String> counted) {

    /** The answers of one page. */
    public record Part(String title, List<Line> lines) {}

    /** @param leftOut whether the question was left out; then {@code said} is what that stands for */
    public record Line(Question question, String said, boolean leftOut) {}

    static ReviewPage of(Step step, Sent sent, Catalog catalog) {
        var questionnaire = catalog.part(Questionnaire.PART);
        var parts = questionnaire.sections().stream()
                .map(section -> new Part(
                        section.title(),
                        questionnaire.questions(section).stream()
                                .map(question -> line(question, sent, catalog))
                                .toList()))
                .toList();
        return new ReviewPage(
                step,
                parts,
                parts.stream()
                        .flatMap(part -> part.lines().stream())
                        .filter(Line::leftOut)
                        .map(line -> line.question().shortly())
                        .toList(),
                sent.start(),
                sent.mayCount(),
                questionnaire.questions().stream()
                        .filter(question -> question.usedFor().contains(Use.COUNTS))
                        .filter(question -> !question.id().equals(Answers.ROLE))
                        .map(Question::shortly)
                        .toList());
    }

    private static Line line(Question question, Sent sent, Catalog catalog) {
        var chosen = sent.answers().all(question.id());
        if (chosen.isEmpty()) return new Line(question, meaningOfNone(question, sent, catalog), true);
        var labels = chosen.stream()
                .map(value -> Questionnaire.label(question, value, catalog))
                .toList();
        return new Line(question, String.join("; ", labels), false);
    }

    private static String meaningOfNone(Question question, Sent sent, Catalog catalog) {
        if (question.kind() == Question.Kind.LEA && !sent.typed().isEmpty()) {
            return "Left out. You looked for “" + sent.typed() + "”.";
        }
        var standsFor = question.skippedAs();
        return standsFor == null
                ? "Left out"
                : "Left out; your roadmap takes it as “" + Questionnaire.label(question, standsFor, catalog) + "”";
    }
}
