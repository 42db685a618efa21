package org.ssos.clearinghouse.submission;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The school grade in which a text is read with ease, by the Coleman-Liau index (Coleman and Liau 1975): 0.0588 L - 0.296 S - 15.8,
 * where L is letters and S sentences for each hundred words. It counts letters instead of guessing syllables, so that the same
 * text always has the same grade.
 */
final class ReadingLevel {
    /** A grade of fewer words says nothing. */
    private static final int FEWEST_WORDS = 30;

    private ReadingLevel() {}

    /** Nothing for a text that is too short to tell. */
    static OptionalDouble of(String text) {
        long words = words(text);
        if (words < FEWEST_WORDS) return OptionalDouble.empty();
        double letters = text.codePoints().filter(Character::isLetterOrDigit).count() * 100.0 / words;
        double sentences = sentences(text) * 100.0 / words;
        return OptionalDouble.of(0.0588 * letters - 0.296 * sentences - 15.8);
    }

    private static long words(String text) {
        var words = BreakIterator.getWordInstance(Locale.US);
        words.setText(text);
        long count = 0;
        for (int start = words.first(), end = words.next();
                end != BreakIterator.DONE;
                start = end, end = words.next()) {
            if (Character.isLetterOrDigit(text.codePointAt(start))) count++;
        }
        return count;
    }

    private static long sentences(String text) {
        var sentences = BreakIterator.getSentenceInstance(Locale.US);
        sentences.setText(text.replaceAll("\\s+", " ").strip());
        long count = 0;
        while (sentences.next() != BreakIterator.DONE) count++;
        return count;
    }
}
