package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.ArrayUtil;

/**
 * What a query gives each of some entries, 0 where it does not match. For Lucene most of the work is to find a word and
 * to get its postings ready, so what single words give is kept, in a bounded space, and longer queries are put together
 * from that. Safe for use by many threads.
 */
final class WordScores {
    /** A word of more entries than this would crowd out many others, and scoring the few asked for is cheap beside it. */
    private static final int MOST_ENTRIES = 20_000;

    /** Where phrases stand is looked up for all entries of a word, not only for those asked for, up to this many. */
    private static final int FEW_ENTRIES = 1_000;

    /** Entries in all the lists that are kept: at most 32 megabytes. */
    private static final long MOST_KEPT = 4_000_000;

    /** What a list costs besides its entries for each word that it is kept under, counted in entries. */
    private static final int OVERHEAD = 50;

    private final IndexSearcher searcher;
    private final Map<Object, Scores> kept = new ConcurrentHashMap<>();
    private final AtomicLong size = new AtomicLong();

    /** The entries that match, ascending, with what each gets. */
    private static final class Scores {
        private final int[] docs;
        private final float[] scores;

        Scores(int[] docs, float[] scores) {
            this.docs = docs;
            this.scores = scores;
        }
    }

    /** A key of its own for what a unit gives field by field; by itself it stands for all fields as one. */
    private record FieldByField(Query anywhere) {}

    WordScores(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /**
     * What the query gives each of the entries.
     *
     * @param docs ascending
     */
    float[] of(Query query, int[] docs) throws IOException {
        float[] scores = new float[docs.length];
        switch (query) {
            case DisjunctionMaxQuery best -> addBest(scores, best, docs);
            case BooleanQuery several -> addSeveral(scores, several, docs);
            case PhraseQuery phrase when phrase.getSlop() > 0 -> addLoosePhrase(scores, phrase, docs);
            case MatchAllDocsQuery _ -> Arrays.fill(scores, 1);
            case MatchNoDocsQuery _ -> {}
            case BoostQuery _, ConstantScoreQuery _, PhraseQuery _, TermQuery _, SynonymQuery _ ->
                add(scores, query, 1, docs);
            default -> throw new IllegalArgumentException("Not to be scored: " + query.getClass());
        }
        return scores;
    }

    /** What the unit gives each of the entries, by {@link QueryPlan.Unit#fieldByField}. */
    float[] of(QueryPlan.Unit unit, int[] docs) throws IOException {
        var key = new FieldByField(unit.anywhere());
        var known = kept.get(key);
        if (known == null) {
            if (isFrequent(unit.anywhere())) return of(unit.fieldByField(), docs);
            // An entry that holds it in any field holds it anywhere.
            int[] holding = matching(unit.anywhere());
            known = keep(key, unit.anywhere(), new Scores(holding, of(unit.fieldByField(), holding)));
        }
        float[] scores = new float[docs.length];
        add(scores, known, 1, docs);
        return scores;
    }

    boolean holds(Term term, int doc) throws IOException {
        return of(new TermQuery(term), new int[] {doc})[0] > 0;
    }

    /** Adds what the query gives, times the boost. */
    private void add(float[] sum, Query query, float boost, int[] docs) throws IOException {
        switch (query) {
            case BoostQuery boosted -> add(sum, boosted.getQuery(), boost * boosted.getBoost(), docs);
            case PhraseQuery phrase when phrase.getSlop() == 0 -> addWord(sum, phrase, boost, docs);
            case TermQuery _, SynonymQuery _ -> addWord(sum, query, boost, docs);
            case ConstantScoreQuery constant -> {
                float[] scores = of(constant.getQuery(), docs);
                for (int at = 0; at < sum.length; at++) if (scores[at] > 0) sum[at] += boost;
            }
            default -> {
                float[] scores = of(query, docs);
                for (int at = 0; at < sum.length; at++) sum[at] += boost * scores[at];
            }
        }
    }

    private void addBest(float[] scores, DisjunctionMaxQuery best, int[] docs) throws IOException {
        float[] sum = new float[docs.length];
        for (var one : best) {
            float[] given = of(one, docs);
            for (int at = 0; at < scores.length; at++) {
                scores[at] = Math.max(scores[at], given[at]);
                sum[at] += given[at];
            }
        }
        float others = best.getTieBreakerMultiplier();
        for (int at = 0; at < scores.length; at++) scores[at] += others * (sum[at] - scores[at]);
    }

    private void addSeveral(float[] scores, BooleanQuery several, int[] docs) throws IOException {
        int least = several.getMinimumNumberShouldMatch();
        if (least <= 1
                && several.getClauses(Occur.SHOULD).size() == several.clauses().size()) {
            for (var clause : several) add(scores, clause.query(), 1, docs);
            return;
        }
        int[] matched = new int[docs.length];
        boolean[] out = new boolean[docs.length];
        for (var clause : several) {
            float[] given = of(clause.query(), docs);
            for (int at = 0; at < given.length; at++) {
                boolean holds = given[at] > 0;
                if (clause.isScoring()) scores[at] += given[at];
                if (clause.occur() == Occur.SHOULD) matched[at] += holds ? 1 : 0;
                else out[at] |= holds == (clause.occur() == Occur.MUST_NOT);
            }
        }
        for (int at = 0; at < scores.length; at++) if (out[at] || matched[at] < least) scores[at] = 0;
    }

    /** Phrases of a rare word are kept; others are looked at only in entries that hold all of their words. */
    private void addLoosePhrase(float[] scores, PhraseQuery phrase, int[] docs) throws IOException {
        var known = kept.get(phrase);
        if (known == null && searcher.getIndexReader().docFreq(phrase.getTerms()[0]) <= FEW_ENTRIES) {
            known = keep(phrase, phrase, computed(phrase));
        }
        if (known != null) {
            add(scores, known, 1, docs);
            return;
        }
        boolean[] lacks = new boolean[docs.length];
        for (var term : phrase.getTerms()) {
            float[] word = of(new TermQuery(term), docs);
            for (int at = 0; at < lacks.length; at++) lacks[at] |= word[at] == 0;
        }
        int[] places = IntStream.range(0, docs.length).filter(at -> !lacks[at]).toArray();
        if (places.length == 0) return;
        float[] given =
                computed(phrase, Arrays.stream(places).map(at -> docs[at]).toArray());
        for (int at = 0; at < places.length; at++) scores[places[at]] = given[at];
    }

    private void addWord(float[] sum, Query word, float boost, int[] docs) throws IOException {
        var known = kept.get(word);
        if (known == null) {
            if (isFrequent(word)) {
                float[] given = computed(word, docs);
                for (int at = 0; at < sum.length; at++) sum[at] += boost * given[at];
                return;
            }
            known = keep(word, word, computed(word));
        }
        add(sum, known, boost, docs);
    }

    private void add(float[] sum, Scores known, float boost, int[] docs) {
        int[] holding = known.docs;
        float[] given = known.scores;
        if (docs.length == searcher.getIndexReader().maxDoc()) {
            // These are all entries, each at its own number.
            for (int its = 0; its < holding.length; its++) sum[holding[its]] += boost * given[its];
        } else if (holding.length < docs.length / 8) {
            for (int its = 0; its < holding.length; its++) {
                int at = Arrays.binarySearch(docs, holding[its]);
                if (at >= 0) sum[at] += boost * given[its];
            }
        } else {
            for (int at = 0, its = 0; at < docs.length && its < holding.length; ) {
                if (holding[its] < docs[at]) its++;
                else if (holding[its] > docs[at]) at++;
                else sum[at++] += boost * given[its++];
            }
        }
    }

    /** When there is no more room all is given up: the words asked for most are back at once. */
    private Scores keep(Object key, Query query, Scores scores) {
        if (size.addAndGet(scores.docs.length + (long) OVERHEAD * Words.of(query).count) > MOST_KEPT) {
            kept.clear();
            size.set(0);
        }
        kept.put(key, scores);
        return scores;
    }

    private boolean isFrequent(Query query) throws IOException {
        long entries = 0;
        for (var word : Words.of(query).bounding)
            entries += searcher.getIndexReader().docFreq(word);
        return entries > MOST_ENTRIES;
    }

    /** The words of a query: how many, and those that say in how many entries it can match. */
    private static final class Words extends QueryVisitor {
        private final List<Term> bounding = new ArrayList<>();
        private int count;

        static Words of(Query query) {
            var words = new Words();
            query.visit(words);
            return words;
        }

        @Override
        public void consumeTerms(Query query, Term... terms) {
            count += terms.length;
            // A phrase stands in no more entries than its first word.
            bounding.addAll(query instanceof PhraseQuery && terms.length > 0 ? List.of(terms[0]) : List.of(terms));
        }

        @Override
        public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this;
        }
    }

    private int[] matching(Query query) throws IOException {
        return query instanceof TermQuery || query instanceof SynonymQuery ? word(query).docs : computed(query).docs;
    }

    private Scores word(Query word) throws IOException {
        var known = kept.get(word);
        return known == null ? keep(word, word, computed(word)) : known;
    }

    private Scores computed(Query query) throws IOException {
        int count = 0;
        int[] docs = new int[16];
        float[] scores = new float[16];
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        for (var leaf : searcher.getIndexReader().leaves()) {
            var scorer = weight.scorer(leaf);
            if (scorer == null) continue;
            var matches = scorer.iterator();
            for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                docs = ArrayUtil.grow(docs, count + 1);
                scores = ArrayUtil.grow(scores, count + 1);
                docs[count] = leaf.docBase + doc;
                scores[count++] = scorer.score();
            }
        }
        return new Scores(Arrays.copyOf(docs, count), Arrays.copyOf(scores, count));
    }

    private float[] computed(Query query, int[] docs) throws IOException {
        float[] scores = new float[docs.length];
        var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
        int at = 0;
        for (var leaf : searcher.getIndexReader().leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            var scorer = at < docs.length && docs[at] < end ? weight.scorer(leaf) : null;
            var matches = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            for (; at < docs.length && docs[at] < end; at++) {
                int doc = docs[at] - leaf.docBase;
                if (matches.docID() < doc) matches.advance(doc);
                if (matches.docID() == doc && scorer != null) scores[at] = scorer.score();
            }
        }
        return scores;
    }
}
