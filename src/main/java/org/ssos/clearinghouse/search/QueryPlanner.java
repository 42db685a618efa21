package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Turns words into a {@link QueryPlan}. Every look-up goes through an index; nothing is scanned. */
final class QueryPlanner {
    private static final int MOST_CONCEPTS = 4;
    private static final int MOST_PHRASES = 30;
    private static final int LONGEST_NAME = 9;

    /** Longer questions say enough by themselves, and a graph of all their synonyms could grow without bound. */
    private static final int LONGEST_WITH_SYNONYMS = 12;

    private final IndexReader reader;
    private final NameKeys nameKeys;
    private final Lexicon lexicon;
    private final Wordings wordings;
    private final Analyzer english;
    private final Analyzer spanish;

    QueryPlanner(IndexReader reader, Lexicon lexicon, Wordings wordings) throws IOException {
        this.reader = reader;
        nameKeys = new NameKeys(reader);
        this.lexicon = lexicon;
        this.wordings = wordings;
        english = Text.withSynonyms(lexicon.synonyms(this::entriesWith, false));
        spanish = Text.withSynonyms(lexicon.synonyms(this::entriesWith, true));
    }

    QueryPlan plan(String text) throws IOException {
        var folded = Text.words(Text.FOLDED, text);
        var stems = Text.words(Text.STEMMED, text);
        var builder = new Units(analyzer(folded), stems);
        var weights = weights(stems);
        var units = units(builder, text, folded, stems, weights);
        // Wordings are short: how rare a word is among them says enough.
        var matches = wordings.matches(stems, stem -> lexicon.isStop(stem) ? lexicon.weight(stem) : 1);
        var marked = new HashSet<String>();
        for (var stem : stems) if (lexicon.weight(stem) == 1f) marked.add(stem);
        for (var unit : units)
            for (var stem : Units.stemsOf(unit.anywhere())) if (lexicon.weight(stem) == 1f) marked.add(stem);
        return new QueryPlan(
                units,
                pairs(stems, weights),
                names(folded),
                topics(matches),
                terms(matches),
                phrases(matches),
                marked.isEmpty() ? new LinkedHashSet<>(stems) : marked);
    }

    /** Frequent words weigh less beside a rarer one; alone they count in full. */
    private ToDoubleFunction<String> weights(List<String> stems) {
        if (stems.stream().anyMatch(stem -> lexicon.weight(stem) == 1)) return lexicon::weight;
        return stem -> lexicon.isStop(stem) ? lexicon.weight(stem) : 1;
    }

    private List<QueryPlan.Unit> units(
            Units builder, String text, List<String> folded, List<String> stems, ToDoubleFunction<String> weights) {
        var units = new ArrayList<QueryPlan.Unit>();
        for (var anywhere : builder.of(Fields.ALL, text)) {
            var typed = builder.typedIn(anywhere);
            float weight = 0.2f;
            boolean stop = true;
            for (var stem : typed) {
                weight = Math.max(weight, (float) weights.applyAsDouble(stem));
                stop &= lexicon.isStop(stem);
            }
            units.add(new QueryPlan.Unit(anywhere, weight, stop, asTyped(typed, folded, stems)));
        }
        var telling = units.stream().filter(unit -> !unit.stop()).toList();
        return telling.isEmpty() ? units : telling;
    }

    private static String asTyped(Set<String> unit, List<String> folded, List<String> stems) {
        return IntStream.range(0, Math.min(folded.size(), stems.size()))
                .filter(at -> unit.contains(stems.get(at)))
                .mapToObj(folded::get)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private @Nullable Query pairs(List<String> stems, ToDoubleFunction<String> weights) {
        var pairs = new BooleanQuery.Builder();
        boolean any = false;
        for (int at = 0; at + 1 < stems.size(); at++) {
            var first = stems.get(at);
            var second = stems.get(at + 1);
            if (lexicon.isStop(first) || lexicon.isStop(second)) continue;
            float weight = (float) Math.min(weights.applyAsDouble(first), weights.applyAsDouble(second));
            pairs.add(
                    new BoostQuery(new PhraseQuery(1, Fields.ALL, first, second), weight), BooleanClause.Occur.SHOULD);
            any = true;
        }
        return any ? pairs.build() : null;
    }

    /** Runs of words that are the whole name, short form or other name of an entry. */
    private Map<String, Float> names(List<String> words) throws IOException {
        var names = new LinkedHashMap<String, Float>();
        for (int start = 0; start < words.size(); start++) {
            var key = new StringBuilder();
            for (int end = start; end < Math.min(words.size(), start + LONGEST_NAME); end++) {
                key.append(Text.keyOfWord(words.get(end)));
                var name = key.toString();
                if (name.length() < 2 || !nameKeys.holds(name)) continue;
                names.merge(name, worth(words, start, end), Math::max);
            }
        }
        return names;
    }

    /** A name counts by the share of the question's meaning that it holds. */
    private float worth(List<String> words, int start, int end) {
        float all = 0;
        float inside = 0;
        for (int at = 0; at < words.size(); at++) {
            float weight = Text.words(Text.STEMMED, words.get(at)).stream()
                    .map(lexicon::weight)
                    .findFirst()
                    .orElse(1f);
            all += weight;
            if (at >= start && at <= end) inside += weight;
        }
        return inside / all;
    }

    private static Map<String, Double> topics(List<Wordings.Match> matches) {
        return matches.stream()
                .filter(match -> match.target().startsWith("topic:"))
                .limit(MOST_CONCEPTS)
                .collect(Collectors.toMap(
                        match -> match.target().substring("topic:".length()),
                        Wordings.Match::similarity,
                        (first, _) -> first,
                        LinkedHashMap::new));
    }

    private List<QueryPlan.WeightedQuery> terms(List<Wordings.Match> matches) {
        var terms = new ArrayList<QueryPlan.WeightedQuery>();
        for (var match : matches) {
            if (terms.size() == MOST_CONCEPTS) break;
            if (!match.target().startsWith("term:") || match.similarity() < 0.3) continue;
            var names = lexicon.namesOf(match.target());
            var queries = new ArrayList<Query>();
            for (var name : names) {
                var words = Text.words(Text.STEMMED, name);
                queries.add(new PhraseQuery(0, Fields.ALL, words.toArray(String[]::new)));
            }
            if (!queries.isEmpty()) {
                terms.add(new QueryPlan.WeightedQuery(
                        match.target(), new DisjunctionMaxQuery(queries, 0.3f), match.similarity()));
            }
        }
        return terms;
    }

    private static Map<String, Wordings.Match> phrases(List<Wordings.Match> matches) {
        var phrases = new LinkedHashMap<String, Wordings.Match>();
        for (var match : matches) {
            if (phrases.size() == MOST_PHRASES) break;
            if (match.target().startsWith("entry:")) {
                phrases.put(match.target().substring("entry:".length()), match);
            }
        }
        return phrases;
    }

    private Analyzer analyzer(List<String> words) {
        if (words.size() > LONGEST_WITH_SYNONYMS) return Text.STEMMED;
        return isSpanish(words) ? spanish : english;
    }

    private boolean isSpanish(List<String> words) {
        long known = words.stream().filter(lexicon::isSpanish).count();
        return known > 0 && 2 * known >= words.size();
    }

    private int entriesWith(String stem) {
        try {
            return reader.docFreq(new Term(Fields.ALL, stem));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
