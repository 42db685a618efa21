package org.ssos.clearinghouse.vetting;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Problems;

/**
 * What was typed into one of the forms of a case, and the step it stands for.
 *
 * @param name of the form, which is the last part of its address
 */
record CaseForm(String name, Map<String, String> typed) {
    static final CaseForm NONE = new CaseForm("", Map.of());
    static final String NOT_APPLICABLE = "na";
    private static final int LONGEST = 20_000;

    CaseForm {
        typed = Map.copyOf(typed);
    }

    /** A step, or everything that is wrong with the form. */
    sealed interface Read {
        record Good(CaseStep step) implements Read {}

        record Bad(Problems problems) implements Read {}
    }

    static CaseForm of(String name, Map<String, List<String>> sent) {
        var typed = new HashMap<String, String>();
        sent.forEach((field, values) -> {
            if (!values.isEmpty()) typed.put(field, values.getFirst());
        });
        return new CaseForm(name, typed);
    }

    String text(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The version of the case that the page showed; 0 where no page of the case made the form, so nothing was seen. */
    int seen() {
        return text("version").matches("\\d{1,9}") ? Integer.parseInt(text("version")) : 0;
    }

    /** Forms that need nothing but the case; the others are read by their own methods. */
    Read read(Case one, Rubric rubric) {
        return switch (name) {
            case "claim" -> new Read.Good(new CaseStep.Claim());
            case "return" -> new Read.Good(new CaseStep.HandBack());
            case "screening" -> screening(one, rubric);
            case "review" -> review(rubric);
            case "recusal" -> worded("recusal-reason", "Say why you step back.", CaseStep.Recuse::new);
            case "settlement" -> settlement(one, rubric);
            case "ruling" -> ruling();
            case "decision" -> decision();
            case "approval-end" -> worded("end-reason", "Say why you take it back.", CaseStep.TakeBack::new);
            case "question" -> worded("question", "Write your question to the owner.", CaseStep.AskOwner::new);
            case "closing" -> new Read.Good(new CaseStep.CloseUnanswered());
            case "owner-note" -> worded("owner-note", "Write your note to the owner.", CaseStep.NoteToOwner::new);
            case "note" -> worded("note", "Write your note.", CaseStep.NoteAmongCurators::new);
            case "appeal-answer" -> appealAnswer();
            case "emergency" -> emergency();
            case "second-look" -> worded("second-note", "Write what you checked.", CaseStep.ReviewEmergency::new);
            case "still-right" -> stillRight();
            case "closing-answer" -> worded("closing-answer", "Write your answer.", CaseStep.CloseWithAnswer::new);
            case "answer" -> worded("answer", "Write your answer.", CaseStep.OwnerAnswers::new);
            case "withdrawal" -> new Read.Good(new CaseStep.Withdraw(text("withdrawal-reason")));
            case "appeal" -> worded("appeal-information", "Write what is new.", CaseStep.Appeal::new);
            default -> bad("", "There is no such form.");
        };
    }

    private interface Worded {
        CaseStep of(String words);
    }

    private Read worded(String field, String complaint, Worded step) {
        var problem = problem(field, complaint);
        return problem == null ? new Read.Good(step.of(text(field).strip())) : bad(field, problem);
    }

    private @Nullable String problem(String field, String complaint) {
        if (text(field).isBlank()) return complaint;
        return text(field).length() > LONGEST ? "Shorten it to " + LONGEST + " characters." : null;
    }

    private Read screening(Case one, Rubric rubric) {
        var findings = new LinkedHashMap<String, GateCheck.Finding>();
        var problems = Problems.NONE;
        for (var gate : rubric.gates(one.depth())) {
            var answer = text("gate-" + gate.id());
            var why = text("why-" + gate.id()).strip();
            if (answer.equals("fail") && why.isEmpty()) {
                problems = problems.and("why-" + gate.id(), gate.label() + ": say why it is not passed.");
            } else if (answer.equals("pass") || answer.equals("fail")) {
                findings.put(gate.id(), new GateCheck.Finding(answer.equals("pass"), why));
            } else {
                problems = problems.and("gate-" + gate.id(), gate.label() + ": choose whether it is passed.");
            }
        }
        return problems.isEmpty() ? new Read.Good(new CaseStep.Screen(findings)) : new Read.Bad(problems);
    }

    private Read review(Rubric rubric) {
        Set<String> confirmed = new HashSet<>();
        var failed = new LinkedHashMap<String, String>();
        var problems = Problems.NONE;
        for (var gate : rubric.gates()) {
            var answer = text("gate-" + gate.id());
            var why = text("why-" + gate.id()).strip();
            if (answer.equals("fail")) {
                problems = problems.unless(
                        !why.isEmpty(), "why-" + gate.id(), gate.label() + ": say why it is not passed.");
                failed.put(gate.id(), why);
            } else if (answer.equals("pass")) {
                if (gate.bothConfirm()) confirmed.add(gate.id());
            } else if (gate.bothConfirm()) {
                problems = problems.and("gate-" + gate.id(), gate.label() + ": choose whether it is passed.");
            }
        }
        var scores = new LinkedHashMap<String, Score>();
        for (var criterion : rubric.criteria()) problems = readScore(criterion, scores, problems);
        return problems.isEmpty()
                ? new Read.Good(new CaseStep.HandInReview(confirmed, failed, scores))
                : new Read.Bad(problems);
    }

    private Read settlement(Case one, Rubric rubric) {
        var scores = new LinkedHashMap<String, Score>();
        var problems = Problems.NONE;
        if (one.state() instanceof CaseState.InReview review && review.bothIn()) {
            var open = Review.tooFarApart(
                    rubric, review.in().getFirst(), review.in().getLast());
            for (var criterion : rubric.criteria()) {
                if (open.contains(criterion.id())) problems = readScore(criterion, scores, problems);
            }
        }
        return problems.isEmpty() ? new Read.Good(new CaseStep.Settle(scores)) : new Read.Bad(problems);
    }

    private Problems readScore(Rubric.Criterion criterion, Map<String, Score> scores, Problems before) {
        var points = text("score-" + criterion.id());
        var reason = text("reason-" + criterion.id()).strip();
        var chosen = points.matches("[0-3]|" + NOT_APPLICABLE);
        var problems = before.unless(chosen, "score-" + criterion.id(), criterion.label() + ": choose a score.")
                .unless(!reason.isEmpty(), "reason-" + criterion.id(), criterion.label() + ": give your reason.");
        if (chosen && !reason.isEmpty()) {
            scores.put(
                    criterion.id(), new Score(points.equals(NOT_APPLICABLE) ? null : Integer.valueOf(points), reason));
        }
        return problems;
    }

    private Read ruling() {
        var problems = Problems.NONE
                .unless(text("bandable").matches("yes|no"), "bandable", "Choose whether it can be banded.")
                .unless(!text("ruling-reason").isBlank(), "ruling-reason", "Give your reason.");
        return problems.isEmpty()
                ? new Read.Good(new CaseStep.JudgeBasis(text("bandable").equals("yes"), text("ruling-reason")))
                : new Read.Bad(problems);
    }

    private Read decision() {
        var message = text("message").strip();
        return switch (text("choice")) {
            case "publish" -> new Read.Good(new CaseStep.Publish(message));
            case "schedule" -> schedule(message);
            case "decline" -> worded("message", "Write the reason for the owner.", CaseStep.Decline::new);
            case "ask" -> worded("message", "Write what the owner should do.", CaseStep.AskOwner::new);
            default -> bad("choice", "Choose a decision.");
        };
    }

    private Read schedule(String message) {
        try {
            return new Read.Good(new CaseStep.Schedule(LocalDate.parse(text("day")), message));
        } catch (DateTimeParseException none) {
            return bad("day", "Enter the day of publication.");
        }
    }

    private Read appealAnswer() {
        var problems = Problems.NONE
                .unless(text("accepted").matches("yes|no"), "accepted", "Choose whether the appeal is accepted.")
                .unless(!text("appeal-reason").isBlank(), "appeal-reason", "Give your reason.");
        return problems.isEmpty()
                ? new Read.Good(new CaseStep.AnswerAppeal(text("accepted").equals("yes"), text("appeal-reason")))
                : new Read.Bad(problems);
    }

    private Read stillRight() {
        var problem = problem("how", "Write how you checked it, such as: called the office.");
        return problem == null
                ? new Read.Good(new CaseStep.ConfirmStillRight(text("how").strip(), text("still-note")))
                : bad("how", problem);
    }

    private Read emergency() {
        var problems = Problems.NONE
                .unless(!text("emergency-reason").isBlank(), "emergency-reason", "Write what the emergency is.")
                .unless(text("emergency-sure").equals("yes"), "emergency-sure", "Confirm that it cannot wait.");
        return problems.isEmpty()
                ? new Read.Good(new CaseStep.PublishInEmergency(text("emergency-reason")))
                : new Read.Bad(problems);
    }

    private static Read bad(String field, String words) {
        return new Read.Bad(Problems.of(field, words));
    }
}
