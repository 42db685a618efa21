package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;

/** The ids of the entries of an index. Safe for use by many threads. */
final class EntryIds {
    /** In a larger collection the ids are read each time they are needed. */
    private static final int MOST_KEPT = 50_000;

    private final IndexReader reader;
    private final AtomicReferenceArray<String> kept;

    EntryIds(IndexReader reader) {
        this.reader = reader;
        kept = new AtomicReferenceArray<>(reader.maxDoc() <= MOST_KEPT ? reader.maxDoc() : 0);
    }

    String of(int doc) throws IOException {
        if (kept.length() == 0) return read(doc);
        var known = kept.get(doc);
        if (known != null) return known;
        var id = read(doc);
        kept.set(doc, id);
        return id;
    }

    private String read(int doc) throws IOException {
        var leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
        var ids = leaf.reader().getBinaryDocValues(Fields.ID);
        if (ids == null || !ids.advanceExact(doc - leaf.docBase)) throw new IllegalStateException("No id: " + doc);
        return ids.binaryValue().utf8ToString();
    }
}
