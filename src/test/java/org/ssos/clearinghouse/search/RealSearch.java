package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.RealContent;

/** Search over the content of this repository on a fixed day. */
public final class RealSearch {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final Clock CLOCK = Clock.fixed(
            TODAY.atStartOfDay(ZoneId.of("America/Los_Angeles")).toInstant(), ZoneId.of("America/Los_Angeles"));

    private static final EntrySearch SEARCH = over(RealContent.catalog(), document -> document);

    private RealSearch() {}

    public static EntrySearch get() {
        return SEARCH;
    }

    /** A search over changed documents of the catalog. */
    static EntrySearch over(Catalog catalog, UnaryOperator<SearchDocument> change) {
        var lexicon = new Lexicon(catalog.vocabularies(), catalog.wordLists());
        var entries = new ByteBuffersDirectory();
        var wordings = new ByteBuffersDirectory();
        try {
            var documents = new EntryDocuments(catalog).all().stream().map(change);
            EntryIndex.build(entries, wordings, documents, lexicon);
            return new EntrySearch(EntryIndex.open(entries, wordings), lexicon, new SearchThreads(), CLOCK);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
