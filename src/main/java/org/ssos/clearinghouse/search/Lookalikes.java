package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Finds the entries that bear the same name as a draft or say much the same. Safe for use by many threads. */
final class Lookalikes {
    private static final int CANDIDATES = 20;
    private static final int MOST_WORDS = 60;

    /** Fewer words than this stand together in many an entry. */
    private static final int FEWEST_WORDS = 6;

    /** A word in every tenth entry tells none from the others. */
    private static final int EVERYWHERE = 10;

    private final IndexSearcher searcher;
    private final EntryIds ids;

    Lookalikes(IndexSearcher searcher, EntryIds ids) {
        this.searcher = searcher;
        this.ids = ids;
    }

    /** The likest first. */
    List<Lookalike> of(String name, String text) throws IOException {
        var sameName = docs(new TermQuery(new Term(Fields.NAME_KEY, Text.key(name))));
        var docs = new LinkedHashSet<>(sameName);
        docs.addAll(docs(like(name + " . " + text)));
        var weights = weights(name + " . " + text);
        double all = weights.size() < FEWEST_WORDS
                ? 0
                : weights.values().stream().mapToDouble(weight -> weight).sum();
        var shared = shared(weights, docs);
        var lookalikes = new ArrayList<Lookalike>();
        for (int doc : docs) {
            double likeness = all == 0 ? 0 : shared.getOrDefault(doc, 0.0) / all;
            lookalikes.add(new Lookalike(ids.of(doc), sameName.contains(doc), likeness));
        }
        lookalikes.sort(Comparator.comparing(Lookalike::sameName)
                .thenComparingDouble(Lookalike::likeness)
                .reversed()
                .thenComparing(Lookalike::id));
        return lookalikes;
    }

    private Query like(String text) throws IOException {
        var like = new MoreLikeThis(searcher.getIndexReader());
        like.setAnalyzer(Text.STEMMED);
        like.setMinTermFreq(1);
        like.setMinDocFreq(1);
        like.setMaxQueryTerms(MOST_WORDS);
        return like.like(Fields.ALL, new StringReader(text));
    }

    private Set<Integer> docs(Query query) throws IOException {
        var found = new LinkedHashSet<Integer>();
        Arrays.stream(searcher.search(query, CANDIDATES).scoreDocs).forEach(hit -> found.add(hit.doc));
        return found;
    }

    /** What each word of the text is worth: the rarer, the more. A word that no entry holds counts as the rarest. */
    private Map<String, Double> weights(String text) throws IOException {
        var reader = searcher.getIndexReader();
        int entries = Math.max(1, reader.numDocs());
        var weights = new HashMap<String, Double>();
        for (var word : Set.copyOf(Text.words(Text.STEMMED, text))) {
            int holding = reader.docFreq(new Term(Fields.ALL, word));
            if (holding * EVERYWHERE < entries) weights.put(word, Math.log((entries + 1.0) / (holding + 0.5)));
        }
        return weights;
    }

    private Map<Integer, Double> shared(Map<String, Double> weights, Set<Integer> docs) throws IOException {
        var shared = new HashMap<Integer, Double>();
        var leaves = searcher.getIndexReader().leaves();
        var sorted = docs.stream().sorted().toList();
        for (var word : weights.entrySet()) {
            var term = new Term(Fields.ALL, word.getKey());
            int before = -1;
            PostingsEnum holding = null;
            for (int doc : sorted) {
                int index = ReaderUtil.subIndex(doc, leaves);
                var leaf = leaves.get(index);
                if (index != before) holding = leaf.reader().postings(term, PostingsEnum.NONE);
                before = index;
                if (holding == null) continue;
                int wanted = doc - leaf.docBase;
                int at = holding.docID() < wanted ? holding.advance(wanted) : holding.docID();
                if (at == wanted && at != DocIdSetIterator.NO_MORE_DOCS)
                    shared.merge(doc, word.getValue(), Double::sum);
            }
        }
        return shared;
    }
}
