package org.ssos.clearinghouse.lea.directory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A table of the content while it is changed. Written sorted and always alike, so that equal tables are equal texts. */
final class Table {
    private static final CSVFormat READ =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final CSVFormat WRITE =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private final List<String> columns;
    private final List<String> key;
    private final SortedMap<String, Map<String, String>> rows = new TreeMap<>();

    /** @param key the columns by which rows are told apart and sorted */
    Table(List<String> columns, List<String> key) {
        this.columns = columns;
        this.key = key;
    }

    /** @throws RefusedFile when the table has other columns */
    static Table parse(String name, String text, List<String> columns, List<String> key) throws RefusedFile {
        var table = new Table(columns, key);
        try (var parser = READ.parse(new StringReader(text))) {
            if (!parser.getHeaderNames().equals(columns)) {
                throw new RefusedFile(
                        "content/" + name + " does not have the columns it should; run `check` and mend it first.");
            }
            for (var cells : parser) table.put(new LinkedHashMap<>(cells.toMap()));
        } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
            throw new RefusedFile(
                    "content/" + name + " cannot be read; run `check` and mend it first: " + broken.getMessage());
        }
        return table;
    }

    /** Rows by key; the map is the table's own. */
    SortedMap<String, Map<String, String>> rows() {
        return rows;
    }

    @Nullable Map<String, String> find(String code) {
        return rows.get(code);
    }

    /** Adds a row, or replaces the one of the same key. */
    void put(Map<String, String> row) {
        rows.put(String.join(" ", key.stream().map(column -> cell(row, column)).toList()), row);
    }

    Map<String, String> emptyRow() {
        var row = new LinkedHashMap<String, String>();
        columns.forEach(column -> row.put(column, ""));
        return row;
    }

    String text() {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, WRITE)) {
            printer.printRecord(columns);
            for (var row : rows.values()) {
                printer.printRecord(columns.stream().map(column -> cell(row, column)));
            }
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return text.toString();
    }

    static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
