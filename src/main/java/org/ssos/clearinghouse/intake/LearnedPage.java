package org.ssos.clearinghouse.intake;

import java.util.List;
import org.ssos.clearinghouse.browse.law.Law;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.intake.Wizard.StepFor;

/** What is right, for each check that was answered. Nothing is added up. */
public record LearnedPage(Step step, List<Learned> checks) {

    /**
     * @param said what the visitor chose
     * @param news whether something else is right
     * @param joins the steps that this brings into the roadmap, by title
     */
    public record Learned(
            Question check, String said, String right, boolean news, List<String> joins, List<Cited> law) {}

    /**
     * A paragraph of the law.
     *
     * @param says what it says in our words; empty where we do not restate it
     */
    public record Cited(String name, String path, String says) {}

    static Learned learned(Question check, Answers answers, List<StepFor> steps, Catalog catalog) {
        var questionnaire = catalog.part(Questionnaire.PART);
        boolean news = questionnaire.isWrong(answers, check);
        return new Learned(
                check,
                Questionnaire.label(check, answers.one(check.id()).orElseThrow(), catalog),
                Questionnaire.label(check, String.valueOf(check.right()), catalog),
                news,
                news ? joins(check, answers, steps, questionnaire) : List.of(),
                check.citations().stream()
                        .flatMap(citation -> Citation.in(citation).stream())
                        .filter(piece -> piece.law() != null)
                        .map(piece -> cited(piece, catalog.part(LawBook.PART)))
                        .toList());
    }

    private static List<String> joins(
            Question check, Answers answers, List<StepFor> steps, Questionnaire questionnaire) {
        return steps.stream()
                .filter(step -> step.rule().asksWhetherWrong(check) && questionnaire.holds(step.rule(), answers))
                .map(StepFor::title)
                .toList();
    }

    private static Cited cited(Citation piece, LawBook law) {
        var says = law.find(String.valueOf(piece.law()))
                .flatMap(section -> section.paragraph(piece.anchor()))
                .map(Law.Paragraph::says);
        return new Cited(piece.alone(), piece.path(), says.orElse(""));
    }
}
