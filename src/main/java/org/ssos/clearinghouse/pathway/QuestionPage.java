package org.ssos.clearinghouse.pathway;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.pathway.Pathways.Length;
import org.ssos.clearinghouse.pathway.Walk.Answered;
import org.ssos.clearinghouse.web.Chrome;

/**
 * One question.
 *
 * @param pathway the name of the pathway that asks it
 * @param progress which question it is, and how many can come, in words
 * @param dots the same as a picture: a CSS class for each question
 * @param action where the form leads
 * @param kept the other answers, which the form hands on
 * @param back the page before
 */
public record QuestionPage(
        Chrome chrome,
        String pathway,
        String progress,
        List<String> dots,
        String action,
        List<Kept> kept,
        Question question,
        @Nullable String chosen,
        AnswersSoFar answers,
        Item back,
        String mapPath) {

    public record Kept(String name, String value) {}

    /** @param change the answer that is to be changed, where that is why the question is asked */
    static QuestionPage of(Chrome chrome, Pathways pathways, Walk walk, Step.Ask now, @Nullable Answered change) {
        int before = change == null ? walk.answers().size() : walk.answers().indexOf(change);
        var length = pathways.lengthFrom(now);
        return new QuestionPage(
                chrome,
                now.pathway().title(),
                progress(before + 1, length),
                dots(before, before + length.most()),
                walk.pathway().path(),
                kept(walk.known(), now.question()),
                now.question(),
                change == null ? null : change.option().id(),
                AnswersSoFar.of(walk),
                back(walk, change),
                now.pathway().mapPath() + WalkAddress.query(walk.known()));
    }

    public boolean isChosen(Question.Option option) {
        return option.id().equals(chosen);
    }

    /** The citations of the question as one text. */
    public String law() {
        return String.join("; ", question.law());
    }

    private static String progress(int number, Length length) {
        var after = new Length(length.fewest() - 1, length.most() - 1);
        return "Question " + number + (after.most() == 0 ? ", the last one" : " · " + after.words() + " more");
    }

    private static List<String> dots(int before, int most) {
        return IntStream.range(0, most)
                .mapToObj(dot -> dot < before ? "done" : dot == before ? "here" : "")
                .toList();
    }

    private static List<Kept> kept(Map<String, String> known, Question question) {
        return known.entrySet().stream()
                .filter(answer -> !answer.getKey().equals(question.id()))
                .map(answer -> new Kept(answer.getKey(), answer.getValue()))
                .toList();
    }

    private static Item back(Walk walk, @Nullable Answered change) {
        if (change != null) return new Item("Keep my answer", WalkAddress.of(walk.pathway(), walk.known()));
        if (walk.answers().isEmpty()) return new Item("All pathways", "/pathways");
        var last = walk.answers().getLast().question();
        return new Item("Back to the question before", WalkAddress.changing(walk.pathway(), walk.known(), last));
    }
}
