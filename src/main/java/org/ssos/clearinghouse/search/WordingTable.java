package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;

/** A number of wordings that fits into memory, where a look-up costs a fraction of one in the index. */
final class WordingTable extends Wordings {
    /** The most that are held: some ten megabytes. */
    static final int MOST_WORDINGS = 50_000;

    private static final int[] NOWHERE = {};

    private final String[] texts;
    private final String[] targets;
    private final int[] lengths;
    private final Map<String, int[]> byStem = new HashMap<>();

    WordingTable(IndexReader reader) throws IOException {
        super(reader.numDocs());
        texts = new String[reader.maxDoc()];
        targets = new String[texts.length];
        lengths = new int[texts.length];
        readTargets(reader);
        readStems(reader);
    }

    private void readTargets(IndexReader reader) throws IOException {
        var targetValues = MultiDocValues.getSortedValues(reader, WordingIndex.TARGET);
        var lengthValues = MultiDocValues.getNumericValues(reader, WordingIndex.LENGTH);
        if (targetValues == null || lengthValues == null) return;
        var names = new String[targetValues.getValueCount()];
        for (int number = 0; number < names.length; number++) {
            names[number] = targetValues.lookupOrd(number).utf8ToString();
        }
        readTexts(reader);
        for (int wording = 0; wording < texts.length; wording++) {
            if (targetValues.advanceExact(wording)) targets[wording] = names[targetValues.ordValue()];
            if (lengthValues.advanceExact(wording)) lengths[wording] = (int) lengthValues.longValue();
        }
    }

    /** One after the other, so that no block of stored texts is unpacked twice. */
    private void readTexts(IndexReader reader) throws IOException {
        for (var leaf : reader.leaves()) {
            var codec = FilterLeafReader.unwrap(leaf.reader());
            var stored = codec instanceof CodecReader segment
                    ? segment.getFieldsReader().getMergeInstance()
                    : leaf.reader().storedFields();
            for (int wording = 0; wording < leaf.reader().maxDoc(); wording++) {
                texts[leaf.docBase + wording] = stored.document(wording).get(WordingIndex.WORDS);
            }
        }
    }

    private void readStems(IndexReader reader) throws IOException {
        var stems = MultiTerms.getTerms(reader, WordingIndex.WORDS);
        if (stems == null) return;
        var each = stems.iterator();
        for (var stem = each.next(); stem != null; stem = each.next()) {
            int count = 0;
            int[] wordings = new int[each.docFreq()];
            var postings = each.postings(null, PostingsEnum.NONE);
            while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                wordings = ArrayUtil.grow(wordings, count + 1);
                wordings[count++] = postings.docID();
            }
            byStem.put(stem.utf8ToString(), ArrayUtil.copyOfSubArray(wordings, 0, count));
        }
    }

    @Override
    String text(Match match) {
        return texts[match.wording()];
    }

    @Override
    int wordingsWith(String stem) {
        return byStem.getOrDefault(stem, NOWHERE).length;
    }

    @Override
    Collection<Match> candidates(List<Asked> asked, double total) {
        float[] shared = new float[texts.length];
        for (var one : asked) {
            int[] wordings = byStem.getOrDefault(one.stem(), NOWHERE);
            float rarity = one.weight() * (float) rarity(wordings.length, texts.length);
            for (int wording : wordings) shared[wording] += rarity;
        }
        var highest = new Highest(LOOKED_AT);
        for (int wording = 0; wording < shared.length; wording++) {
            if (shared[wording] > 0) highest.add(wording, shared[wording]);
        }
        var candidates = new ArrayList<Match>();
        for (int wording : highest.take()) {
            candidates.add(new Match(targets[wording], wording, similarity(shared[wording], total, lengths[wording])));
        }
        return candidates;
    }
}
