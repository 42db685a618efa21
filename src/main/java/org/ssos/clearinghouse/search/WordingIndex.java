package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;

/**
 * Everyday wordings in an index of their own, so that the many ways to say a thing are looked up and never scanned. A
 * wording leads to a {@code topic:}, a {@code term:} or an {@code entry:}.
 */
final class WordingIndex {
    private static final String TARGET = "target";
    private static final String LENGTH = "length";
    static final String WORDS = "words";

    /** How many wordings are looked at: enough for the best to be among them, few enough to cost little. */
    private static final int LOOKED_AT = 100;

    /** What a word of the wording that the question lacks weighs, of the usual. */
    private static final double UNMATCHED = 0.6;

    /** Below this, words agree by accident. */
    private static final double ENOUGH = 0.15;

    private final IndexSearcher searcher;

    WordingIndex(DirectoryReader reader) {
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(RARITY);
        searcher.setQueryCache(null);
    }

    IndexReader reader() {
        return searcher.getIndexReader();
    }

    static Document document(String target, String text) {
        var document = new Document();
        document.add(new StringField(TARGET, target, Field.Store.NO));
        document.add(new SortedDocValuesField(TARGET, new BytesRef(target)));
        document.add(new TextField(WORDS, text, Field.Store.YES));
        document.add(new NumericDocValuesField(LENGTH, new HashSet<>(Text.words(Text.STEMMED, text)).size()));
        return document;
    }

    /** A wording that resembles the query, with a similarity up to 1 for the same words; {@link #text} reads it. */
    record Match(String target, int wording, double similarity) {
        private Match better(Match other) {
            return similarity >= other.similarity ? this : other;
        }
    }

    String text(Match match) throws IOException {
        return java.util.Objects.requireNonNull(
                searcher.storedFields().document(match.wording()).get(WORDS));
    }

    /** The best wording of each target, the most similar first. */
    List<Match> matches(List<String> stems, java.util.function.ToDoubleFunction<String> weight) throws IOException {
        var asked = new HashSet<>(stems);
        var query = new BooleanQuery.Builder();
        double total = 0;
        for (var stem : asked) {
            double rarity = rarity(stem) * weight.applyAsDouble(stem);
            total += rarity;
            query.add(boosted(stem, (float) weight.applyAsDouble(stem)), BooleanClause.Occur.SHOULD);
        }
        if (total == 0) return List.of();
        var hits = searcher.search(query.build(), LOOKED_AT).scoreDocs;
        Arrays.sort(hits, Comparator.comparingInt((ScoreDoc hit) -> hit.doc));
        var best = new HashMap<String, Match>();
        int next = 0;
        for (var leaf : searcher.getIndexReader().leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            var lengths = DocValues.getNumeric(leaf.reader(), LENGTH);
            var targets = DocValues.getSorted(leaf.reader(), TARGET);
            for (; next < hits.length && hits[next].doc < end; next++) {
                var hit = hits[next];
                int doc = hit.doc - leaf.docBase;
                if (!lengths.advanceExact(doc) || !targets.advanceExact(doc)) continue;
                double similarity = similarity(hit.score, total, lengths.longValue());
                if (similarity < ENOUGH) continue;
                var target = targets.lookupOrd(targets.ordValue()).utf8ToString();
                best.merge(target, new Match(target, hit.doc, similarity), Match::better);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Match::similarity).reversed().thenComparing(Match::target))
                .toList();
    }

    /** The cosine of the two texts, each word weighing its rarity; unmatched words of the wording weigh the usual. */
    private double similarity(double matched, double asked, long length) {
        double usual = usualRarity();
        double wording = Math.max(matched, matched + (length - Math.round(matched / usual)) * usual * UNMATCHED);
        return matched / Math.sqrt(asked * Math.max(wording, usual));
    }

    private static org.apache.lucene.search.Query boosted(String stem, float weight) {
        return new org.apache.lucene.search.BoostQuery(new TermQuery(new Term(WORDS, stem)), weight);
    }

    private double rarity(String stem) throws IOException {
        return rarity(
                searcher.getIndexReader().docFreq(new Term(WORDS, stem)),
                searcher.getIndexReader().numDocs());
    }

    private double usualRarity() {
        return rarity(20, Math.max(1, searcher.getIndexReader().numDocs()));
    }

    private static double rarity(long documents, long all) {
        return documents == 0
                ? Math.log1p((double) all)
                : Math.log(1 + (double) (all - documents + 1) / (documents + 1));
    }

    /** Each word counts its rarity, once, however long the wording is. */
    private static final Similarity RARITY = new Similarity() {
        @Override
        public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
            float rarity = 0;
            for (var term : terms) rarity += (float) rarity(term.docFreq(), collection.docCount());
            float score = boost * rarity;
            return new SimScorer() {
                @Override
                public float score(float frequency, long norm) {
                    return score;
                }
            };
        }

        @Override
        public long computeNorm(FieldInvertState state) {
            return 1;
        }
    };
}
