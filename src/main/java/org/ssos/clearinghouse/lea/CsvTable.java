package org.ssos.clearinghouse.lea;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.entry.PartialDate;

/** A table of the content whose every cell can say what is wrong with it. Used by one thread. */
final class CsvTable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final PartFiles files;
    private final String name;
    private final String text;
    private final List<String> columns;

    private CsvTable(PartFiles files, String name, String text, List<String> columns) {
        this.files = files;
        this.name = name;
        this.text = text;
        this.columns = columns;
    }

    /**
     * The rows that have as many cells as there are columns; the others are reported.
     *
     * @param columns the first line, in this order
     */
    static List<Row> rows(PartFiles files, String name, List<String> columns) {
        var text = files.text(name);
        if (text.isEmpty()) {
            files.report(name, 1, 1, "this file is missing");
            return List.of();
        }
        return new CsvTable(files, name, text.get(), columns).rows();
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        try (var parser = FORMAT.parse(new java.io.StringReader(text))) {
            for (var cells : parser) {
                if (cells.getRecordNumber() == 1) {
                    if (!cells.toList().equals(columns)) return wrongHeader();
                } else if (cells.size() == columns.size()) {
                    rows.add(new Row(cells));
                } else {
                    new Row(cells)
                            .problem(0, "the row has " + cells.size() + " cells, but should have " + columns.size());
                }
            }
        } catch (UncheckedIOException | CSVException broken) {
            files.report(name, 1, 1, "this file is not readable as CSV: " + broken.getMessage());
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return rows;
    }

    private List<Row> wrongHeader() {
        files.report(name, 1, 1, "the first line should be " + String.join(",", columns));
        return List.of();
    }

    /** One row. Reading a wrong cell reports it. */
    final class Row {
        private final CSVRecord cells;
        private boolean sound = true;

        private Row(CSVRecord cells) {
            this.cells = cells;
        }

        /** Whether nothing was reported so far. */
        boolean isSound() {
            return sound;
        }

        /** The cell, empty where nothing is known. */
        String text(String column) {
            return cells.get(columns.indexOf(column));
        }

        @Nullable String known(String column) {
            var text = text(column);
            return text.isEmpty() ? null : text;
        }

        String needed(String column) {
            if (text(column).isBlank()) problem(column, "`" + column + "` is missing");
            return text(column);
        }

        /** @param pattern a regular expression; {@code form} says in words what fits it */
        String needed(String column, String pattern, String form) {
            if (!text(column).matches(pattern)) wrong(column, form);
            return text(column);
        }

        <T> Optional<T> oneOf(String column, Function<String, Optional<T>> find, String form) {
            var found = find.apply(text(column));
            if (found.isEmpty()) wrong(column, form);
            return found;
        }

        @Nullable PartialDate date(String column) {
            var text = known(column);
            try {
                return text == null ? null : new PartialDate(text);
            } catch (DateTimeException impossible) {
                wrong(column, "a date such as 2026-11-21, 2026-11 or 2026");
                return null;
            }
        }

        PartialDate date(String column, PartialDate otherwise) {
            var own = date(column);
            return own == null ? otherwise : own;
        }

        @Nullable Integer count(String column) {
            var text = known(column);
            if (text == null) return null;
            if (text.matches("\\d{1,9}")) return Integer.valueOf(text);
            wrong(column, "a whole number");
            return null;
        }

        @Nullable Double degrees(String column) {
            var text = known(column);
            if (text == null) return null;
            if (text.matches("-?\\d{1,3}(\\.\\d+)?")) return Double.valueOf(text);
            wrong(column, "degrees such as 37.658212");
            return null;
        }

        /** The cell's parts; each has to be known. */
        List<String> list(String column, String separator, Set<String> known, String what) {
            var text = known(column);
            if (text == null) return List.of();
            var parts = List.of(text.split(java.util.regex.Pattern.quote(separator), -1));
            for (var part : parts) {
                if (!known.contains(part))
                    problem(column, "`" + column + "` names " + what + " '" + part + "', which is unknown");
            }
            return parts;
        }

        void wrong(String column, String form) {
            problem(column, "`" + column + "` is '" + text(column) + "', but should be " + form);
        }

        void problem(String column, String what) {
            problem(columns.indexOf(column), what);
        }

        private void problem(int cell, String what) {
            sound = false;
            int start = Math.toIntExact(cells.getCharacterPosition());
            int line = 1
                    + (int) text.substring(0, start)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            files.report(name, line, 1 + offset(start, cell), what);
        }

        /** How far into its line a cell begins: past the commas that stand outside quotes. */
        private int offset(int start, int cell) {
            boolean quoted = false;
            int passed = 0;
            int at = start;
            for (; at < text.length() && passed < cell; at++) {
                char c = text.charAt(at);
                if (c == '"') quoted = !quoted;
                if (c == ',' && !quoted) passed++;
            }
            return at - start;
        }
    }
}
