package org.ssos.clearinghouse.browse.crosswalk;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.search.EntryDocuments;
import org.ssos.clearinghouse.search.Facet;
import org.ssos.clearinghouse.search.SearchAddress;
import org.ssos.clearinghouse.search.SearchDocument;
import org.ssos.clearinghouse.search.SearchRequest;

/**
 * How many initiatives stand where a row meets a column. It counts by what search knows of each initiative, so each
 * number is what the search it leads to finds.
 */
final class Crosswalk {
    private final CrosswalkRequest request;
    private final List<Line> rows;
    private final List<Line> columns;
    private final Map<Entry, SearchDocument> documents;

    /** @param address of the search that finds them */
    record Count(int initiatives, String address) {}

    Crosswalk(CrosswalkRequest request, Catalog catalog) {
        this.request = request;
        this.rows = request.rows().lines(catalog.vocabularies(), request.area());
        this.columns = request.columns().lines(catalog.vocabularies(), request.area());
        var describe = new EntryDocuments(catalog);
        this.documents = new LinkedHashMap<>();
        for (var initiative : catalog.all(Kind.INITIATIVE)) documents.put(initiative, describe.of(initiative));
    }

    CrosswalkRequest request() {
        return request;
    }

    List<Line> rows() {
        return rows;
    }

    List<Line> columns() {
        return columns;
    }

    Count all() {
        return count(List.of());
    }

    /** @param lines an initiative is counted when it stands in all of them */
    Count count(List<Line> lines) {
        var counted = documents.values().stream()
                .filter(document -> lines.stream().allMatch(line -> line.holds(document)))
                .count();
        return new Count((int) counted, address(lines));
    }

    /** The initiatives that stand in none of the lines. */
    List<Entry> outside(List<Line> lines) {
        return documents.entrySet().stream()
                .filter(known -> lines.stream().noneMatch(line -> line.holds(known.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String address(List<Line> lines) {
        var filters = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        filters.put(Facet.KIND, new TreeSet<>(List.of(Kind.INITIATIVE.id())));
        for (var line : lines) filters.put(line.facet(), new TreeSet<>(line.values()));
        return new SearchAddress(
                        new SearchRequest("", filters, SearchRequest.Sort.RELEVANCE, 1, SearchRequest.PAGE_SIZE, false))
                .page();
    }
}
