package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Everyday wordings, by which the many ways to say a thing are looked up and never scanned. A wording leads to a
 * {@code topic:}, a {@code term:} or an {@code entry:}. Safe for use by many threads.
 */
abstract sealed class Wordings permits WordingIndex, WordingTable {
    /** How many wordings are looked at: enough for the best to be among them, few enough to cost little. */
    static final int LOOKED_AT = 100;

    /** What a word of the wording that the question lacks weighs, of the usual. */
    private static final double UNMATCHED = 0.6;

    /** Below this, words agree by accident. */
    private static final double ENOUGH = 0.15;

    /** In so many wordings stands a word that says as much as most. */
    private static final int USUAL = 20;

    /** How many there are. */
    private final int all;

    Wordings(int all) {
        this.all = all;
    }

    /** A wording that resembles the query, with a similarity up to 1 for the same words; {@link #text} reads it. */
    record Match(String target, int wording, double similarity) {
        private static Match better(Match one, Match other) {
            if (one.similarity != other.similarity) return one.similarity > other.similarity ? one : other;
            return one.wording < other.wording ? one : other;
        }
    }

    /** A word of the question and how much it counts. */
    record Asked(String stem, float weight) {}

    abstract String text(Match match) throws IOException;

    /** The best wording of each target, the most similar first. */
    final List<Match> matches(List<String> stems, ToDoubleFunction<String> weight) throws IOException {
        var asked = new HashSet<>(stems)
                .stream()
                        .map(stem -> new Asked(stem, (float) weight.applyAsDouble(stem)))
                        .toList();
        double total = 0;
        for (var one : asked) total += one.weight() * rarity(wordingsWith(one.stem()), all);
        if (total == 0) return List.of();
        var best = new HashMap<String, Match>();
        for (var match : candidates(asked, total)) {
            if (match.similarity() >= ENOUGH) best.merge(match.target(), match, Match::better);
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Match::similarity).reversed().thenComparing(Match::target))
                .toList();
    }

    /** In how many wordings the stem stands. */
    abstract int wordingsWith(String stem) throws IOException;

    /**
     * The {@link #LOOKED_AT} wordings that share the rarest words with the question.
     *
     * @param total what all words of the question weigh
     */
    abstract Collection<Match> candidates(List<Asked> asked, double total) throws IOException;

    /**
     * The cosine of the two texts, each word weighing its rarity; unmatched words of the wording weigh the usual.
     *
     * @param matched what the words weigh that both hold
     * @param total what all words of the question weigh
     * @param length how many different words the wording holds
     */
    final double similarity(double matched, double total, long length) {
        double usual = rarity(USUAL, Math.max(1, all));
        double wording = Math.max(matched, matched + (length - Math.round(matched / usual)) * usual * UNMATCHED);
        return matched / Math.sqrt(total * Math.max(wording, usual));
    }

    static double rarity(long wordings, long all) {
        return wordings == 0 ? Math.log1p((double) all) : Math.log(1 + (double) (all - wordings + 1) / (wordings + 1));
    }
}
