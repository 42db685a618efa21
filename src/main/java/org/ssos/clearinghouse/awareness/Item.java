package org.ssos.clearinghouse.awareness;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.intake.Question;
import org.ssos.clearinghouse.intake.Question.Option;
import org.ssos.clearinghouse.intake.Questionnaire;

/**
 * Something that is counted with few answers: a question of which one option is chosen; of a check, whether the answer was
 * right; of a question with several answers each option, chosen or not.
 *
 * @param id the id of the question, with that of the option behind it where each option is counted
 * @param label in words
 */
record Item(Question question, String id, String label, List<Option> answers) {
    static final String RIGHT = "right";
    static final String YES = "yes";
    private static final Option OTHER = new Option("other", "Something else", false);
    private static final List<Option> CHOSEN_OR_NOT =
            List.of(new Option(YES, "Chosen", false), new Option("no", "Not chosen", false));

    Item {
        answers = List.copyOf(answers);
    }

    /** The questions that the questionnaire says are counted; the role is one by which they are counted. */
    static List<Item> all(Catalog catalog) {
        return catalog.part(Questionnaire.PART).questions().stream()
                .filter(question -> question.usedFor().contains(Question.Use.COUNTS))
                .filter(question -> !question.id().equals(Answers.ROLE))
                .flatMap(question -> items(question, catalog))
                .toList();
    }

    private static Stream<Item> items(Question question, Catalog catalog) {
        return switch (question.kind()) {
            case LEA, COUNTY -> Stream.empty();
            case SINGLE ->
                Stream.of(new Item(question, question.id(), question.text(), Questionnaire.options(question, catalog)));
            case MULTI ->
                Questionnaire.options(question, catalog).stream()
                        .map(option ->
                                new Item(question, question.id() + "." + option.id(), option.label(), CHOSEN_OR_NOT));
            case CHECK ->
                Stream.of(new Item(question, question.id(), question.text(), List.of(right(question), OTHER)));
        };
    }

    private static Option right(Question check) {
        return check.option(String.valueOf(check.right()))
                .map(option -> new Option(RIGHT, option.label(), false))
                .orElseThrow();
    }

    /** What somebody answered; nothing where they left the question out. */
    Optional<String> of(Answers given) {
        var chosen = given.all(question.id());
        if (chosen.isEmpty()) return Optional.empty();
        return switch (question.kind()) {
            case CHECK -> Optional.of(chosen.contains(question.right()) ? RIGHT : OTHER.id());
            case MULTI ->
                Optional.of(answers.get(chosen.contains(option()) ? 0 : 1).id());
            case SINGLE, LEA, COUNTY -> Optional.of(chosen.getFirst());
        };
    }

    /** As the head of a column. */
    String shortly() {
        return question.takesSeveral() ? label : question.shortly();
    }

    /** Standing alone. */
    String name() {
        return question.takesSeveral() ? question.shortly() + ": " + label : label;
    }

    /** Shorter, where several are listed. */
    String briefly() {
        return question.takesSeveral() ? name() : question.shortly();
    }

    private String option() {
        return id.substring(question.id().length() + 1);
    }
}
