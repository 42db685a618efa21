package org.ssos.clearinghouse.search;

import java.util.List;
import java.util.Set;

/** Tells whether a short form such as {@code lausd} or {@code stancoe} stands for a name. */
final class Initials {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 12;

    /** What a short form counts that leaves a word out or takes more than the first letter of one. */
    private static final float LOOSE = 0.96f;

    /** Words that people leave out of short forms. */
    private static final Set<String> LEFT_OUT =
            Set.of("of", "the", "and", "for", "union", "joint", "elementary", "city");

    private Initials() {}

    static boolean isPossible(String typed) {
        return typed.length() >= SHORTEST
                && typed.length() <= LONGEST
                && typed.chars().allMatch(Character::isLetter);
    }

    /**
     * 1 where the first letter of each word makes the short form, a little less where it is near that, otherwise 0. A
     * single word is a short form already.
     */
    static float fit(String typed, List<String> name) {
        if (name.size() == 1) return typed.equals(name.get(0)) ? LOOSE : 0;
        if (typed.charAt(0) != name.get(0).charAt(0)) return 0;
        if (typed.length() < letters(name, true)) return 0;
        return fit(typed, 0, name, 0, 1, 0);
    }

    private static int letters(List<String> name, boolean withoutLeftOut) {
        int letters = 0;
        for (var word : name) if (!withoutLeftOut || !LEFT_OUT.contains(word)) letters++;
        return letters;
    }

    /** @param longer how many words already gave more than their first letter; a short form has one such word at most */
    private static float fit(String typed, int from, List<String> name, int word, float so, int longer) {
        if (word == name.size()) return from == typed.length() ? so : 0;
        float best = 0;
        if (LEFT_OUT.contains(name.get(word))) {
            // "of" is left out of most short forms, and nobody notices.
            float without = name.get(word).length() <= 3 ? so : so * LOOSE;
            best = fit(typed, from, name, word + 1, without, longer);
        }
        int length = 0;
        while (from + length < typed.length()
                && length < name.get(word).length()
                && typed.charAt(from + length) == name.get(word).charAt(length)) {
            length++;
            if (length > 1 && longer > 0) break;
            float with = length == 1 ? so : so * LOOSE;
            best = Math.max(best, fit(typed, from + length, name, word + 1, with, length == 1 ? longer : longer + 1));
        }
        return best;
    }
}
