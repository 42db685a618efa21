package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;

/** The name keys of all entries. A question asks for each run of its words whether it is one. */
final class NameKeys {
    /** The names of a larger collection stay in its index. */
    private static final int MOST_ENTRIES = 50_000;

    private final IndexReader reader;
    private final boolean inMemory;
    private final Set<String> keys = new HashSet<>();

    NameKeys(IndexReader reader) throws IOException {
        this.reader = reader;
        inMemory = reader.maxDoc() <= MOST_ENTRIES;
        var terms = inMemory ? MultiTerms.getTerms(reader, Fields.NAME_KEY) : null;
        if (terms == null) return;
        var each = terms.iterator();
        for (var key = each.next(); key != null; key = each.next()) keys.add(key.utf8ToString());
    }

    boolean holds(String key) throws IOException {
        return inMemory ? keys.contains(key) : reader.docFreq(new Term(Fields.NAME_KEY, key)) > 0;
    }
}
