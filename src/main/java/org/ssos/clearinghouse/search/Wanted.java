package org.ssos.clearinghouse.search;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What entries have to hold to be found, with a cheap score that says which of many are worth a closer look. */
record Wanted(QueryPlan plan, ParsedQuery typed) {
    /** Of the words that say something, at least this share must match. */
    private static final double MOST_WORDS = 0.6;

    /** A wording this similar to the question says what was meant, and leads to entries that hold none of the words. */
    private static final double MEANT = 0.27;

    private static final float NAME = 25;
    private static final float KIN = 6;
    private static final float PHRASE = 14;

    /** Matches what holds most of the words, bears a typed name, or is meant by an everyday wording. */
    Query mostWords() {
        return matching(MOST_WORDS);
    }

    /** The same, where one of the words is enough. */
    Query anyWord() {
        return matching(0);
    }

    /** The filters of the request and those typed among the words. */
    static Map<Facet, Set<String>> filters(SearchRequest request, ParsedQuery typed) {
        var filters = new EnumMap<Facet, Set<String>>(Facet.class);
        request.filters().forEach((facet, values) -> filters.put(facet, new LinkedHashSet<>(values)));
        typed.filters()
                .forEach((facet, values) -> filters.computeIfAbsent(facet, _ -> new LinkedHashSet<>())
                        .addAll(values));
        return filters;
    }

    private Query matching(double share) {
        var all = new BooleanQuery.Builder();
        all.add(plan.units().isEmpty() ? MatchAllDocsQuery.INSTANCE : meant(share), Occur.MUST);
        for (var phrase : typed.phrases()) all.add(together(phrase), Occur.FILTER);
        for (var excluded : typed.excluded()) all.add(together(excluded), Occur.MUST_NOT);
        all.add(new TermQuery(new Term(Fields.HIDDEN, Fields.HIDDEN)), Occur.MUST_NOT);
        return all.build();
    }

    private Query meant(double share) {
        var any = new BooleanQuery.Builder();
        any.add(words(share), Occur.SHOULD);
        if (!plan.names().isEmpty()) {
            any.add(new BoostQuery(Ranking.namesQuery(plan, Fields.NAME_KEY), NAME), Occur.SHOULD);
            any.add(new BoostQuery(Ranking.namesQuery(plan, Fields.KIN_KEY), KIN), Occur.SHOULD);
        }
        if (!plan.topics().isEmpty()) any.add(Ranking.topicsQuery(plan, MEANT), Occur.SHOULD);
        if (!plan.phrases().isEmpty()) any.add(new BoostQuery(Ranking.phrasesQuery(plan, MEANT), PHRASE), Occur.SHOULD);
        return any.build();
    }

    private Query words(double share) {
        var telling = plan.units().stream().filter(unit -> !unit.stop()).toList();
        var counted = telling.isEmpty() ? plan.units() : telling;
        var words = new BooleanQuery.Builder();
        for (var unit : counted) words.add(new BoostQuery(unit.anywhere(), unit.weight()), Occur.SHOULD);
        words.setMinimumNumberShouldMatch(Math.max(1, (int) Math.ceil(share * counted.size())));
        return words.build();
    }

    private static Query together(String text) {
        var words = Text.words(Text.STEMMED, text);
        return words.size() == 1
                ? new TermQuery(new Term(Fields.ALL, words.getFirst()))
                : new PhraseQuery(Fields.ALL, words.toArray(String[]::new));
    }
}
