package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.search.spell.WordBreakSpellChecker;

/** Mends words that neither the entries nor a list of common words know. Safe for use by many threads. */
final class Speller {
    /** So many words of a question are mended; looking for spellings costs more than searching. */
    private static final int MOST_MENDED = 6;

    private static final int SHORTEST = 4;
    /** Two edits turn short words into anything. */
    private static final int SHORTEST_FOR_TWO_EDITS = 6;

    private static final int MOST_KEPT = 10_000;

    /** A longer word is none that somebody misspelt, and what is near it costs more to find the longer it is. */
    private static final int LONGEST = 40;

    private final IndexReader reader;
    private final Lexicon lexicon;
    private final DirectSpellChecker oneEdit = checker(1);
    private final DirectSpellChecker twoEdits = checker(2);
    private final WordBreakSpellChecker breaks = new WordBreakSpellChecker();
    private final Map<String, Optional<String>> mended = new ConcurrentHashMap<>();

    Speller(IndexReader reader, Lexicon lexicon) {
        this.reader = reader;
        this.lexicon = lexicon;
        breaks.setMaxChanges(3);
        breaks.setMinBreakWordLength(3);
        breaks.setMaxEvaluations(500);
    }

    /**
     * The text with its misspelt words mended.
     *
     * @param also words that are spelled right but stand in no entry
     */
    String mend(String text, boolean also) throws IOException {
        var words = new ArrayList<String>();
        int tried = 0;
        for (var word : text.split(" ", -1)) {
            var folded = Text.words(Text.FOLDED, word);
            boolean unknown = folded.size() == 1 && tried < MOST_MENDED && isUnknown(folded.getFirst(), also);
            if (unknown) tried++;
            var better = unknown ? known(folded.getFirst()) : Optional.<String>empty();
            words.add(better.orElse(word));
        }
        return String.join(" ", words);
    }

    private boolean isUnknown(String foldedWord, boolean also) throws IOException {
        if (foldedWord.length() < SHORTEST || foldedWord.length() > LONGEST) return false;
        if (foldedWord.chars().anyMatch(Character::isDigit)) return false;
        if (!also && lexicon.knowsSpelling(foldedWord)) return false;
        return reader.docFreq(new Term(Fields.SPELLING, foldedWord)) == 0
                && reader.docFreq(new Term(Fields.NAME_KEY, Text.keyOfWord(foldedWord))) == 0;
    }

    /** One question asks for the same word several times when it finds little, and misspellings come back. */
    private Optional<String> known(String foldedWord) throws IOException {
        var known = mended.get(foldedWord);
        if (known != null) return known;
        var better = better(foldedWord);
        if (mended.size() >= MOST_KEPT) mended.clear();
        mended.put(foldedWord, better);
        return better;
    }

    /** One edit, then a missing blank, then two edits; the first letter is taken as right. */
    private Optional<String> better(String foldedWord) throws IOException {
        var term = new Term(Fields.SPELLING, foldedWord);
        var near = best(oneEdit.suggestSimilar(term, 3, reader, SuggestMode.SUGGEST_ALWAYS));
        if (near.isEmpty()) near = split(term);
        if (near.isEmpty() && foldedWord.length() >= SHORTEST_FOR_TWO_EDITS) {
            near = best(twoEdits.suggestSimilar(term, 3, reader, SuggestMode.SUGGEST_ALWAYS));
        }
        return near;
    }

    private Optional<String> split(Term term) throws IOException {
        if (term.text().length() < 2 * SHORTEST - 1) return Optional.empty();
        var ways = breaks.suggestWordBreaks(
                term,
                5,
                reader,
                SuggestMode.SUGGEST_ALWAYS,
                WordBreakSpellChecker.BreakSuggestionSortMethod.NUM_CHANGES_THEN_MAX_FREQUENCY);
        return Arrays.stream(ways)
                .findFirst()
                .map(words -> Arrays.stream(words).map(word -> word.string).collect(Collectors.joining(" ")));
    }

    private static Optional<String> best(SuggestWord[] words) {
        return Arrays.stream(words).findFirst().map(word -> word.string);
    }

    private static DirectSpellChecker checker(int edits) {
        var checker = new DirectSpellChecker();
        checker.setMaxEdits(edits);
        checker.setMinPrefix(1);
        checker.setMinQueryLength(SHORTEST);
        checker.setAccuracy(0.3f);
        checker.setMaxInspections(10);
        checker.setThresholdFrequency(0f);
        return checker;
    }
}
