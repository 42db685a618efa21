package org.ssos.clearinghouse.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;

/**
 * The index of entries beside the index of wordings that lead to them. It is derived: deleting it loses nothing. A
 * build streams; it never holds all documents in memory.
 */
public final class EntryIndex implements Closeable {
    /** Changes when old index files can no longer be read as meant. */
    static final String FORMAT = "1";

    private static final double BUFFER_MEGABYTES = 64;

    private final DirectoryReader entries;
    private final DirectoryReader wordings;

    private EntryIndex(DirectoryReader entries, DirectoryReader wordings) {
        this.entries = entries;
        this.wordings = wordings;
    }

    /** Writes both indexes from scratch. */
    public static void build(Directory entries, Directory wordings, Stream<SearchDocument> documents, Lexicon lexicon)
            throws IOException {
        try (var entryWriter = writer(entries);
                var wordingWriter = writer(wordings)) {
            for (var wording : lexicon.wordings()) {
                wordingWriter.addDocument(WordingIndex.document(wording.target(), wording.text()));
            }
            for (var document : (Iterable<SearchDocument>) documents::iterator) {
                entryWriter.addDocument(Fields.FACETS.build(Fields.document(document)));
                for (var phrase : document.askedAs()) {
                    wordingWriter.addDocument(WordingIndex.document("entry:" + document.id(), phrase));
                }
            }
            entryWriter.forceMerge(entryWriter.getDocStats().numDocs < 50_000 ? 1 : 8);
            wordingWriter.forceMerge(wordingWriter.getDocStats().numDocs < 50_000 ? 1 : 8);
        }
    }

    public static EntryIndex open(Directory entries, Directory wordings) throws IOException {
        return new EntryIndex(DirectoryReader.open(entries), DirectoryReader.open(wordings));
    }

    DirectoryReader entries() {
        return entries;
    }

    DirectoryReader wordings() {
        return wordings;
    }

    @Override
    public void close() throws IOException {
        entries.close();
        wordings.close();
    }

    private static IndexWriter writer(Directory directory) throws IOException {
        var config = new IndexWriterConfig(analyzer());
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        return new IndexWriter(directory, config);
    }

    private static Analyzer analyzer() {
        Map<String, Analyzer> exceptions = new HashMap<>();
        exceptions.put(Fields.SPELLING, Text.FOLDED);
        return new PerFieldAnalyzerWrapper(Text.STEMMED, exceptions);
    }
}
