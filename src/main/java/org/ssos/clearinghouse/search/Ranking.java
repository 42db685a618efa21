package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

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

    /** That nobody has looked lately says little of whether it is the answer; it decides between equals. */
    private static final float OVERDUE = 0.95f;

    /**
     * A candidate with what is needed to tell the reader why.
     *
     * @param name the share of the question that is its name
     * @param kin the share that names its parent or one of its parts
     * @param words the words of the question that it holds, as typed
     */
    record Scored(int doc, float score, float name, float kin, List<String> words) {}

    private final IndexReader reader;
    private final EntryIds ids;
    private final WordScores wordScores;
    private final QueryPlan plan;
    private final int[] docs;

    /** For each unit of the plan what it gives each candidate. */
    private final List<float[]> words = new ArrayList<>();

    private final float[] names;
    private final float[] kin;

    /** @param candidates in any order */
    Ranking(IndexReader reader, EntryIds ids, WordScores wordScores, QueryPlan plan, int[] candidates)
            throws IOException {
        this.reader = reader;
        this.ids = ids;
        this.wordScores = wordScores;
        this.plan = plan;
        docs = candidates.clone();
        Arrays.sort(docs);
        for (var unit : plan.units()) words.add(wordScores.of(unit, docs));
        names = wordScores.of(namesQuery(plan, Fields.NAME_KEY), docs);
        kin = wordScores.of(namesQuery(plan, Fields.KIN_KEY), docs);
    }

    /** A stretch of the candidates by full score, the best first; equal scores in index order. */
    List<Scored> ranked(LocalDate today, Favour favour, int from, int until) throws IOException {
        float[] scores = scores();
        adjust(scores, today);
        share(scores);
        favour(scores, favour);
        var ranked = new ArrayList<Scored>();
        for (int at : Arrays.copyOfRange(best(scores, until), from, until)) {
            ranked.add(new Scored(docs[at], scores[at], names[at], kin[at], matched(at)));
        }
        return ranked;
    }

    private float[] scores() throws IOException {
        float[] scores = new float[docs.length];
        float[] covered = new float[docs.length];
        float whole = 0;
        for (int number = 0; number < words.size(); number++) {
            float weight = plan.units().get(number).weight();
            float[] word = words.get(number);
            whole += weight;
            for (int at = 0; at < docs.length; at++) {
                scores[at] += word[at] * weight;
                if (word[at] > 0) covered[at] += weight;
            }
        }
        add(scores, plan.pairs(), PAIR);
        for (var term : plan.terms()) add(scores, term.query(), (float) (TERM * term.weight()));
        float[] topics = wordScores.of(topicsQuery(plan, 0), docs);
        float[] phrases = wordScores.of(phrasesQuery(plan, 0), docs);
        for (int at = 0; at < docs.length; at++) {
            float share = whole == 0 ? 1 : covered[at] / whole;
            scores[at] = scores[at] * (WITHOUT_COVERAGE + (1 - WITHOUT_COVERAGE) * share)
                    + NAME * names[at]
                    + KIN * kin[at]
                    + topics[at]
                    + PHRASE * phrases[at];
        }
        return scores;
    }

    private void add(float[] sum, @Nullable Query query, float weight) throws IOException {
        if (query == null) return;
        float[] scores = wordScores.of(query, docs);
        for (int at = 0; at < sum.length; at++) sum[at] += weight * scores[at];
    }

    /** Kinds that are rarely wanted, ended and overdue things step back, unless they were asked for by name. */
    private void adjust(float[] scores, LocalDate today) throws IOException {
        int at = 0;
        for (var leaf : reader.leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            var priors = leaf.reader().getNumericDocValues(Fields.PRIOR);
            var ended = leaf.reader().getNumericDocValues(Fields.ENDED);
            var due = leaf.reader().getNumericDocValues(Fields.DUE);
            for (; at < docs.length && docs[at] < end; at++) {
                int doc = docs[at] - leaf.docBase;
                float factor = Float.intBitsToFloat((int) value(priors, doc));
                if (value(ended, doc) == 1) factor *= ENDED;
                if (value(due, doc) < today.toEpochDay()) factor *= OVERDUE;
                // The larger the share of the question that is the name, the less else matters.
                float asked = FORGIVEN * Math.min(1, names[at]);
                scores[at] *= factor + (1 - factor) * asked;
            }
        }
    }

    /** What covers the visitor's place moves up; who types a name wants the thing of that name, wherever it is. */
    private void favour(float[] scores, Favour favour) throws IOException {
        if (favour.equals(Favour.NOTHING)) return;
        for (int at = 0; at < docs.length; at++) {
            float factor = favour.factor(ids.of(docs[at]));
            scores[at] *= names[at] > 0 ? Math.max(1, factor) : factor;
        }
    }

    private static long value(@Nullable NumericDocValues values, int doc) throws IOException {
        if (values == null || !values.advanceExact(doc))
            throw new IllegalStateException("No value for document " + doc);
        return values.longValue();
    }

    /** What stands beside the best entries gets a little of their score. */
    private void share(float[] scores) throws IOException {
        var beside = new BooleanQuery.Builder();
        for (int at : best(scores, SHARING)) {
            beside.add(constant(Fields.RELATED, ids.of(docs[at]), SHARE * scores[at]), BooleanClause.Occur.SHOULD);
        }
        add(scores, beside.build(), 1);
    }

    /** Places of the highest scores, the highest first. */
    private static int[] best(float[] scores, int most) {
        var highest = new Highest(most);
        for (int at = 0; at < scores.length; at++) highest.add(at, scores[at]);
        return highest.take();
    }

    private List<String> matched(int at) {
        var matched = new ArrayList<String>();
        for (int number = 0; number < words.size(); number++) {
            var unit = plan.units().get(number);
            if (words.get(number)[at] > 0 && !unit.stop()) matched.add(unit.word());
        }
        return matched;
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
