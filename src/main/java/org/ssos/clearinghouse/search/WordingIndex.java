package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;

/** Any number of wordings, in an index of their own. */
final class WordingIndex extends Wordings {
    static final String TARGET = "target";
    static final String LENGTH = "length";
    static final String WORDS = "words";

    private final IndexSearcher searcher;

    private WordingIndex(DirectoryReader reader) {
        super(reader.numDocs());
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(RARITY);
        searcher.setQueryCache(null);
    }

    /** The wordings of the index, held in memory where there is room for them. */
    static Wordings open(DirectoryReader reader) throws IOException {
        return reader.maxDoc() <= WordingTable.MOST_WORDINGS ? new WordingTable(reader) : new WordingIndex(reader);
    }

    static Document document(String target, String text) {
        var document = new Document();
        document.add(new StringField(TARGET, target, Field.Store.NO));
        document.add(new SortedDocValuesField(TARGET, new BytesRef(target)));
        document.add(new TextField(WORDS, text, Field.Store.YES));
        document.add(new NumericDocValuesField(LENGTH, new HashSet<>(Text.words(Text.STEMMED, text)).size()));
        return document;
    }

    @Override
    String text(Match match) throws IOException {
        return Objects.requireNonNull(
                searcher.storedFields().document(match.wording()).get(WORDS));
    }

    @Override
    int wordingsWith(String stem) throws IOException {
        return searcher.getIndexReader().docFreq(new Term(WORDS, stem));
    }

    @Override
    Collection<Match> candidates(List<Asked> asked, double total) throws IOException {
        var query = new BooleanQuery.Builder();
        for (var one : asked) {
            var word = new TermQuery(new Term(WORDS, one.stem()));
            query.add(new BoostQuery(word, one.weight()), BooleanClause.Occur.SHOULD);
        }
        var hits = searcher.search(query.build(), LOOKED_AT).scoreDocs;
        Arrays.sort(hits, Comparator.comparingInt((ScoreDoc hit) -> hit.doc));
        var candidates = new ArrayList<Match>(hits.length);
        int next = 0;
        for (var leaf : searcher.getIndexReader().leaves()) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            var lengths = DocValues.getNumeric(leaf.reader(), LENGTH);
            var targets = DocValues.getSorted(leaf.reader(), TARGET);
            for (; next < hits.length && hits[next].doc < end; next++) {
                var hit = hits[next];
                int doc = hit.doc - leaf.docBase;
                if (!lengths.advanceExact(doc) || !targets.advanceExact(doc)) continue;
                var target = targets.lookupOrd(targets.ordValue()).utf8ToString();
                candidates.add(new Match(target, hit.doc, similarity(hit.score, total, lengths.longValue())));
            }
        }
        return candidates;
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
