package org.ssos.clearinghouse.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.EntryId;

/**
 * The index of entries beside the index of wordings that lead to them. It is derived: deleting it loses nothing. A
 * build streams; it never holds all documents in memory.
 */
public final class EntryIndex implements Closeable {
    /** Changes when old index files can no longer be read as meant. */
    static final String FORMAT = "2";

    private static final double BUFFER_MEGABYTES = 64;

    /**
     * Up to so many documents an index is built in one piece. What keeps all its documents in memory counts on that also
     * after a change: that nothing deleted is left.
     */
    private static final int SMALL = 50_000;

    private final DirectoryReader entries;
    private final DirectoryReader wordings;

    /** An entry that reads differently now; before is absent where it was not shown, after where it is no longer. */
    public record Change(
            EntryId id,
            @Nullable SearchDocument before,
            @Nullable SearchDocument after) {
        boolean isOfWordings() {
            return before == null || after == null || !before.askedAs().equals(after.askedAs());
        }
    }

    private EntryIndex(DirectoryReader entries, DirectoryReader wordings) {
        this.entries = entries;
        this.wordings = wordings;
    }

    /** Writes both indexes from scratch. */
    public static void build(Directory entries, Directory wordings, Stream<SearchDocument> documents, Lexicon lexicon)
            throws IOException {
        try (var entryWriter = writer(entries, OpenMode.CREATE);
                var wordingWriter = writer(wordings, OpenMode.CREATE)) {
            for (var wording : lexicon.wordings()) {
                wordingWriter.addDocument(WordingIndex.document(wording.target(), wording.text()));
            }
            for (var document : (Iterable<SearchDocument>) documents::iterator) {
                entryWriter.addDocument(Fields.FACETS.build(Fields.document(document)));
                addWordings(wordingWriter, document);
            }
            entryWriter.forceMerge(isSmall(entryWriter) ? 1 : 8);
            wordingWriter.forceMerge(isSmall(wordingWriter) ? 1 : 8);
        }
    }

    /** Changes both indexes by the ids of the entries. */
    static void update(Directory entries, Directory wordings, List<Change> changes) throws IOException {
        if (!changes.isEmpty()) {
            try (var writer = writer(entries, OpenMode.APPEND)) {
                for (var change : changes) {
                    var id = new Term(Fields.ID, change.id().value());
                    var after = change.after();
                    if (after == null) writer.deleteDocuments(id);
                    else writer.updateDocument(id, Fields.FACETS.build(Fields.document(after)));
                }
                // Written anew as a whole, ten thousand entries take most of a second.
                if (writer.getDocStats().numDocs <= SmallMatcher.MOST_ENTRIES) writer.forceMerge(1);
            }
        }
        if (changes.stream().anyMatch(Change::isOfWordings)) {
            try (var writer = writer(wordings, OpenMode.APPEND)) {
                for (var change : changes) {
                    if (!change.isOfWordings()) continue;
                    writer.deleteDocuments(new Term(WordingIndex.TARGET, target(change.id())));
                    if (change.after() != null) addWordings(writer, change.after());
                }
                if (isSmall(writer)) writer.forceMerge(1);
            }
        }
    }

    private static void addWordings(IndexWriter writer, SearchDocument document) throws IOException {
        for (var phrase : document.askedAs())
            writer.addDocument(WordingIndex.document(target(new EntryId(document.id())), phrase));
    }

    private static String target(EntryId id) {
        return "entry:" + id;
    }

    private static boolean isSmall(IndexWriter writer) {
        return writer.getDocStats().numDocs < SMALL;
    }

    public static EntryIndex open(Directory entries, Directory wordings) throws IOException {
        return new EntryIndex(DirectoryReader.open(entries), DirectoryReader.open(wordings));
    }

    /**
     * Reads all of it once.
     *
     * @throws IOException when a file of it is not as it was written
     */
    static void check(Directory directory) throws IOException {
        try (var reader = DirectoryReader.open(directory)) {
            for (var leaf : reader.leaves()) leaf.reader().checkIntegrity();
        }
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

    private static IndexWriter writer(Directory directory, OpenMode mode) throws IOException {
        var config = new IndexWriterConfig(analyzer());
        config.setOpenMode(mode);
        config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
        return new IndexWriter(directory, config);
    }

    private static Analyzer analyzer() {
        Map<String, Analyzer> exceptions = new HashMap<>();
        exceptions.put(Fields.SPELLING, Text.FOLDED);
        return new PerFieldAnalyzerWrapper(Text.STEMMED, exceptions);
    }
}
