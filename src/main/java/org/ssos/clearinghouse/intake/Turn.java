package org.ssos.clearinghouse.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.web.Problems;

/** Says what follows from a page that was sent: the next page, or the finished intake. A pure function. */
final class Turn {
    static final String NEXT = "next";
    static final String BACK = "back";
    static final String SKIP = "skip";
    static final String FIND = "find";
    static final String BY_HAND = "by-hand";
    static final String REVIEW = "review";
    static final String PLAN = "plan";

    /** Leads to a question; its id stands behind. */
    static final String TO = "to.";

    private static final int MOST_YEARS_BACK = 5;
    private static final int MOST_YEARS_AHEAD = 1;

    private final Catalog catalog;
    private final Questionnaire questionnaire;
    private final LocalDate today;

    /** What follows. */
    sealed interface Next {}

    /**
     * A page.
     *
     * @param sent what travels on with it
     * @param question the one that the visitor wants to change
     */
    record Show(
            Stop stop,
            Sent sent,
            Problems problems,
            @Nullable String question) implements Next {
        Show(Stop stop, Sent sent) {
            this(stop, sent, Problems.NONE, null);
        }
    }

    /** The visitor asked for the plan. */
    record Finished(Intake intake) implements Next {}

    Turn(Catalog catalog, LocalDate today) {
        this.catalog = catalog;
        this.questionnaire = catalog.part(Questionnaire.PART);
        this.today = today;
    }

    Next after(Sent sent) {
        return after(Stop.find(sent.page(), questionnaire), sent);
    }

    private Next after(Stop here, Sent sent) {
        if (sent.pressed().startsWith(TO)) return to(sent.pressed().substring(TO.length()), here, restored(sent));
        return switch (sent.pressed()) {
            case BACK -> back(here, restored(sent));
            case SKIP -> skip(here, sent);
            case FIND -> find(here, sent);
            case BY_HAND -> new Show(here.next(sent.answers(), questionnaire), withoutLea(sent));
            case REVIEW -> review(restored(sent));
            case PLAN -> plan(sent);
            default -> here.isReview() ? plan(sent) : next(here, sent);
        };
    }

    /** The page that begins the way. */
    Show first(Sent sent) {
        return new Show(Stop.all(questionnaire).getFirst(), sent);
    }

    /** The page with all answers. */
    Show review(Sent sent) {
        return new Show(Stop.find(REVIEW, questionnaire), sent.changing(false));
    }

    /** The first day of the plan, where that is a day that a plan can begin on. */
    private Optional<LocalDate> start(String typed) {
        try {
            var day = LocalDate.parse(typed);
            boolean fits =
                    !day.isBefore(today.minusYears(MOST_YEARS_BACK)) && !day.isAfter(today.plusYears(MOST_YEARS_AHEAD));
            return fits ? Optional.of(day) : Optional.empty();
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private Show to(String question, Stop here, Sent sent) {
        var changing = sent.changing(sent.changing() || here.isReview());
        return questionnaire
                .find(question)
                .map(found -> new Show(Stop.of(found, questionnaire), changing, Problems.NONE, question))
                .orElseGet(() -> new Show(here, sent));
    }

    private Show back(Stop here, Sent sent) {
        var before = here.previous(sent.answers(), questionnaire);
        return leaves(here, before, sent) ? review(sent) : new Show(before, sent);
    }

    private Show skip(Stop here, Sent sent) {
        var rest = sent;
        for (var question : here.asksInSection(questionnaire)) {
            rest = rest.with(rest.answers().with(question.id(), List.of()));
            if (question.kind() == Question.Kind.LEA) rest = rest.withoutName();
        }
        return sent.changing() ? review(rest) : new Show(here.afterSection(questionnaire), rest);
    }

    private Show find(Stop here, Sent sent) {
        if (sent.typed().isEmpty()) {
            return new Show(
                    here,
                    restored(sent),
                    Problems.of(Sent.TYPED, "Type part of the name of your LEA, or its CDS code."),
                    null);
        }
        // The enter key presses the first button of a form, also in the list below it.
        boolean chosen = sent.typed().equals(sent.found())
                && sent.answers().one(Answers.LEA).isPresent();
        return chosen ? next(here, sent) : new Show(here, restored(sent));
    }

    private Show next(Stop here, Sent sent) {
        if (here.isLookUp(questionnaire)) return afterLookUp(here, sent);
        var problems = Questionnaire.problems(here.asks(questionnaire), sent.answers());
        if (!problems.isEmpty()) return new Show(here, sent, problems, null);
        var after = here.next(sent.answers(), questionnaire);
        return leaves(here, after, sent) ? review(sent) : new Show(after, sent);
    }

    private Show afterLookUp(Stop here, Sent sent) {
        if (!sent.typed().equals(sent.found())) return find(here, sent);
        var after = here.next(sent.answers(), questionnaire);
        var lea = sent.answers().one(Answers.LEA).flatMap(catalog.part(Roster.PART)::find);
        if (lea.isEmpty()) return new Show(after, withoutLea(sent));
        // Who comes back to the same LEA keeps what was corrected.
        boolean same = lea.get().cds().equals(sent.was());
        var answers = same ? sent.answers() : KnownLea.answering(lea.get(), sent.answers(), catalog);
        return new Show(after, sent.with(answers));
    }

    private Next plan(Sent sent) {
        for (var stop : Stop.all(questionnaire)) {
            var problems = Questionnaire.problems(stop.asks(questionnaire), sent.answers());
            if (!problems.isEmpty()) return new Show(stop, sent.changing(true), problems, null);
        }
        return finished(sent).<Next>map(Finished::new).orElseGet(() -> {
            var words = "Start date: choose a day from " + day(today.minusYears(MOST_YEARS_BACK)) + " to "
                    + day(today.plusYears(MOST_YEARS_AHEAD)) + ".";
            return new Show(review(sent).stop(), sent, Problems.of(Sent.START, words), null);
        });
    }

    /** What was sent as an intake, where the plan can begin on that day. */
    Optional<Intake> finished(Sent sent) {
        return start(sent.start())
                .map(day ->
                        new Intake(questionnaire.read(sent.answers()::all, catalog), day, sent.mayCount(), sent.run()));
    }

    /** Somebody who changes one page goes back to all answers behind it. */
    private static boolean leaves(Stop here, Stop there, Sent sent) {
        return sent.changing() && (there.section() == null || !there.section().equals(here.section()));
    }

    /** Who looks for another LEA and then chooses none keeps the one chosen before. */
    private Sent restored(Sent sent) {
        if (sent.answers().one(Answers.LEA).isPresent()) return sent;
        var before = catalog.part(Roster.PART).find(sent.was()).map(Lea::cds).stream()
                .toList();
        return sent.with(sent.answers().with(Answers.LEA, before));
    }

    private static Sent withoutLea(Sent sent) {
        return sent.with(sent.answers().with(Answers.LEA, List.of()));
    }

    private static String day(LocalDate day) {
        return PartialDate.of(day).words();
    }
}
