package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Vocabularies;
import org.ssos.clearinghouse.entry.Vocabularies.County;

/** Reads the roster's tables and says what is wrong with them, cell by cell. Used by one thread. */
final class RosterReader {
    private static final String A_CODE = "the code of an LEA in this roster";

    /** A row and what became of it. */
    private record Found(CsvTable.Row row, Lea lea) {}

    /** The file of sources. */
    record Sources(List<RosterSource> sources) {}

    private final PartFiles files;
    private final Vocabularies vocabularies;
    private final List<RosterSource> sources;
    private final Map<String, Found> found = new HashMap<>();

    private RosterReader(PartFiles files) {
        this.files = files;
        vocabularies = files.catalog().vocabularies();
        sources = files.yaml("sources.yaml", Sources.class)
                .map(file -> file.value().sources())
                .orElse(List.of());
    }

    static Roster read(PartFiles files) {
        return new RosterReader(files).read();
    }

    private Roster read() {
        if (sources.isEmpty()) return new Roster(List.of(), Set.of(), List.of());
        CsvTable.rows(files, RosterTables.DISTRICTS, RosterTables.DISTRICT_COLUMNS)
                .forEach(row -> keep(row, district(row)));
        CsvTable.rows(files, RosterTables.CHARTERS, RosterTables.CHARTER_COLUMNS)
                .forEach(row -> keep(row, charter(row)));
        var leas = new ArrayList<Lea>();
        for (var one : found.values()) {
            if (one.row().isSound()) checkReferences(one);
            if (one.row().isSound()) leas.add(one.lea());
        }
        return new Roster(leas, found.keySet(), sources);
    }

    private void keep(CsvTable.Row row, Lea lea) {
        if (found.putIfAbsent(lea.cds(), new Found(row, lea)) != null) {
            row.problem("cds", "the code '" + lea.cds() + "' stands in the roster twice");
        }
    }

    private Lea district(CsvTable.Row row) {
        var cds = row.needed("cds", "\\d{7}", "a county-district code of seven digits");
        var type = row.oneOf(
                "type",
                id -> LeaType.of(id).filter(known -> !known.isCharter()),
                "county_office, unified, elementary or high_school");
        var size = new Lea.Size(
                row.count("enrollment"),
                row.count("charter_enrollment"),
                row.count("sites"),
                row.count("charter_schools"));
        checkCodeCounty(row, cds);
        return lea(row, "districts", cds, type.orElse(LeaType.UNIFIED), null, null, size);
    }

    private Lea charter(CsvTable.Row row) {
        var cds = row.needed("cds", "\\d{14}", "a county-district-school code of fourteen digits");
        var authorizer = row.needed(
                "authorizer",
                "\\d{7}|" + RosterTables.STATE_BOARD,
                "a code of seven digits or " + RosterTables.STATE_BOARD);
        var number = row.known("charter_number");
        if (number != null && !number.matches("[0-9A-Z]{4}")) row.wrong("charter_number", "four digits or letters");
        var size = new Lea.Size(row.count("enrollment"), null, null, null);
        return lea(row, "charters", cds, LeaType.CHARTER, authorizer, number, size);
    }

    private Lea lea(
            CsvTable.Row row,
            String table,
            String cds,
            LeaType type,
            @Nullable String authorizer,
            @Nullable String charterNumber,
            Lea.Size size) {
        boolean stateBoard = RosterTables.STATE_BOARD.equals(authorizer);
        var county =
                row.oneOf("county", vocabularies.counties()::find, "the id of a county in vocabulary/counties.yaml");
        return new Lea(
                cds,
                row.needed("name"),
                type,
                county.map(County::id).orElse(""),
                stateBoard ? null : authorizer,
                stateBoard,
                charterNumber,
                address(row, table),
                phone(row, table),
                website(row, table),
                grades(row),
                size,
                row.date("updated"),
                standing(row),
                formerNames(row));
    }

    private Lea.Address address(CsvTable.Row row, String table) {
        return new Lea.Address(
                row.known("street"),
                row.known("city"),
                row.known("zip"),
                row.degrees("latitude"),
                row.degrees("longitude"),
                row.date("address_as_of", dateOf(table, "street")));
    }

    private Lea.@Nullable Phone phone(CsvTable.Row row, String table) {
        var number = row.known("phone");
        return number == null
                ? null
                : new Lea.Phone(number, row.known("phone_ext"), row.date("phone_as_of", dateOf(table, "phone")));
    }

    private Lea.@Nullable Website website(CsvTable.Row row, String table) {
        var host = row.known("website");
        if (host == null) return null;
        if (host.contains("://") || host.contains(" "))
            row.wrong("website", "a host and path without http:// and blanks");
        return new Lea.Website(host, row.date("website_as_of", dateOf(table, "website")));
    }

    private static Lea.@Nullable Grades grades(CsvTable.Row row) {
        var lowest = row.known("lowest_grade");
        var highest = row.known("highest_grade");
        if (lowest == null || highest == null) return null;
        for (var column : List.of("lowest_grade", "highest_grade")) {
            var grade = row.text(column);
            if (!Lea.Grades.of(grade).equals(Optional.of(grade)))
                row.wrong(column, "PK, K, 1 to 12, Adult or Postsecondary");
        }
        return new Lea.Grades(lowest, highest);
    }

    private static Lea.Standing standing(CsvTable.Row row) {
        var status = row.oneOf("status", LeaStatus::of, "active, closed, merged or pending")
                .orElse(LeaStatus.ACTIVE);
        var closed = row.date("closed");
        if (closed != null && !status.isOver())
            row.problem("closed", "`closed` is given, but `status` is " + status.id());
        var successor = row.known("successor");
        if (successor != null && row.known("successor_basis") == null) {
            row.problem("successor_basis", "`successor_basis` is missing: say how the successor is known");
        }
        return new Lea.Standing(status, closed, successor, row.known("successor_basis"));
    }

    private static List<String> formerNames(CsvTable.Row row) {
        var names = row.known("former_names");
        return names == null ? List.of() : List.of(names.split(RosterTables.BETWEEN_NAMES));
    }

    /** A district lies where its code says; its office may stand in the next county, which no source here shows. */
    private void checkCodeCounty(CsvTable.Row row, String cds) {
        var named = vocabularies.counties().find(row.text("county")).map(County::code);
        if (cds.length() >= 2 && named.isPresent() && !named.get().equals(cds.substring(0, 2))) {
            row.wrong("county", "the county whose number the code begins with, " + cds.substring(0, 2));
        }
    }

    private void checkReferences(Found one) {
        var lea = one.lea();
        if (lea.authorizer() != null && !isKnown(lea.authorizer(), 7)) one.row().wrong("authorizer", A_CODE);
        if (lea.successor() != null && !isKnown(lea.successor(), lea.cds().length()))
            one.row().wrong("successor", A_CODE);
    }

    private boolean isKnown(String code, int digits) {
        return code.length() == digits && found.containsKey(code);
    }

    private PartialDate dateOf(String table, String column) {
        return Optional.of(sources).stream()
                .flatMap(List::stream)
                .filter(source ->
                        source.table().equals(table) && source.columns().contains(column))
                .flatMap(source -> Optional.ofNullable(source.source().date()).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No source for " + table + " " + column));
    }
}
