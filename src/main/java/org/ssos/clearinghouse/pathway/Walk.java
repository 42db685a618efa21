package org.ssos.clearinghouse.pathway;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ssos.clearinghouse.pathway.Question.Option;

/**
 * How far the given answers lead on a pathway. The same answers always lead to the same place.
 *
 * @param pathway where it started
 * @param answers those that led here, in the order of the questions
 * @param now the question to ask now, or the outcome
 * @param unused answers that led nowhere
 */
public record Walk(Pathway pathway, List<Answered> answers, Step now, List<Unused> unused) {

    /** @param pathway to which the question belongs */
    public record Answered(Pathway pathway, Question question, Option option) {}

    /** An answer that the walk did not need or could not read. */
    public sealed interface Unused {
        /** Fits a question that is not asked after the other answers; it counts again when they change back. */
        record NotAsked(Question question, Option option) implements Unused {}

        /** Not among the answers to the question. */
        record NoSuchAnswer(Question question) implements Unused {}

        record NoSuchQuestion(String id) implements Unused {}
    }

    public Walk {
        answers = List.copyOf(answers);
        unused = List.copyOf(unused);
    }

    /** @param answers ids of answers by ids of questions, in any order */
    public static Walk of(Pathways pathways, Pathway pathway, Map<String, String> answers) {
        var rest = new LinkedHashMap<>(answers);
        var answered = new ArrayList<Answered>();
        var now = pathways.start(pathway);
        while (now instanceof Step.Ask ask) {
            var option = ask.question().option(rest.getOrDefault(ask.question().id(), ""));
            if (option.isEmpty()) break;
            rest.remove(ask.question().id());
            answered.add(new Answered(ask.pathway(), ask.question(), option.get()));
            now = pathways.after(option.get());
        }
        var unused = new ArrayList<Unused>();
        rest.forEach((question, answer) -> unused.add(unused(pathways, question, answer)));
        return new Walk(pathway, answered, now, unused);
    }

    private static Unused unused(Pathways pathways, String id, String answer) {
        var question = pathways.question(id);
        if (question.isEmpty()) return new Unused.NoSuchQuestion(id);
        return question.get()
                .option(answer)
                .<Unused>map(option -> new Unused.NotAsked(question.get(), option))
                .orElseGet(() -> new Unused.NoSuchAnswer(question.get()));
    }

    /** The answer that was given to a question on the way. */
    public Optional<Answered> answerTo(String question) {
        return answers.stream()
                .filter(given -> given.question().id().equals(question))
                .findFirst();
    }

    /** The answers that still mean something, so that an address can hold them: those used and those set aside. */
    public Map<String, String> known() {
        var known = new LinkedHashMap<String, String>();
        answers.forEach(given -> known.put(given.question().id(), given.option().id()));
        for (var answer : unused) {
            if (answer instanceof Unused.NotAsked(var question, var option)) known.put(question.id(), option.id());
        }
        return known;
    }
}
