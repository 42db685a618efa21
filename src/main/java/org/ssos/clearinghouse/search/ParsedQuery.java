package org.ssos.clearinghouse.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
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

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");
    private static final Pattern QUOTATION_MARK = Pattern.compile("[\\u201c\\u201d\\u201e]");
    private static final Pattern LONE_HYPHEN = Pattern.compile("(?<!\\S)-+(?=\\s|$)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static ParsedQuery of(String typed) {
        var text = clean(typed);
        var cut = text.length() > MAX_CHARACTERS;
        if (cut) text = text.substring(0, MAX_CHARACTERS);
        var filters = new EnumMap<Facet, Set<String>>(Facet.class);
        text = FILTER.matcher(text)
                .replaceAll(match -> Facet.find(match.group(1).toLowerCase(java.util.Locale.ROOT))
                        .map(facet -> {
                            filters.computeIfAbsent(facet, _ -> new LinkedHashSet<>())
                                    .add(match.group(2));
                            return "";
                        })
                        .orElse("$0"));
        var reader = new Reader();
        var parsed = reader.parse(text);
        var excluded = new HashSet<Integer>();
        if (parsed != null) parsed.visit(new Exclusions(excluded));
        var words = new ArrayList<String>();
        var phrases = new ArrayList<String>();
        var unwanted = new ArrayList<String>();
        for (int number = 0; number < reader.parts.size(); number++) {
            var part = reader.parts.get(number);
            if (excluded.contains(number)) unwanted.add(part.text());
            else if (part.phrase()) phrases.add(part.text());
            else words.add(part.text());
        }
        cut |= words.size() > MAX_WORDS;
        return new ParsedQuery(
                String.join(" ", first(words, MAX_WORDS)), first(phrases, 8), first(unwanted, 8), filters, cut);
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
        var plain = UNPRINTABLE.matcher(start).replaceAll(" ");
        plain = QUOTATION_MARK.matcher(plain).replaceAll("\"");
        plain = LONE_HYPHEN.matcher(plain).replaceAll(" ");
        return BLANKS.matcher(plain).replaceAll(" ").strip();
    }

    private record Part(String text, boolean phrase) {}

    /** Reads the syntax only: keeps words and phrases in their order and stands a number for each in the result. */
    private static final class Reader extends SimpleQueryParser {
        private final List<Part> parts = new ArrayList<>();

        Reader() {
            super(Text.FOLDED, Map.of("part", 1f), PHRASE_OPERATOR | NOT_OPERATOR | WHITESPACE_OPERATOR);
        }

        @Override
        protected Query newDefaultQuery(String text) {
            return numbered(new Part(text, false));
        }

        @Override
        protected Query newPhraseQuery(String text, int slop) {
            return numbered(new Part(text, true));
        }

        private Query numbered(Part part) {
            parts.add(part);
            return new TermQuery(new Term("part", Integer.toString(parts.size() - 1)));
        }
    }

    /** Collects the numbers of what must not occur. */
    private static final class Exclusions extends QueryVisitor {
        private final Set<Integer> numbers;

        Exclusions(Set<Integer> numbers) {
            this.numbers = numbers;
        }

        @Override
        public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
            if (occur != BooleanClause.Occur.MUST_NOT) return this;
            return new QueryVisitor() {
                @Override
                public void consumeTerms(Query query, Term... terms) {
                    for (var term : terms) numbers.add(Integer.valueOf(term.text()));
                }
            };
        }
    }
}
