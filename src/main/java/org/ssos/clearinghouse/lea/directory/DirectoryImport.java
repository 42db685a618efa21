package org.ssos.clearinghouse.lea.directory;

import static org.ssos.clearinghouse.lea.directory.Table.cell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Vocabularies.County;
import org.ssos.clearinghouse.lea.LeaStatus;
import org.ssos.clearinghouse.lea.LeaType;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.lea.RosterTables;

/**
 * Takes the state's directory over into the roster. What the file does not say stays as it is and keeps its older date; an LEA
 * never leaves the roster. Used once, by one thread.
 */
public final class DirectoryImport {
    /** A file that loses more is damaged or is something else; in a year one or two in a hundred close. */
    private static final double MOST_LOST = 0.05;

    private static final String DISTRICTS = "leas/" + RosterTables.DISTRICTS;
    private static final String CHARTERS = "leas/" + RosterTables.CHARTERS;
    private static final String SOURCES = "leas/sources.yaml";

    /** What the file says of an LEA, column by column; a change of another column is told in words of its own. */
    private static final Set<String> DETAILS = Set.of(
            "phone",
            "phone_ext",
            "website",
            "lowest_grade",
            "highest_grade",
            "latitude",
            "longitude",
            "charter_number");

    private final DirectoryFile file;
    private final LocalDate asOf;
    private final Catalog catalog;
    private final Map<String, String> countyOfNumber = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final SiteCounties siteCounties;
    private final Table districts;
    private final Table charters;

    private DirectoryImport(DirectoryFile file, LocalDate asOf, Catalog catalog, ContentFiles content)
            throws RefusedFile {
        this.file = file;
        this.asOf = asOf;
        this.catalog = catalog;
        catalog.vocabularies().counties().all().forEach(county -> countyOfNumber.put(county.code(), county.id()));
        districts = table(content, DISTRICTS, RosterTables.DISTRICT_COLUMNS);
        charters = table(content, CHARTERS, RosterTables.CHARTER_COLUMNS);
        siteCounties = new SiteCounties(districts, charters);
    }

    /**
     * What taking a file over would change.
     *
     * @param asOf the day the file shows; absent for the newest date in it
     * @throws RefusedFile when the file is damaged, older than what we hold, or loses too much
     */
    public static ImportPlan plan(Path path, @Nullable LocalDate asOf, Catalog catalog, ContentFiles content)
            throws RefusedFile, IOException {
        var counties = catalog.vocabularies().counties().all();
        var file = DirectoryFile.read(path, counties);
        if (asOf == null && file.newest().equals(LocalDate.MIN)) {
            throw new RefusedFile("It bears no date; say with --as-of which day it shows.");
        }
        return new DirectoryImport(file, asOf == null ? file.newest() : asOf, catalog, content).plan(content);
    }

    private ImportPlan plan(ContentFiles content) throws RefusedFile {
        checkAge();
        merge(districts, file.districts(), "districts");
        if (file.layout() == DirectoryLayout.SCHOOLS) merge(charters, file.charters(), "charters");
        file.leftOut().forEach((what, count) -> notes.add("Left out: " + count + " × " + what + "."));
        var changed = new TreeMap<String, String>();
        putChanged(changed, content, DISTRICTS, districts.text());
        putChanged(changed, content, CHARTERS, charters.text());
        putChanged(changed, content, SOURCES, datedSources(content));
        changes.sort(Comparator.comparing(Change::kind).thenComparing(Change::code));
        return new ImportPlan(
                file.layout().title() + ", as of " + asOf + ": "
                        + file.districts().size() + " districts and county offices"
                        + (file.layout() == DirectoryLayout.SCHOOLS
                                ? ", " + file.charters().size() + " charter schools"
                                : ""),
                changes,
                changed,
                notes);
    }

    private void checkAge() throws RefusedFile {
        var held = dateOf("districts", "name").firstDay();
        if (asOf.isBefore(held)) {
            throw new RefusedFile("It shows " + asOf + ", but the roster already shows " + held
                    + ". Where the file is newer than the dates in it, say so with --as-of.");
        }
    }

    private void merge(Table table, List<DirectoryRecord> records, String name) throws RefusedFile {
        var before = open(table);
        var listed = new HashSet<String>();
        var added = new HashSet<String>();
        int unknownAndOver = 0;
        for (var record : records) {
            listed.add(record.code());
            var row = table.find(record.code());
            if (row != null) update(row, record);
            else if (record.status().isOver()) unknownAndOver++;
            else added.add(add(table, record));
        }
        for (var code : before) if (!listed.contains(code)) drop(row(table, code), name);
        var lost = new HashSet<>(before);
        lost.removeAll(open(table));
        refuseLosses(before, lost, name);
        for (var code : lost) findSuccessor(table, row(table, code), added);
        if (unknownAndOver > 0) {
            notes.add("Left out: " + unknownAndOver + " × closed or merged " + name + " that the roster never held.");
        }
    }

    private void refuseLosses(Set<String> before, Set<String> lost, String name) throws RefusedFile {
        if (lost.size() > before.size() * MOST_LOST) {
            throw new RefusedFile(
                    "It would close " + lost.size() + " of " + before.size() + " open " + name + ", which is more than "
                            + Math.round(100 * MOST_LOST) + " %. It is not the whole file, or not this one.");
        }
    }

    private static Set<String> open(Table table) {
        var open = new TreeSet<String>();
        table.rows().forEach((code, row) -> {
            if (!isOver(row)) open.add(code);
        });
        return open;
    }

    private static boolean isOver(Map<String, String> row) {
        return cell(row, "status").equals(LeaStatus.CLOSED.id())
                || cell(row, "status").equals(LeaStatus.MERGED.id());
    }

    private String add(Table table, DirectoryRecord record) {
        var row = table.emptyRow();
        row.put("cds", record.code());
        row.putAll(said(record));
        if (record.type().isCharter()) {
            row.put(
                    "authorizer",
                    record.stateBoard()
                            ? RosterTables.STATE_BOARD
                            : record.code().substring(0, 7));
            placeSite(row, record.county());
        } else {
            row.put("county", record.county());
        }
        table.put(row);
        tell(Change.Kind.NEW, row, cell(row, "city") + ", " + county(cell(row, "county")));
        return record.code();
    }

    /** A district lies where its code says. Where a charter school lies, its address says. */
    private void placeSite(Map<String, String> row, String otherwise) {
        var county = siteCounties.of(cell(row, "zip")).orElse(otherwise);
        if (county.equals(cell(row, "county"))) return;
        row.put("county", county);
        if (!county.equals(countyOfNumber.get(cell(row, "cds").substring(0, 2)))) {
            tell(Change.Kind.COUNTY, row, county(county) + ", by other LEAs with the ZIP code " + cell(row, "zip"));
        }
    }

    private void update(Map<String, String> row, DirectoryRecord record) {
        var before = new LinkedHashMap<>(row);
        said(record).forEach((column, text) -> {
            if (!text.isEmpty()) row.put(column, text);
        });
        if (record.phone().isEmpty()) keepDate(row, "phone");
        else row.put("phone_ext", record.ext());
        stand(row, before, record);
        tellChanges(row, before);
        if (record.type().isCharter() && !cell(row, "zip").equals(cell(before, "zip")))
            placeSite(row, cell(before, "county"));
    }

    /** The cells that the file fills. What it dates is as old as the file. */
    private Map<String, String> said(DirectoryRecord record) {
        var said = new LinkedHashMap<String, String>();
        said.put("name", record.name());
        if (!record.type().isCharter()) said.put("type", record.type().id());
        said.put("street", record.street());
        said.put("city", record.city());
        said.put("zip", record.zip());
        said.put("phone", record.phone());
        said.put("phone_ext", record.ext());
        said.put("latitude", record.latitude());
        said.put("longitude", record.longitude());
        said.put("updated", record.updated());
        said.put("status", record.status().id());
        if (record.status().isOver()) said.put("closed", record.closed());
        if (file.layout() == DirectoryLayout.SCHOOLS) said.put("website", record.website());
        if (record.type().isCharter()) {
            said.put("charter_number", record.charterNumber());
            said.put("lowest_grade", record.lowestGrade());
            said.put("highest_grade", record.highestGrade());
        }
        return said;
    }

    private void stand(Map<String, String> row, Map<String, String> before, DirectoryRecord record) {
        row.put("address_as_of", "");
        if (!record.phone().isEmpty()) row.put("phone_as_of", "");
        if (!record.website().isEmpty()) row.put("website_as_of", "");
        else if (file.layout() == DirectoryLayout.SCHOOLS) keepDate(row, "website");
        if (!record.status().isOver()) {
            row.put("closed", "");
            row.put("successor", "");
            row.put("successor_basis", "");
        }
        if (!Likeness.sameWords(cell(before, "name"), record.name()))
            row.put("former_names", formerNames(before, record.name()));
    }

    private static String formerNames(Map<String, String> before, String name) {
        var names = new ArrayList<String>();
        names.add(cell(before, "name"));
        if (!cell(before, "former_names").isEmpty()) {
            names.addAll(List.of(cell(before, "former_names").split(RosterTables.BETWEEN_NAMES)));
        }
        names.remove(name);
        return String.join(RosterTables.BETWEEN_NAMES, names.stream().distinct().toList());
    }

    private void tellChanges(Map<String, String> row, Map<String, String> before) {
        var was = cell(before, "name");
        if (!was.equals(cell(row, "name"))) {
            if (Likeness.sameWords(was, cell(row, "name"))) tell(Change.Kind.DETAIL, row, "name written differently");
            else tell(Change.Kind.RENAMED, row, "was " + was);
        }
        if (!Likeness.sameAddress(before, row)) tell(Change.Kind.MOVED, row, address(before) + " → " + address(row));
        else if (!address(before).equals(address(row))) tell(Change.Kind.DETAIL, row, "address written differently");
        if (!cell(row, "type").equals(cell(before, "type"))) {
            tell(Change.Kind.TYPE, row, "was " + cell(before, "type") + ", is " + cell(row, "type"));
        }
        if (!cell(row, "status").equals(cell(before, "status"))) tellStatus(row);
        for (var column : RosterTables.CHARTER_COLUMNS) {
            if (DETAILS.contains(column) && !cell(row, column).equals(cell(before, column))) {
                tell(Change.Kind.DETAIL, row, column.replace('_', ' '));
            }
        }
    }

    private void tellStatus(Map<String, String> row) {
        var day = cell(row, "closed").isEmpty() ? "the file gives no day" : cell(row, "closed");
        switch (cell(row, "status")) {
            case "closed" -> tell(Change.Kind.CLOSED, row, day);
            case "merged" -> tell(Change.Kind.MERGED, row, day);
            default -> tell(Change.Kind.REOPENED, row, cell(row, "status"));
        }
    }

    private static String address(Map<String, String> row) {
        return cell(row, "street") + ", " + cell(row, "city") + " " + cell(row, "zip");
    }

    /** It keeps its row, and every cell the date of the file that last showed it. */
    private void drop(Map<String, String> row, String name) {
        row.put("status", LeaStatus.CLOSED.id());
        if (cell(row, "address_as_of").isEmpty())
            row.put("address_as_of", dateOf(name, "street").iso());
        keepDate(row, "phone");
        keepDate(row, "website");
        tell(Change.Kind.NOT_LISTED, row, "the file no longer has it, and gives no day");
    }

    private void keepDate(Map<String, String> row, String column) {
        var table = cell(row, "cds").length() == 7 ? "districts" : "charters";
        if (!cell(row, column).isEmpty() && cell(row, column + "_as_of").isEmpty()) {
            row.put(column + "_as_of", dateOf(table, column).iso());
        }
    }

    /** The file names no successor; one is taken as such only when it alone answers to the description. */
    private void findSuccessor(Table table, Map<String, String> closed, Set<String> added) {
        if (!cell(closed, "successor").isEmpty()) return;
        var basis = cell(closed, "cds").length() == 14
                ? Map.<String, Predicate<Map<String, String>>>of(
                        "The same charter number in the state's directory",
                        row -> cell(row, "charter_number").matches("\\d{4}")
                                && cell(row, "charter_number").equals(cell(closed, "charter_number")))
                : districtSuccessor(closed);
        for (var known : basis.entrySet()) {
            var candidates = table.rows().values().stream()
                    .filter(row -> !isOver(row))
                    .filter(known.getValue())
                    .toList();
            var fresh = candidates.stream()
                    .filter(row -> added.contains(cell(row, "cds")))
                    .toList();
            var chosen = candidates.size() == 1 ? candidates : fresh;
            if (chosen.size() == 1) {
                closed.put("successor", cell(chosen.getFirst(), "cds"));
                closed.put("successor_basis", known.getKey());
                tell(Change.Kind.SUCCESSOR, closed, "→ " + named(chosen.getFirst()) + ". " + known.getKey());
                return;
            }
        }
        notes.add("No successor found for " + named(closed) + "; where you know one, write it into content/leas.");
    }

    private static Map<String, Predicate<Map<String, String>>> districtSuccessor(Map<String, String> closed) {
        var ways = new LinkedHashMap<String, Predicate<Map<String, String>>>();
        var stem = Likeness.stem(cell(closed, "name"));
        ways.put(
                "The same county, and the same name but for the type of district, in the state's directory",
                row -> isDistrictIn(row, closed)
                        && !stem.isEmpty()
                        && Likeness.stem(cell(row, "name")).equals(stem));
        ways.put(
                "The same address in the state's directory",
                row -> isDistrictIn(row, closed) && Likeness.sameAddress(row, closed));
        return ways;
    }

    private static boolean isDistrictIn(Map<String, String> row, Map<String, String> closed) {
        return cell(row, "county").equals(cell(closed, "county"))
                && !cell(row, "type").equals(LeaType.COUNTY_OFFICE.id());
    }

    private String datedSources(ContentFiles content) throws RefusedFile {
        var sources = new Sources(SOURCES, content.texts().getOrDefault(SOURCES, ""));
        var ids = file.layout() == DirectoryLayout.DISTRICTS
                ? List.of("districts-directory")
                : List.of(
                        "districts-directory",
                        "districts-websites",
                        "charters-directory",
                        "charters-contacts",
                        "charters-websites",
                        "charters-grades",
                        "charters-numbers");
        for (var id : ids) {
            sources.replace(
                    "id: " + id,
                    "source",
                    "{title: " + file.layout().title() + ", publisher: California Department of Education, date: '"
                            + asOf + "'}");
        }
        return sources.text();
    }

    private PartialDate dateOf(String table, String column) {
        return catalog.part(Roster.PART).sources().stream()
                .filter(source ->
                        source.table().equals(table) && source.columns().contains(column))
                .map(source -> source.source().date())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No source for " + table + " " + column));
    }

    private String county(String id) {
        return catalog.vocabularies().counties().find(id).map(County::name).orElse(id);
    }

    private void tell(Change.Kind kind, Map<String, String> row, String words) {
        changes.add(new Change(kind, cell(row, "cds"), cell(row, "name") + ": " + words));
    }

    private static String named(Map<String, String> row) {
        return cell(row, "cds") + " " + cell(row, "name");
    }

    private static Map<String, String> row(Table table, String code) {
        return Objects.requireNonNull(table.find(code));
    }

    private static Table table(ContentFiles content, String name, List<String> columns) throws RefusedFile {
        return Table.parse(name, content.texts().getOrDefault(name, ""), columns, List.of("cds"));
    }

    private static void putChanged(Map<String, String> changed, ContentFiles content, String name, String text) {
        if (!text.equals(content.texts().get(name))) changed.put(name, text);
    }
}
