package org.ssos.clearinghouse.lea.directory;

import static org.ssos.clearinghouse.lea.directory.Table.cell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.lea.AssistanceFile;
import org.ssos.clearinghouse.lea.AssistanceHistory;
import org.ssos.clearinghouse.lea.AssistanceTable;

/** Takes the state's workbook of one year over: its rows replace those held of that year. Used once, by one thread. */
public final class AssistanceImport {
    private static final double MOST_LOST = 0.05;
    private static final String TABLE = "assistance/" + AssistanceTable.NAME;
    private static final String SOURCES = "assistance/sources.yaml";

    private final AssistanceWorkbook workbook;
    private final AssistanceHistory history;
    private final ContentFiles content;
    private final PartialDate asOf;
    private final List<Change> changes = new ArrayList<>();

    private AssistanceImport(
            AssistanceWorkbook workbook, AssistanceHistory history, ContentFiles content, PartialDate asOf) {
        this.workbook = workbook;
        this.history = history;
        this.content = content;
        this.asOf = asOf;
    }

    /**
     * What taking a workbook over would change.
     *
     * @param asOf month or day of the file; needed for a year that is not held yet
     * @throws RefusedFile when the workbook is damaged, has other columns or loses too much
     */
    public static ImportPlan plan(Path path, @Nullable PartialDate asOf, Catalog catalog, ContentFiles content)
            throws RefusedFile, IOException {
        var history = catalog.part(AssistanceHistory.PART);
        var workbook = AssistanceWorkbook.read(path, history.codes());
        var date = asOf == null ? heldDate(history, workbook.year()) : asOf;
        if (date == null) {
            throw new RefusedFile(
                    "The year " + workbook.year() + " is new here; say with --as-of in which month the state published"
                            + " the file, such as --as-of " + workbook.year() + "-11.");
        }
        return new AssistanceImport(workbook, history, content, date).plan();
    }

    private static @Nullable PartialDate heldDate(AssistanceHistory history, int year) {
        var file = held(history, year);
        return file == null ? null : file.source().date();
    }

    private static @Nullable AssistanceFile held(AssistanceHistory history, int year) {
        return history.years().stream()
                .filter(file -> file.year() == year)
                .findFirst()
                .orElse(null);
    }

    private ImportPlan plan() throws RefusedFile {
        var table = Table.parse(
                TABLE, content.texts().getOrDefault(TABLE, ""), AssistanceTable.COLUMNS, List.of("cds", "year"));
        refuseLosses();
        var before = takeOut(table, Integer.toString(workbook.year()));
        for (var row : workbook.rows()) {
            row.put("source", sourceId());
            compare(before.remove(cell(row, "cds")), row);
            table.put(row);
        }
        before.values().forEach(row -> tell(Change.Kind.NOT_LISTED, row, "held for this year, but not in the file"));
        var changed = new TreeMap<String, String>();
        putChanged(changed, TABLE, table.text());
        putChanged(changed, SOURCES, sources());
        changes.sort(Comparator.comparing(Change::kind).thenComparing(Change::code));
        return new ImportPlan(
                "Assistance status of " + workbook.year() + ", file of " + asOf + ": "
                        + workbook.rows().size() + " districts and county offices",
                changes,
                changed,
                List.of());
    }

    /** The files of all years list about as many; one that lists far fewer is not the whole one. */
    private void refuseLosses() throws RefusedFile {
        var other = held(history, workbook.year());
        int known = other != null
                ? other.rows()
                : history.years().isEmpty() ? 0 : history.years().getLast().rows();
        int rows = workbook.rows().size();
        if (rows < known * (1 - MOST_LOST)) {
            throw new RefusedFile("It lists " + rows + " LEAs, where the file before lists " + known
                    + ": more than 5 % are lost. It is not the whole file, or not this one.");
        }
    }

    private static Map<String, Map<String, String>> takeOut(Table table, String year) {
        var taken = table.rows().values().stream()
                .filter(row -> cell(row, "year").equals(year))
                .collect(Collectors.toMap(row -> cell(row, "cds"), row -> row, (first, _) -> first, TreeMap::new));
        table.rows().values().removeIf(row -> cell(row, "year").equals(year));
        return taken;
    }

    private void compare(@Nullable Map<String, String> before, Map<String, String> row) {
        if (before == null) {
            tell(Change.Kind.NEW, row, determination(row));
        } else if (!determination(before).equals(determination(row))) {
            tell(Change.Kind.DETERMINATION, row, determination(before) + " → " + determination(row));
        } else if (!cell(before, "name").equals(cell(row, "name"))) {
            tell(Change.Kind.DETAIL, row, "printed name");
        }
    }

    private static String determination(Map<String, String> row) {
        return AssistanceTable.COLUMNS.subList(3, 9).stream()
                .map(column -> cell(row, column))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** A year that is held keeps the name of its source, unless another date is given. */
    private String sourceId() {
        var file = held(history, workbook.year());
        return file != null && asOf.equals(file.source().date()) ? file.id() : "CDE " + asOf;
    }

    private String sources() throws RefusedFile {
        var sources = new Sources(SOURCES, content.texts().getOrDefault(SOURCES, ""));
        var entry = "year: " + workbook.year();
        var source = "{title: LCFF assistance status file, publisher: California Department of Education, date: '"
                + asOf + "'}";
        if (!sources.has(entry)) {
            sources.add(List.of(
                    "  - " + entry,
                    "    id: " + sourceId(),
                    "    rows: " + workbook.rows().size(),
                    "    source: " + source));
        } else {
            sources.replace(entry, "rows", Integer.toString(workbook.rows().size()));
            if (!sourceId()
                    .equals(Objects.requireNonNull(held(history, workbook.year()))
                            .id())) {
                sources.replace(entry, "id", sourceId());
                sources.replace(entry, "source", source);
            }
        }
        return sources.text();
    }

    private void tell(Change.Kind kind, Map<String, String> row, String words) {
        changes.add(new Change(kind, cell(row, "cds"), cell(row, "name") + ": " + words));
    }

    private void putChanged(Map<String, String> changed, String name, String text) {
        if (!text.equals(content.texts().get(name))) changed.put(name, text);
    }
}
