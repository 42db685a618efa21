package org.ssos.clearinghouse.lea.map;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vocabularies.County;
import org.ssos.clearinghouse.lea.AssistanceFile;
import org.ssos.clearinghouse.lea.AssistanceHistory;
import org.ssos.clearinghouse.lea.AssistanceRow;
import org.ssos.clearinghouse.lea.AssistanceStatus;
import org.ssos.clearinghouse.search.EntryDocuments;
import org.ssos.clearinghouse.search.Facet;
import org.ssos.clearinghouse.search.SearchDocument;

/** Works out what a measure says of each county, in the order of the counties' list. */
record CountyNumbers(Catalog catalog) {
    List<CountyNumber> of(Measure measure) {
        return switch (measure) {
            case Measure.Initiatives _ -> initiatives();
            case Measure.Named _ -> named();
            case Measure.Assistance(var file) -> assistance(file);
        };
    }

    /** Counted by what search knows, so that the number is what a search for the county finds. */
    private List<CountyNumber> initiatives() {
        var documents = new EntryDocuments(catalog);
        var initiatives =
                catalog.all(Kind.INITIATIVE).stream().map(documents::of).toList();
        return counties().stream()
                .map(county -> new CountyNumber(
                        county,
                        (int) initiatives.stream()
                                .filter(initiative -> covers(initiative, county))
                                .count(),
                        initiatives.size(),
                        false))
                .toList();
    }

    private static boolean covers(SearchDocument initiative, County county) {
        return initiative.statewide()
                || initiative.facets().getOrDefault(Facet.COUNTY, List.of()).contains(county.id());
    }

    private List<CountyNumber> named() {
        var initiatives = catalog.all(Kind.INITIATIVE);
        return counties().stream()
                .map(county -> new CountyNumber(
                        county,
                        (int) initiatives.stream()
                                .filter(initiative -> names(initiative, county))
                                .count(),
                        initiatives.size(),
                        false))
                .toList();
    }

    private static boolean names(Entry entry, County county) {
        return entry.details() instanceof Initiative initiative
                && initiative.serviceAreas().stream()
                        .anyMatch(area -> area.counties().contains(county.id()));
    }

    /** A row belongs to the county that its code begins with; a combined report is one row. */
    private List<CountyNumber> assistance(AssistanceFile file) {
        Map<String, List<AssistanceRow>> byCounty = catalog.part(AssistanceHistory.PART).all().stream()
                .filter(row -> row.year() == file.year())
                .collect(Collectors.groupingBy(row -> row.cds().substring(0, 2)));
        return counties().stream()
                .map(county -> share(county, byCounty.getOrDefault(county.code(), List.of())))
                .toList();
    }

    private static CountyNumber share(County county, List<AssistanceRow> rows) {
        var assisted = rows.stream()
                .filter(row -> row.status() == AssistanceStatus.DIFFERENTIATED)
                .count();
        return new CountyNumber(county, (int) assisted, rows.size(), true);
    }

    private List<County> counties() {
        return catalog.vocabularies().counties().all();
    }
}
