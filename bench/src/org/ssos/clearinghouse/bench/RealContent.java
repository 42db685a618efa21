package org.ssos.clearinghouse.bench;

import java.nio.file.Path;
import java.util.List;
import org.ssos.clearinghouse.ContentParts;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.ContentReader;
import org.ssos.clearinghouse.search.EntryDocuments;
import org.ssos.clearinghouse.search.Lexicon;
import org.ssos.clearinghouse.search.SearchDocument;

/** What the site would serve: the content of this checkout. */
record RealContent(Catalog catalog, List<SearchDocument> documents, Lexicon lexicon) {
    /** The launcher starts everything here in the folder of the checkout. */
    static final Path FOLDER = Path.of("content");

    static RealContent read() {
        var catalog =
                ContentReader.read(ContentFiles.in(FOLDER), ContentParts.ALL).catalog();
        if (catalog == null) throw new IllegalStateException("The content cannot be read: ./clearinghouse check");
        return of(catalog);
    }

    static RealContent of(Catalog catalog) {
        return new RealContent(
                catalog, new EntryDocuments(catalog).all(), new Lexicon(catalog.vocabularies(), catalog.wordLists()));
    }
}
