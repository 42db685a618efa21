package org.ssos.clearinghouse.intake;

import static org.ssos.clearinghouse.fuzz.Target.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.fuzz.Fields;
import org.ssos.clearinghouse.fuzz.Inputs;
import org.ssos.clearinghouse.fuzz.Target;

/** The form of the intake, and what follows from it. */
public final class TurnTarget {
    private static final Catalog CATALOG = RealContent.catalog();
    private static final Questionnaire QUESTIONS = CATALOG.part(Questionnaire.PART);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Turn TURN = new Turn(CATALOG, TODAY);

    private TurnTarget() {}

    public static Target forms() {
        var words = new ArrayList<String>();
        var all = new StringBuilder();
        for (var question : QUESTIONS.questions()) {
            var options = Questionnaire.options(question, CATALOG);
            options.stream().limit(12).forEach(option -> words.add("&" + question.id() + "=" + option.id()));
            options.stream()
                    .limit(1)
                    .forEach(option ->
                            all.append('&').append(question.id()).append('=').append(option.id()));
            words.add("&_go=to." + question.id());
        }
        for (var stop : Stop.all(QUESTIONS)) words.add("&_page=" + stop.id());
        for (var button : List.of(Turn.NEXT, Turn.BACK, Turn.SKIP, Turn.FIND, Turn.BY_HAND, Turn.REVIEW, Turn.PLAN)) {
            words.add("&_go=" + button);
        }
        words.addAll(List.of(
                "&lea=0110017",
                "&_was=1964733",
                "&_typed=clovis",
                "&_found=clovis",
                "&_start=2026-11-21",
                "&_start=",
                "&_count=yes",
                "&_changing=yes",
                "&_run=" + Run.fresh(TODAY).number()));
        var seeds = new ArrayList<String>();
        for (var stop : Stop.all(QUESTIONS)) {
            seeds.add("_page=" + stop.id() + "&_go=next&_start=2026-11-21" + all);
            seeds.add("_page=" + stop.id() + "&_go=find&_typed=lausd&_found=lausd&lea=1964733");
        }
        seeds.add("_page=review&_go=plan&_start=2026-11-21&_count=yes" + all);
        return new Target("intake", new Inputs(seeds, words), TurnTarget::send);
    }

    private static void send(String form) {
        var next = TURN.after(Sent.of(Fields.of(form), QUESTIONS, CATALOG));
        switch (next) {
            case Turn.Show show -> requireOffered(show.sent().answers());
            case Turn.Finished finished -> {
                requireOffered(finished.intake().answers());
                require(
                        Questionnaire.problems(
                                        QUESTIONS.questions(), finished.intake().answers())
                                .isEmpty(),
                        "Answers that exclude each other");
            }
        }
    }

    private static void requireOffered(Answers answers) {
        require(QUESTIONS.offered(answers::all, CATALOG).equals(answers), "What no question offers");
    }
}
