package org.ssos.clearinghouse.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that names are made of, numbered, with how rare each is. Filled once, then only read. */
final class NameVocabulary {
    /** What a word weighs that stands in no name. */
    private static final float UNKNOWN = 6;

    private static final float SHORTEST_START = 0.6f;
    private static final float PLURAL = 0.96f;
    private static final float ONE_SLIP = 0.86f;
    private static final float TWO_SLIPS = 0.72f;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> namesWith = new ArrayList<>();
    private final Map<String, List<String>> runTogether = new HashMap<>();
    private int names;

    /** What was typed, compared with every word once. */
    static final class Query {
        private final float[][] similarities;
        private final float[] weights;
        private final float weight;

        private Query(float[][] similarities, float[] weights) {
            this.similarities = similarities;
            this.weights = weights;
            float sum = 0;
            for (float one : weights) sum += one;
            weight = sum;
        }

        int size() {
            return weights.length;
        }

        /** From 0 for another word to 1 for the same. */
        float similarity(int typed, int word) {
            return similarities[typed][word];
        }

        /** Whether the word is like any of the typed. */
        boolean isLike(int word) {
            for (var similarity : similarities) if (similarity[word] > 0) return true;
            return false;
        }

        float weight(int typed) {
            return weights[typed];
        }

        float weight() {
            return weight;
        }

        boolean isWholeIn(int[] name) {
            for (var similarity : similarities) {
                boolean found = false;
                for (int word : name) found |= similarity[word] >= PLURAL;
                if (!found) return false;
            }
            return true;
        }

        boolean startsWith(int[] name) {
            return name.length > 0 && similarities[0][name[0]] > 0;
        }
    }

    /** Every name is added before the vocabulary is asked anything. */
    void addName(List<String> words) {
        names++;
        for (var word : new HashSet<>(words)) {
            int number = number(word);
            namesWith.set(number, namesWith.get(number) + 1);
        }
        for (int at = 1; at < words.size(); at++) {
            runTogether.putIfAbsent(words.get(at - 1) + words.get(at), List.of(words.get(at - 1), words.get(at)));
        }
    }

    /** Words of places and kinds, which do not make a word of names less rare. */
    void addOther(List<String> words) {
        words.forEach(this::number);
    }

    private int number(String word) {
        return numbers.computeIfAbsent(word, _ -> {
            texts.add(word);
            namesWith.add(0);
            return texts.size() - 1;
        });
    }

    int size() {
        return texts.size();
    }

    String text(int word) {
        return texts.get(word);
    }

    /** The rarer, the heavier. */
    float weight(int word) {
        return (float) Math.log(1 + (double) names / Math.max(1, namesWith.get(word)));
    }

    /** The numbers of the words that stand in any name. */
    int[] known(List<String> words) {
        return words.stream()
                .map(numbers::get)
                .filter(number -> number != null)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The numbers of the word itself, of its plural and of what it is the plural of. */
    int[] asTyped(String word) {
        var forms = word.endsWith("s")
                ? Stream.of(word, word + "s", word.substring(0, word.length() - 1))
                : Stream.of(word, word + "s");
        return known(forms.toList());
    }

    /** Words run together are parted, and parted ones joined, where names hold them so. */
    List<String> mended(List<String> typed) {
        var mended = new ArrayList<String>();
        for (int at = 0; at < typed.size(); at++) {
            var word = typed.get(at);
            var next = at + 1 < typed.size() ? word + typed.get(at + 1) : null;
            boolean parted = next != null && numbers.containsKey(next) && !numbers.containsKey(word);
            var two = numbers.containsKey(word) ? null : runTogether.get(word);
            if (parted) {
                mended.add(next);
                at++;
            } else if (two != null) mended.addAll(two);
            else mended.add(word);
        }
        return mended.stream().distinct().toList();
    }

    Query query(List<String> typed) {
        var similarities = new float[typed.size()][];
        var weights = new float[typed.size()];
        for (int at = 0; at < weights.length; at++) {
            var word = typed.get(at);
            var number = numbers.get(word);
            weights[at] = number == null ? UNKNOWN : weight(number);
            similarities[at] = similarities(word, number, at == weights.length - 1);
        }
        return new Query(similarities, weights);
    }

    private float[] similarities(String typed, @Nullable Integer known, boolean last) {
        var all = new float[texts.size()];
        var slips = new Slips(typed);
        boolean starts = typed.length() >= (last ? 2 : 3);
        for (int word = 0; word < all.length; word++) {
            var text = texts.get(word);
            if (isPlural(typed, text) || isPlural(text, typed)) all[word] = PLURAL;
            else if (starts && text.length() > typed.length() && text.startsWith(typed)) {
                all[word] = SHORTEST_START + (1 - SHORTEST_START) * typed.length() / (text.length() + 1f);
            } else if (known == null) all[word] = slips.similarity(text, ONE_SLIP, TWO_SLIPS);
        }
        if (known != null) all[known] = 1;
        return all;
    }

    private static boolean isPlural(String many, String one) {
        return many.length() == one.length() + 1 && one.length() > 2 && many.endsWith("s") && many.startsWith(one);
    }
}
