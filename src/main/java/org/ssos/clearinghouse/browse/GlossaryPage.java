package org.ssos.clearinghouse.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Provenance;
import org.ssos.clearinghouse.entry.Vocabularies.GlossaryTerm;
import org.ssos.clearinghouse.entry.Vocabularies.Terms;
import org.ssos.clearinghouse.web.Chrome;

/**
 * The glossary from A to Z, or the terms that hold the visitor's words.
 *
 * @param anyLeftOut whether words narrow the list
 */
public record GlossaryPage(Chrome chrome, String words, String found, boolean anyLeftOut, List<Letter> letters) {

    /** The terms that start with a letter; those that start with a digit stand under {@code 0-9}. */
    public record Letter(String label, String anchor, List<Word> words) {}

    /** @param general it rests on general usage rather than on an official source */
    public record Word(
            String id,
            String term,
            @Nullable String expansion,
            String meaning,
            List<String> alsoSaid,
            List<Item> seeAlso,
            boolean general,
            List<SourceLine> sources) {}

    static GlossaryPage of(Chrome chrome, Terms<GlossaryTerm> glossary, String words) {
        var found = glossary.all().stream().filter(term -> holds(term, words)).toList();
        var letters = new TreeMap<String, List<Word>>();
        found.stream()
                .sorted((a, b) -> a.term().compareToIgnoreCase(b.term()))
                .forEach(term -> letters.computeIfAbsent(letter(term), _ -> new ArrayList<>())
                        .add(word(term, glossary)));
        return new GlossaryPage(
                chrome,
                words,
                words.isEmpty()
                        ? found.size() + " terms"
                        : found.size() + " of " + glossary.all().size() + " terms",
                !words.isEmpty(),
                letters.entrySet().stream()
                        .map(letter -> new Letter(letter.getKey(), "letter-" + letter.getKey(), letter.getValue()))
                        .toList());
    }

    private static boolean holds(GlossaryTerm term, String words) {
        if (words.isEmpty()) return true;
        var text = Stream.of(
                        Stream.of(term.term(), term.meaning()),
                        Stream.ofNullable(term.expansion()),
                        term.synonyms().stream(),
                        term.everydayWording().stream())
                .flatMap(texts -> texts)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
    }

    private static String letter(GlossaryTerm term) {
        var first = term.term().substring(0, 1).toUpperCase(Locale.ROOT);
        return Character.isDigit(first.charAt(0)) ? "0-9" : first;
    }

    private static Word word(GlossaryTerm term, Terms<GlossaryTerm> glossary) {
        return new Word(
                term.id(),
                term.term(),
                term.expansion(),
                term.meaning(),
                term.synonyms(),
                term.seeAlso().stream()
                        .map(id -> new Item(glossary.label(id), "/glossary#" + id))
                        .toList(),
                term.confidence() == Provenance.Confidence.MEDIUM,
                SourceLine.of(term.sources()));
    }
}
