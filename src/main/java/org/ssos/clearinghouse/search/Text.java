package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/** How text becomes words: folded to plain lower case letters, then lightly stemmed, with synonyms only in queries. */
final class Text {
    /** Words as written, without accents and case: for spelling. */
    static final Analyzer FOLDED = analyzer(false, null);

    /** Words cut to their stem: for finding. */
    static final Analyzer STEMMED = analyzer(true, null);

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]");

    private Text() {}

    /** Stems, with the other names of a concept as a graph beside its words. */
    static Analyzer withSynonyms(SynonymMap synonyms) {
        return analyzer(true, synonyms.fst == null ? null : synonyms);
    }

    private static Analyzer analyzer(boolean stemmed, @Nullable SynonymMap synonyms) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                var source = new StandardTokenizer();
                TokenStream words = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(source)));
                if (synonyms != null) words = new SynonymGraphFilter(words, synonyms, true);
                return new TokenStreamComponents(source, stemmed ? new KStemFilter(words) : words);
            }

            @Override
            protected TokenStream normalize(String field, TokenStream in) {
                return new ASCIIFoldingFilter(new LowerCaseFilter(in));
            }
        };
    }

    /** A word of a text and where it stands. */
    record Word(String stem, int start, int end) {}

    static List<String> words(Analyzer analyzer, String text) {
        return positions(analyzer, text).stream().map(Word::stem).toList();
    }

    static List<Word> positions(Analyzer analyzer, String text) {
        var words = new ArrayList<Word>();
        try (var stream = analyzer.tokenStream("", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            stream.end();
        } catch (IOException noFileIsRead) {
            throw new UncheckedIOException(noFileIsRead);
        }
        return words;
    }

    /**
     * The name key of a name: its letters and digits only, each word's plural s cut, so that {@code R-TAC},
     * {@code rtac} and {@code RTACs} are one name.
     */
    static String key(String name) {
        var key = new StringBuilder();
        for (var word : words(FOLDED, name)) key.append(keyOfWord(word));
        return key.toString();
    }

    static String keyOfWord(String foldedWord) {
        var letters = NO_LETTER.matcher(foldedWord.toLowerCase(Locale.ROOT)).replaceAll("");
        return letters.length() > 3 && letters.endsWith("s") && !letters.endsWith("ss")
                ? letters.substring(0, letters.length() - 1)
                : letters;
    }
}
