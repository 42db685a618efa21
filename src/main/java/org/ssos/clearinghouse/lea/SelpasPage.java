package org.ssos.clearinghouse.lea;

import java.util.List;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.web.Chrome;

/**
 * All SELPAs we found.
 *
 * @param placed districts and county offices that a source places in a SELPA
 * @param unplaced those that no source places
 */
public record SelpasPage(Chrome chrome, List<Row> rows, int placed, int unplaced, String officialList) {
    /** A SELPA in the list. */
    public record Row(String name, String path, String counties, String members, String confidence) {}

    static SelpasPage of(Chrome chrome, Catalog catalog) {
        var selpas = catalog.part(Selpas.PART);
        var leas = catalog.part(Roster.PART).all().stream()
                .filter(lea -> !lea.type().isCharter() && !lea.status().isOver())
                .toList();
        int placed = (int)
                leas.stream().filter(lea -> selpas.of(lea.cds()).isPresent()).count();
        return new SelpasPage(
                chrome,
                selpas.all().stream().map(selpa -> row(selpa, catalog)).toList(),
                placed,
                leas.size() - placed,
                Selpas.OFFICIAL_LIST);
    }

    private static Row row(Selpa selpa, Catalog catalog) {
        var counties = selpa.counties().stream()
                .map(id -> catalog.vocabularies().counties().label(id))
                .toList();
        return new Row(
                selpa.name(),
                selpa.path(),
                String.join(", ", counties),
                members(selpa),
                Words.capital(selpa.confidence().id()));
    }

    private static String members(Selpa selpa) {
        if (selpa.members().isEmpty()) return "Not named in our sources";
        var count = Words.count(selpa.members().size(), "LEA", "LEAs");
        return selpa.knowsAllMembers() ? count : count + ", not all";
    }
}
