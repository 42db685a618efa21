package org.ssos.clearinghouse.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermQuery;

/**
 * What somebody typed, taken apart: words, "phrases", -exclusions and {@code field:value} filters; anything else is
 * words. Reading never fails.
 *
 * @param words the words as typed, with blanks between them
 * @param phrases what must stand together
 * @param excluded words and phrases that must not occur
 * @param filters values by facet
 * @param cut whether what was typed was longer than what is read
 */
record ParsedQuery(
        String words, List<String> phrases, List<String> excluded, Map<Facet, Set<String>> filters, boolean cut) {
    /** Longer questions are read up to here; nobody's question needs more, and the cost of a search stays bounded. */
    static final int MAX_WORDS = 32;

    private static final int MAX_CHARACTERS = 1_000;
    private static final Pattern FILTER = Pattern.compile("(?<!\\S)(\\p{Alpha}+):([\\p{L}\\p{Nd}-]+)(?!\\S)");

    static ParsedQuery of(String typed) {
        var text = clean(typed);
        var cut = text.length() > MAX_CHARACTERS;
        if (cut) text = text.substring(0, MAX_CHARACTERS);
        var filters = new EnumMap<Facet, Set<String>>(Facet.class);
        text = FILTER.matcher(text).replaceAll(match -> Facet.find(match.group(1).toLowerCase(java.util.Locale.ROOT))
                .map(facet -> {
                    filters.computeIfAbsent(facet, _ -> new LinkedHashSet<>()).add(match.group(2));
                    return "";
                })
                .orElse("$0"));
        var parts = new Parts();
        var parsed = new Reader().parse(text);
        if (parsed != null) parsed.visit(parts);
        cut |= parts.words.size() > MAX_WORDS;
        var words = parts.words.subList(0, Math.min(MAX_WORDS, parts.words.size()));
        return new ParsedQuery(
                String.join(" ", words),
                first(parts.phrases, 8),
                first(parts.excluded, 8),
                filters,
                cut);
    }

    /** What ranking reads: the words and the words of the phrases. */
    String text() {
        return phrases.isEmpty() ? words : (words + " " + String.join(" ", phrases)).strip();
    }

    boolean isEmpty() {
        return words.isEmpty() && phrases.isEmpty() && excluded.isEmpty();
    }

    private static List<String> first(List<String> list, int count) {
        return List.copyOf(list.subList(0, Math.min(count, list.size())));
    }

    private static String clean(String typed) {
        var start = typed.length() > 4 * MAX_CHARACTERS ? typed.substring(0, 4 * MAX_CHARACTERS) : typed;
        return start.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ")
                .replaceAll("[\\u201c\\u201d\\u201e]", "\"")
                .replaceAll("(?<!\\S)-+(?=\\s|$)", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Reads the syntax only; what it makes of a word or phrase is a marker that {@link Parts} collects. */
    private static final class Reader extends SimpleQueryParser {
        Reader() {
            super(Text.FOLDED, Map.of("word", 1f), PHRASE_OPERATOR | NOT_OPERATOR | WHITESPACE_OPERATOR);
        }

        @Override
        protected Query newDefaultQuery(String text) {
            return new TermQuery(new Term("word", text));
        }

        @Override
        protected Query newPhraseQuery(String text, int slop) {
            return new TermQuery(new Term("phrase", text));
        }
    }

    private static final class Parts extends QueryVisitor {
        private final List<String> words = new ArrayList<>();
        private final List<String> phrases = new ArrayList<>();
        private final List<String> excluded = new ArrayList<>();

        @Override
        public void consumeTerms(Query query, Term... terms) {
            for (var term : terms) (term.field().equals("word") ? words : phrases).add(term.text());
        }

        @Override
        public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
            if (occur != BooleanClause.Occur.MUST_NOT) return this;
            return new QueryVisitor() {
                @Override
                public void consumeTerms(Query query, Term... terms) {
                    for (var term : terms) excluded.add(term.text());
                }
            };
        }
    }
}
