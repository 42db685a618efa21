package org.ssos.clearinghouse.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Intake.Field;
import org.ssos.clearinghouse.intake.Step.Passed;
import org.ssos.clearinghouse.web.Chrome;

/** Makes what every page of the intake shows around its own part. */
final class StepMaker {
    private static final String REVIEW_TITLE = "Check your answers";
    private static final String REVIEW_INTRO =
            "You can still change or add anything. Then say on which day your plan begins.";

    private static final String FREEDOM = "Every question may be left out.";

    /** Six minutes for eighteen questions. */
    private static final int QUESTIONS_A_MINUTE = 3;

    private static final int MOST_SAID = 2;

    private final Catalog catalog;
    private final Questionnaire questionnaire;
    private final Turn.Show show;
    private final Stop stop;
    private final Sent sent;

    StepMaker(Catalog catalog, Turn.Show show) {
        this.catalog = catalog;
        this.questionnaire = catalog.part(Questionnaire.PART);
        this.show = show;
        this.stop = show.stop();
        this.sent = show.sent();
    }

    /** The title for the browser's tab; it holds no answer. */
    String title() {
        return "Step " + stop.number(questionnaire) + " of " + Stop.total(questionnaire) + ": " + heading();
    }

    /** @param shown the fields that stand on the page for themselves */
    Step step(Wizard.Purpose purpose, String address, Chrome chrome, Set<String> shown) {
        var section = stop.section();
        return new Step(
                chrome,
                purpose,
                address,
                purpose.title() + " · Step " + stop.number(questionnaire) + " of " + Stop.total(questionnaire) + " · "
                        + timeLeft(),
                dots(),
                heading(),
                intro(),
                kept(shown),
                trail(),
                show.problems(),
                back(),
                sent.changing() ? "Continue to your answers" : "Continue",
                section != null && isAnswered(stop.asksInSection(questionnaire))
                        ? "Leave this page out"
                        : "Skip this page");
    }

    private String heading() {
        var section = stop.section();
        if (section == null) return REVIEW_TITLE;
        if (stop.explains(questionnaire)) return "What the law says";
        if (!stop.second()) return section.title();
        return hasLea() ? "What we know of your LEA" : "Your kind of agency and your county";
    }

    private String intro() {
        var section = stop.section();
        if (section == null) return REVIEW_INTRO;
        if (stop.explains(questionnaire)) return "Here is what is right, and where it stands. Nothing is added up.";
        if (stop.second())
            return hasLea() ? "Change what is not right." : "Choose what you know; both may be left out.";
        return stop.number(questionnaire) == 1 ? section.intro() + " " + FREEDOM : section.intro();
    }

    private boolean hasLea() {
        return sent.answers().one(Answers.LEA).isPresent();
    }

    private String timeLeft() {
        int questions = stop.asks(questionnaire).size();
        for (var section : questionnaire.sections()) {
            if (questionnaire.sections().indexOf(section) >= stop.number(questionnaire)) {
                questions += questionnaire.questions(section).size();
            }
        }
        int minutes = Math.max(1, Math.ceilDiv(questions, QUESTIONS_A_MINUTE));
        return "about " + minutes + (minutes == 1 ? " minute left" : " minutes left");
    }

    private List<String> dots() {
        int here = stop.number(questionnaire);
        return IntStream.rangeClosed(1, Stop.total(questionnaire))
                .mapToObj(step -> step < here ? "done" : step == here ? "here" : "")
                .toList();
    }

    private List<Field> kept(Set<String> shown) {
        var kept = new ArrayList<Field>();
        kept.add(new Field(Sent.PAGE, stop.id()));
        if (sent.changing()) kept.add(new Field(Sent.CHANGING, Sent.YES));
        if (!sent.typed().isEmpty()) kept.add(new Field(Sent.TYPED, sent.typed()));
        kept.add(new Field(Sent.START, sent.start()));
        kept.add(new Field(Sent.RUN, sent.run().number()));
        if (sent.mayCount()) kept.add(new Field(Sent.COUNT, Sent.YES));
        var asked = new HashSet<>(shown);
        if (!stop.isLookUp(questionnaire)) stop.asks(questionnaire).forEach(question -> asked.add(question.id()));
        kept.addAll(Intake.fields(sent.answers()));
        kept.removeIf(field -> asked.contains(field.name()));
        return kept;
    }

    private @Nullable String back() {
        if (stop.equals(Stop.all(questionnaire).getFirst()) && !sent.changing()) return null;
        boolean toReview = sent.changing() && !(stop.second() || stop.isReview());
        return toReview ? "Back to your answers" : "Back";
    }

    private List<Passed> trail() {
        var trail = new ArrayList<Passed>();
        for (var section : questionnaire.sections()) {
            int number = questionnaire.sections().indexOf(section) + 1;
            var questions = questionnaire.questions(section);
            boolean here = section.equals(stop.section());
            boolean passed = number < stop.number(questionnaire) || isAnswered(questions);
            var go = here || !passed || questions.isEmpty()
                    ? null
                    : Turn.TO + questions.getFirst().id();
            trail.add(new Passed(section.title(), said(questions, passed), style(here, passed), go));
        }
        boolean review = stop.isReview();
        trail.add(new Passed(REVIEW_TITLE, "", style(review, false), sent.changing() ? Turn.REVIEW : null));
        return trail;
    }

    private static String style(boolean here, boolean passed) {
        return here ? "here" : passed ? "done" : "";
    }

    private boolean isAnswered(List<Question> questions) {
        return questions.stream()
                .anyMatch(question -> !sent.answers().all(question.id()).isEmpty());
    }

    private String said(List<Question> questions, boolean passed) {
        var labels = questions.stream()
                .filter(question -> !question.isCheck())
                .flatMap(question -> sent.answers().all(question.id()).stream()
                        .map(value -> Questionnaire.label(question, value, catalog)))
                .toList();
        if (labels.isEmpty()) {
            if (!passed) return "";
            return isAnswered(questions) ? "Answered" : "Left out";
        }
        var first = String.join("; ", labels.subList(0, Math.min(MOST_SAID, labels.size())));
        return labels.size() > MOST_SAID ? first + "; and " + (labels.size() - MOST_SAID) + " more" : first;
    }
}
