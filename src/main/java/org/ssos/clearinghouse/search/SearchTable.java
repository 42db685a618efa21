package org.ssos.clearinghouse.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Level;
import org.ssos.clearinghouse.entry.Link;
import org.ssos.clearinghouse.web.Cell;
import org.ssos.clearinghouse.web.Site;

/** All results of a search as a spreadsheet (RFC 4180). */
final class SearchTable {
    /** Nobody works through more by hand; the API pages through the rest. */
    static final int MAX_ROWS = 1_000;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "id",
                    "kind",
                    "title",
                    "url",
                    "summary",
                    "first_step",
                    "levels",
                    "topics",
                    "audiences",
                    "status",
                    "facts_checked",
                    "link")
            .get();

    private SearchTable() {}

    static String of(SearchRequest request, Snapshot snapshot, Site site) {
        var text = new StringBuilder();
        try (var table = new CSVPrinter(text, FORMAT)) {
            for (var entry : found(request, snapshot)) table.printRecord(row(entry, snapshot.catalog(), site));
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return text.toString();
    }

    private static List<Entry> found(SearchRequest request, Snapshot snapshot) {
        var found = new ArrayList<Entry>();
        int pages = MAX_ROWS / SearchRequest.MAX_SIZE;
        for (int page = 1; page <= pages; page++) {
            var hits = snapshot.search()
                    .search(new SearchRequest(
                            request.query(),
                            request.filters(),
                            request.sort(),
                            page,
                            SearchRequest.MAX_SIZE,
                            request.verbatim()))
                    .hits();
            for (var hit : hits) snapshot.catalog().find(hit.id()).ifPresent(found::add);
            if (hits.size() < SearchRequest.MAX_SIZE) break;
        }
        return found;
    }

    private static List<String> row(Entry entry, Catalog catalog, Site site) {
        var vocabularies = catalog.vocabularies();
        var checked = entry.vetting() == null ? null : entry.vetting().factsChecked();
        var cells = List.of(
                entry.id().value(),
                entry.kind().id(),
                entry.fullTitle(),
                site.url(entry.path()),
                entry.summary(),
                entry.firstStep() == null ? "" : entry.firstStep(),
                entry.levels().values().stream().map(Level::id).collect(Collectors.joining("; ")),
                entry.topics().stream()
                        .map(id -> vocabularies.topics().label(id))
                        .collect(Collectors.joining("; ")),
                entry.audiences().stream()
                        .map(id -> vocabularies.audiences().label(id))
                        .collect(Collectors.joining("; ")),
                entry.status().state().id(),
                checked == null ? "" : checked.on().iso(),
                entry.mainLink().map(Link::url).orElse(""));
        return cells.stream().map(Cell::harmless).toList();
    }
}
