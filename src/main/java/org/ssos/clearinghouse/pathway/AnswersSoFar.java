package org.ssos.clearinghouse.pathway;

import java.util.ArrayList;
import java.util.List;
import org.ssos.clearinghouse.pathway.Walk.Unused;

/**
 * The answers that led to a page.
 *
 * @param setAside answers that do not count after the others, in words
 * @param notices what could not be read in the address, in words
 */
public record AnswersSoFar(List<Given> given, List<String> setAside, List<String> notices) {

    /** @param changePath leads to the question, with all other answers kept */
    public record Given(String question, String answer, String changePath) {}

    static AnswersSoFar of(Walk walk) {
        var known = walk.known();
        var given = walk.answers().stream()
                .map(answer -> new Given(
                        answer.question().question(),
                        answer.option().label(),
                        WalkAddress.changing(walk.pathway(), known, answer.question())))
                .toList();
        var setAside = new ArrayList<String>();
        var notices = new ArrayList<String>();
        for (var unused : walk.unused()) {
            switch (unused) {
                case Unused.NotAsked(var question, var option) ->
                    setAside.add(question.question() + " " + option.label());
                case Unused.NoSuchAnswer(var question) ->
                    notices.add("The link holds an answer to “" + question.question()
                            + "” that is not among our answers. Please answer it again where we ask it.");
                case Unused.NoSuchQuestion(var id) ->
                    notices.add("The link holds “" + id + "”, which is none of our questions. We left it out.");
            }
        }
        return new AnswersSoFar(given, setAside, notices);
    }
}
