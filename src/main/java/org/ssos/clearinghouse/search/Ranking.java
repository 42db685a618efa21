package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Scores a few candidates in full: the second of the two phases of a search. */
final class Ranking {
    /** The part of the score that remains when almost no word of the question matched. */
    private static final float WITHOUT_COVERAGE = 0.1f;

    /** Outweighs every other sign: who types a name wants the thing of that name. */
    private static final float NAME = 25f;

    /** Parts and parents of what was typed come next to it. */
    private static final float KIN = 12f;

    /** So many of the best entries give what stands beside them this share of their score. */
    private static final int SHARING = 10;

    private static final float SHARE = 0.17f;

    private static final float PAIR = 0.7f;
    private static final float TOPIC = 4f;
    private static final float MAIN_TOPIC = 1.8f;
    private static final float TERM = 1f;
    private static final float PHRASE = 11f;
    /** So much of what would set it back a typed name takes away. */
    private static final float FORGIVEN = 0.3f;

    private static final float ENDED = 0.8f;
    private static final float OVERDUE = 0.85f;

    /**
     * A candidate with the parts of its score, kept for telling the reader why.
     *
     * @param name the share of the question that is its name
     * @param kin the share that names its parent or one of its parts
     * @param phrase how much one of its everyday phrases resembles the question
     * @param words the words of the question that it holds, as typed
     */
    record Scored(int doc, float score, float name, float kin, float topic, float phrase, List<String> words) {
        Scored with(float other) {
            return new Scored(doc, other, name, kin, topic, phrase, words);
        }
    }

    private final IndexReader reader;
    private final WordScores wordScores;
    private final QueryPlan plan;
    private final int[] docs;

    Ranking(IndexReader reader, WordScores wordScores, QueryPlan plan, int[] candidates) {
        this.reader = reader;
        this.wordScores = wordScores;
        this.plan = plan;
        docs = candidates.clone();
        Arrays.sort(docs);
    }

    /** The candidates by full score, the best first; equal scores in index order. */
    List<Scored> ranked(LocalDate today) throws IOException {
        float[] text = new float[docs.length];
        float[] covered = new float[docs.length];
        float whole = 0;
        var words = new ArrayList<float[]>();
        for (var unit : plan.units()) {
            float[] scores = wordScores.of(unit, docs);
            words.add(scores);
            float worth = unit.weight();
            whole += worth;
            for (int at = 0; at < docs.length; at++) {
                text[at] += scores[at] * unit.weight();
                if (scores[at] > 0) covered[at] += worth;
            }
        }
        add(text, plan.pairs(), PAIR);
        for (var term : plan.terms()) add(text, term.query(), (float) (TERM * term.weight()));
        float[] names = wordScores.of(namesQuery(plan, Fields.NAME_KEY), docs);
        float[] kin = wordScores.of(namesQuery(plan, Fields.KIN_KEY), docs);
        float[] topics = wordScores.of(topicsQuery(plan, 0), docs);
        float[] phrases = wordScores.of(phrasesQuery(plan, 0), docs);
        var ranked = new ArrayList<Scored>();
        for (int at = 0; at < docs.length; at++) {
            float share = whole == 0 ? 1 : covered[at] / whole;
            float score = text[at] * (WITHOUT_COVERAGE + (1 - WITHOUT_COVERAGE) * share)
                    + NAME * names[at]
                    + KIN * kin[at]
                    + topics[at]
                    + PHRASE * phrases[at];
            ranked.add(new Scored(docs[at], score, names[at], kin[at], topics[at], phrases[at], matched(words, at)));
        }
        return shared(best(adjusted(ranked, today)));
    }

    private static List<Scored> best(List<Scored> scored) {
        return scored.stream()
                .sorted(Comparator.comparingDouble((Scored one) -> -one.score()).thenComparingInt(Scored::doc))
                .toList();
    }

    /** What stands beside the best entries gets a little of their score. */
    private List<Scored> shared(List<Scored> ranked) throws IOException {
        var beside = new BooleanQuery.Builder();
        for (var one : ranked.subList(0, Math.min(SHARING, ranked.size()))) {
            var id = Fields.id(reader, one.doc());
            beside.add(constant(Fields.RELATED, id, SHARE * one.score()), BooleanClause.Occur.SHOULD);
        }
        float[] gifts = wordScores.of(beside.build(), docs);
        var richer = new ArrayList<Scored>();
        for (var one : ranked) {
            float gift = gifts[Arrays.binarySearch(docs, one.doc())];
            richer.add(one.with(one.score() + gift));
        }
        return best(richer);
    }

    private List<String> matched(List<float[]> words, int at) {
        var matched = new ArrayList<String>();
        for (int number = 0; number < words.size(); number++) {
            var unit = plan.units().get(number);
            if (words.get(number)[at] > 0 && !unit.stop()) matched.add(unit.word());
        }
        return matched;
    }

    /** Kinds that are rarely wanted, ended and overdue things step back, unless they were asked for by name. */
    private List<Scored> adjusted(List<Scored> ranked, LocalDate today) throws IOException {
        var adjusted = new ArrayList<Scored>();
        LeafReaderContext leaf = null;
        org.apache.lucene.index.NumericDocValues priors = null;
        org.apache.lucene.index.NumericDocValues ended = null;
        org.apache.lucene.index.NumericDocValues due = null;
        for (var scored : ranked) {
            var at = leafOf(scored.doc());
            if (at != leaf) {
                leaf = at;
                priors = at.reader().getNumericDocValues(Fields.PRIOR);
                ended = at.reader().getNumericDocValues(Fields.ENDED);
                due = at.reader().getNumericDocValues(Fields.DUE);
            }
            int local = scored.doc() - at.docBase;
            float factor = Float.intBitsToFloat((int) value(priors, local));
            if (value(ended, local) == 1) factor *= ENDED;
            if (value(due, local) < today.toEpochDay()) factor *= OVERDUE;
            // The larger the share of the question that is the name, the less else matters.
            float asked = FORGIVEN * Math.min(1, scored.name());
            float score = scored.score() * (factor + (1 - factor) * asked);
            adjusted.add(scored.with(score));
        }
        return adjusted;
    }

    private static long value(
            org.apache.lucene.index.@org.jspecify.annotations.Nullable NumericDocValues values, int doc)
            throws IOException {
        if (values == null || !values.advanceExact(doc))
            throw new IllegalStateException("No value for document " + doc);
        return values.longValue();
    }

    private LeafReaderContext leafOf(int doc) {
        var leaves = reader.leaves();
        return leaves.get(org.apache.lucene.index.ReaderUtil.subIndex(doc, leaves));
    }

    private void add(float[] sum, @org.jspecify.annotations.Nullable Query query, float weight) throws IOException {
        if (query == null) return;
        float[] scores = wordScores.of(query, docs);
        for (int at = 0; at < sum.length; at++) sum[at] += weight * scores[at];
    }

    /** For each entry whose name was typed, the share of the question that the name is. */
    static Query namesQuery(QueryPlan plan, String field) {
        var names = new ArrayList<Query>();
        plan.names().forEach((key, share) -> names.add(constant(field, key, share)));
        return new DisjunctionMaxQuery(names, 0);
    }

    static Query topicsQuery(QueryPlan plan, double from) {
        var topics = new ArrayList<Query>();
        plan.topics().forEach((topic, similarity) -> {
            if (similarity < from) return;
            var both = new BooleanQuery.Builder();
            both.add(constant(Fields.TOPIC, topic, (float) (TOPIC * similarity)), BooleanClause.Occur.SHOULD);
            both.add(constant(Fields.MAIN_TOPIC, topic, (float) (MAIN_TOPIC * similarity)), BooleanClause.Occur.SHOULD);
            topics.add(both.build());
        });
        return new DisjunctionMaxQuery(topics, 0.3f);
    }

    /** The entries whose everyday phrases resemble the question at least so much. */
    static Query phrasesQuery(QueryPlan plan, double from) {
        var phrases = new BooleanQuery.Builder();
        plan.phrases().forEach((id, phrase) -> {
            if (phrase.similarity() >= from) {
                phrases.add(
                        constant(Fields.ID, id, (float) (phrase.similarity() * phrase.similarity())),
                        BooleanClause.Occur.SHOULD);
            }
        });
        return phrases.build();
    }

    private static Query constant(String field, String value, float score) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, value))), score);
    }
}
