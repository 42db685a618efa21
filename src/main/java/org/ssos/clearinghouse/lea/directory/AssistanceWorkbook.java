package org.ssos.clearinghouse.lea.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.ssos.clearinghouse.lea.AssistanceCodes;
import org.ssos.clearinghouse.lea.AssistanceStatus;
import org.ssos.clearinghouse.lea.AssistanceTable;

/**
 * The state's yearly workbook of assistance status, read whole or refused whole.
 *
 * @param rows by the columns of {@link AssistanceTable}, without {@code source}
 */
record AssistanceWorkbook(int year, List<Map<String, String>> rows) {
    private static final int HEADER_ROW = 6;

    /** Each LEA has one row; a row far below them is no row of the state's. */
    private static final int MOST_ROWS = 20_000;

    /** The state's key of 2019, the same since: which priority areas a letter stands for. */
    private static final Map<String, String> AREAS = Map.ofEntries(
            Map.entry("A", "4+5+6"),
            Map.entry("B", "4+5"),
            Map.entry("C", "5+6"),
            Map.entry("D", "4+6"),
            Map.entry("E", "4+8"),
            Map.entry("F", "5+8"),
            Map.entry("G", "6+8"),
            Map.entry("H", "4+5+8"),
            Map.entry("I", "4+6+8"),
            Map.entry("J", "5+6+8"),
            Map.entry("K", "4+5+6+8"));

    private static final long MOST_BYTES = 32L << 20;
    private static final long MOST_UNPACKED = 256L << 20;

    private static final List<String> FIRST_COLUMNS =
            List.of("CDcode", "CDS", "LEAname", "Cityname", "Countyname", "Gsoffered", "ReportYear");

    private static final Pattern GROUP_COLUMN = Pattern.compile("([A-Z]+)priorities");
    private static final Pattern OTHER_COLUMN =
            Pattern.compile("TotalStudentGroups|AssistanceStatus20\\d\\d|MetMethod\\d|EC52072_20\\d\\d");
    private static final Pattern YEAR_OF_ASSISTANCE =
            Pattern.compile("(?i)\\byear\\s*([12])\\b|\\b([12])(?:st|nd)\\s+year\\b");
    private static final Set<String> YES = Set.of("y", "yes", "x", "1", "true");
    private static final Set<String> NO = Set.of("", "n", "no", "0", "false");

    static AssistanceWorkbook read(Path file, AssistanceCodes codes) throws RefusedFile, IOException {
        requireBounds(file);
        for (var rows : sheets(file)) {
            if (rows.size() >= HEADER_ROW && rows.get(HEADER_ROW - 1).contains(FIRST_COLUMNS.getFirst())) {
                return new Reader(rows.get(HEADER_ROW - 1), codes).read(rows);
            }
        }
        throw new RefusedFile("No sheet has CDcode among the headings of row " + HEADER_ROW
                + ", where the state's file has them. Fetch the file of districts and county offices again.");
    }

    /** A workbook is packed, and a small one may unpack to more than fits into memory. */
    private static void requireBounds(Path file) throws RefusedFile, IOException {
        RefusedFile.whereLarger(file, MOST_BYTES);
        long bytes = 0;
        var buffer = new byte[64 * 1024];
        try (var parts = new ZipFile(file.toFile())) {
            for (var part : Collections.list(parts.entries())) {
                try (var unpacked = parts.getInputStream(part)) {
                    for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
                        bytes += read;
                        if (bytes > MOST_UNPACKED) {
                            throw new RefusedFile("It unpacks to more than " + MOST_UNPACKED
                                    + " bytes, far more than any file of the state. Fetch it again.");
                        }
                    }
                }
            }
        } catch (ZipException broken) {
            throw new RefusedFile("It is no whole .xlsx workbook; it may have been cut off. Fetch it again.");
        }
    }

    /** The rows of each sheet. */
    private static List<List<List<String>>> sheets(Path file) throws RefusedFile {
        try (InputStream bytes = Files.newInputStream(file);
                var workbook = new ReadableWorkbook(bytes)) {
            var sheets = new ArrayList<List<List<String>>>();
            for (var sheet : workbook.getSheets().toList()) sheets.add(rows(sheet));
            return sheets;
        } catch (IOException | RuntimeException broken) {
            // What is wrong inside a workbook, the library may answer with any exception.
            throw new RefusedFile("It is no whole .xlsx workbook; it may have been cut off. Fetch it again.");
        }
    }

    /** All rows by their number in the sheet, cells as text; {@code *} stands for nothing. */
    private static List<List<String>> rows(Sheet sheet) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var stream = sheet.openStream()) {
            stream.forEach(row -> {
                // Numbers are as the file says, whatever that is.
                if (row.getRowNum() > MOST_ROWS) throw new IllegalStateException("Row " + row.getRowNum());
                while (rows.size() < row.getRowNum() - 1) rows.add(List.of());
                rows.add(cells(row));
            });
        }
        return rows;
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < row.getCellCount(); i++) {
            var text = row.getCellText(i).strip();
            cells.add(text.equals("*") ? "" : text);
        }
        return cells;
    }

    /** Used once, by one thread. */
    private static final class Reader {
        private final List<String> header;
        private final AssistanceCodes codes;
        private final List<String> groups = new ArrayList<>();
        private final List<String> methods;

        Reader(List<String> header, AssistanceCodes codes) throws RefusedFile {
            this.header = header;
            this.codes = codes;
            checkColumns();
            methods =
                    header.stream().filter(name -> name.startsWith("MetMethod")).toList();
        }

        private void checkColumns() throws RefusedFile {
            if (header.size() < FIRST_COLUMNS.size()
                    || !header.subList(0, FIRST_COLUMNS.size()).equals(FIRST_COLUMNS)) {
                throw wrong("should begin with " + String.join(", ", FIRST_COLUMNS));
            }
            if (new HashSet<>(header).size() < header.size()) throw wrong("have one twice");
            for (var name : header.subList(FIRST_COLUMNS.size(), header.size())) {
                var group = GROUP_COLUMN.matcher(name);
                if (group.matches() && codes.group(group.group(1)).isPresent()) groups.add(group.group(1));
                else if (!OTHER_COLUMN.matcher(name).matches()) throw wrong("include '" + name + "', which is unknown");
            }
            if (groups.size() < 12) throw wrong("lack student groups");
            if (!header.contains("MetMethod1")) throw wrong("lack MetMethod1");
        }

        private static RefusedFile wrong(String how) {
            return new RefusedFile("Its headings in row " + HEADER_ROW + " " + how
                    + ". It is another file, or the state has changed its layout.");
        }

        AssistanceWorkbook read(List<List<String>> sheet) throws RefusedFile {
            var rows = new ArrayList<Map<String, String>>();
            var seen = new HashSet<String>();
            for (int i = HEADER_ROW; i < sheet.size(); i++) {
                var cells = sheet.get(i);
                if (cells.stream().allMatch(String::isEmpty)) continue;
                var line = new Line(i + 1, cells);
                var row = row(line);
                if (!seen.add(line.text("CDcode")))
                    throw line.refused("has the code " + line.text("CDcode") + " once more");
                rows.add(row);
            }
            var years =
                    rows.stream().map(row -> Table.cell(row, "year")).distinct().toList();
            if (years.size() != 1)
                throw new RefusedFile("Its rows are of no year or of several: " + String.join(", ", years) + ".");
            return new AssistanceWorkbook(Integer.parseInt(years.getFirst()), List.copyOf(rows));
        }

        private Map<String, String> row(Line line) throws RefusedFile {
            var row = new LinkedHashMap<String, String>();
            var code = line.needed("CDcode", "\\d{7}", "seven digits, leading zeros included");
            line.needed("CDS", code + "0000000", "the same code and seven zeros");
            var year = line.needed("ReportYear", "20\\d\\d", "a year");
            row.put("cds", code);
            row.put("year", year);
            row.put("name", line.needed("LEAname", ".+", "a name"));
            putStatus(row, line, "AssistanceStatus" + year);
            putGroups(row, line);
            var met = new ArrayList<String>();
            for (var method : methods) if (line.yes(method)) met.add(method.replace("MetMethod", ""));
            row.put("methods", String.join(AssistanceTable.BETWEEN_NUMBERS, met));
            row.put("direct_assistance_criteria", line.yes("EC52072_" + year) ? "yes" : "no");
            return row;
        }

        private static void putStatus(Map<String, String> row, Line line, String column) throws RefusedFile {
            var words = line.needed(column, "(?i).*(general|differentiated).*", "general or differentiated assistance");
            boolean general = words.toLowerCase(Locale.ROOT).contains("general");
            var year = YEAR_OF_ASSISTANCE.matcher(words);
            row.put("status", (general ? AssistanceStatus.GENERAL : AssistanceStatus.DIFFERENTIATED).id());
            row.put(
                    "assistance_year",
                    general || !year.find() ? "" : year.group(1) == null ? year.group(2) : year.group(1));
        }

        private void putGroups(Map<String, String> row, Line line) throws RefusedFile {
            var areas = new LinkedHashMap<String, String>();
            for (var group : groups) {
                var letter = line.needed(group + "priorities", "[A-K]?", "a letter from A to K, or *");
                if (!letter.isEmpty()) areas.put(group, AREAS.getOrDefault(letter, ""));
            }
            row.put("student_groups", String.join(AssistanceTable.BETWEEN_GROUPS, areas.keySet()));
            row.put("priority_areas", String.join(AssistanceTable.BETWEEN_GROUPS, areas.values()));
        }

        /** One row of the sheet, from 1. */
        private final class Line {
            private final int number;
            private final List<String> cells;

            Line(int number, List<String> cells) {
                this.number = number;
                this.cells = cells;
            }

            /** Rows end after their last cell that holds something. */
            String text(String column) {
                int at = header.indexOf(column);
                return at < cells.size() && at >= 0 ? cells.get(at) : "";
            }

            String needed(String column, String pattern, String form) throws RefusedFile {
                if (!header.contains(column)) throw wrong("lack " + column);
                if (!text(column).matches(pattern)) {
                    throw refused("has " + column + " '" + text(column) + "' instead of " + form);
                }
                return text(column);
            }

            boolean yes(String column) throws RefusedFile {
                var text = needed(column, ".*", "").toLowerCase(Locale.ROOT);
                if (!YES.contains(text) && !NO.contains(text))
                    throw refused("has " + column + " '" + text + "' instead of yes or no");
                return YES.contains(text);
            }

            RefusedFile refused(String why) {
                return new RefusedFile("Row " + number + " " + why + ".");
            }
        }
    }
}
