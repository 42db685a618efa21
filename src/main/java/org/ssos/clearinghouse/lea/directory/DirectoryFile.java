package org.ssos.clearinghouse.lea.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ssos.clearinghouse.entry.Vocabularies.County;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.lea.LeaStatus;
import org.ssos.clearinghouse.lea.LeaType;

/**
 * The state's directory as it publishes it, read whole or refused whole. Administrators' names, e-mail and postal addresses and fax
 * numbers are not read.
 *
 * @param records districts, county offices and charter schools
 * @param leftOut how many lines are no LEA, by what they are
 * @param newest the newest date that a line bears
 */
record DirectoryFile(
        DirectoryLayout layout, List<DirectoryRecord> records, Map<String, Integer> leftOut, LocalDate newest) {
    /** The state's files hold some three million. */
    private static final long MOST_BYTES = 64L << 20;

    private static final DateTimeFormatter AMERICAN =
            DateTimeFormatter.ofPattern("MM/dd/uuuu").withResolverStyle(ResolverStyle.STRICT);

    /** What becomes of {@code ñ} and the like when UTF-8 is taken for Latin-1 and written as UTF-8 again. */
    private static final Pattern ENCODED_TWICE = Pattern.compile("\\u00c3[\\u0080-\\u00bf]");

    private static final String DISTRICT_CODE_END = "0000000";

    static DirectoryFile read(Path file, List<County> counties) throws RefusedFile, IOException {
        RefusedFile.whereLarger(file, MOST_BYTES);
        var lines = lines(text(Files.readAllBytes(file)));
        var header = columns(lines.getFirst());
        var layout = DirectoryLayout.of(header)
                .orElseThrow(() ->
                        new RefusedFile("Its " + header.size() + " columns are neither the 22 of pubdistricts.txt nor"
                                + " the 46 of pubschls.txt. Fetch the file again, as the state publishes it."));
        return new Reader(layout, header, counties).read(lines);
    }

    private static String text(byte[] bytes) throws RefusedFile {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var damaged =
                    text.indexOf('\ufffd') >= 0 || ENCODED_TWICE.matcher(text).find();
            if (!damaged) return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            // said below
        }
        throw new RefusedFile(
                "It is not clean UTF-8, so letters such as ñ would be wrong. Fetch the file again and do not"
                        + " open it in between.");
    }

    /** The last line has to be ended, or nobody knows whether more followed. */
    private static List<String> lines(String text) throws RefusedFile {
        if (text.isBlank() || !text.endsWith("\n")) {
            throw new RefusedFile(
                    text.isBlank() ? "It is empty." : "It was cut off: its last line has no end. Fetch it again.");
        }
        return List.of(text.substring(0, text.length() - 1).split("\n"));
    }

    /** The published header has blanks after {@code Ext}. */
    private static List<String> columns(String line) {
        return List.of(line.split("\t", -1)).stream().map(String::strip).toList();
    }

    /** Used once, by one thread. */
    private static final class Reader {
        private final DirectoryLayout layout;
        private final List<String> header;
        private final Map<String, String> countyIds = new HashMap<>();
        private final Map<String, Integer> lineOfCode = new HashMap<>();
        private final Map<String, Integer> leftOut = new TreeMap<>();
        private final List<DirectoryRecord> records = new ArrayList<>();
        private LocalDate newest = LocalDate.MIN;

        Reader(DirectoryLayout layout, List<String> header, List<County> counties) {
            this.layout = layout;
            this.header = header;
            counties.forEach(county -> countyIds.put(county.name(), county.id()));
        }

        DirectoryFile read(List<String> lines) throws RefusedFile {
            for (int i = 1; i < lines.size(); i++) take(new Line(i + 1, columns(lines.get(i))));
            if (records.isEmpty()) throw new RefusedFile("It holds no district, county office or charter school.");
            return new DirectoryFile(layout, List.copyOf(records), Map.copyOf(leftOut), newest);
        }

        private void take(Line line) throws RefusedFile {
            if (line.cells.size() != header.size()) {
                throw line.refused("has " + line.cells.size() + " columns instead of " + header.size()
                        + ". The file was cut off or changed; fetch it again");
            }
            var code = code(line);
            var first = lineOfCode.putIfAbsent(code, line.number);
            if (first != null) throw line.refused("has the code " + code + ", which line " + first + " has too");
            var updated = line.date("LastUpDate");
            updated.filter(date -> date.isAfter(newest)).ifPresent(date -> newest = date);
            var type = type(line, code);
            if (type.isPresent()) records.add(record(line, code, type.get()));
            else leftOut.merge(kindLeftOut(line, code), 1, Integer::sum);
        }

        private String code(Line line) throws RefusedFile {
            var code = line.text(layout.codeColumn());
            int digits = layout == DirectoryLayout.DISTRICTS ? 7 : 14;
            if (!code.matches("\\d{" + digits + "}")) {
                throw line.refused("has the code '" + code + "' instead of " + digits
                        + " digits. Leading zeros are lost when a spreadsheet opens the file; fetch it again");
            }
            return isDistrict(code) ? code.substring(0, 7) : code;
        }

        private boolean isDistrict(String code) {
            return code.length() == 7 || code.endsWith(DISTRICT_CODE_END);
        }

        private Optional<LeaType> type(Line line, String code) {
            if (!isDistrict(code)) return line.is("Charter", "Y") ? Optional.of(LeaType.CHARTER) : Optional.empty();
            var words = line.text("DOCType");
            if (words.startsWith("County Office of Education")) return Optional.of(LeaType.COUNTY_OFFICE);
            if (words.startsWith("Unified")) return Optional.of(LeaType.UNIFIED);
            if (words.startsWith("Elementary")) return Optional.of(LeaType.ELEMENTARY);
            if (words.startsWith("High School")) return Optional.of(LeaType.HIGH_SCHOOL);
            return Optional.empty();
        }

        private String kindLeftOut(Line line, String code) {
            if (!isDistrict(code)) return "school that is no charter school";
            return line.text("DOCType").isEmpty() ? "line without a type" : line.text("DOCType");
        }

        private DirectoryRecord record(Line line, String code, LeaType type) throws RefusedFile {
            var grades = grades(line);
            return new DirectoryRecord(
                    code,
                    name(line, type),
                    type,
                    county(line),
                    line.text("DOCType").startsWith("State Board"),
                    line.text("Street"),
                    line.text("City"),
                    line.text("Zip"),
                    line.text("Phone"),
                    line.text("Ext"),
                    website(line),
                    grades.getFirst(),
                    grades.getLast(),
                    degrees(line, "Latitude"),
                    degrees(line, "Longitude"),
                    charterNumber(line),
                    status(line),
                    line.date("ClosedDate").map(LocalDate::toString).orElse(""),
                    line.date("LastUpDate").map(LocalDate::toString).orElse(""));
        }

        private String name(Line line, LeaType type) throws RefusedFile {
            var name = line.text(type.isCharter() ? "School" : "District");
            if (name.isEmpty()) throw line.refused("has no name");
            return name;
        }

        private String county(Line line) throws RefusedFile {
            var id = countyIds.get(line.text("County"));
            if (id == null) throw line.refused("names the county '" + line.text("County") + "', which is unknown");
            return id;
        }

        private static LeaStatus status(Line line) throws RefusedFile {
            return switch (line.text("StatusType")) {
                case "Active" -> LeaStatus.ACTIVE;
                case "Closed" -> LeaStatus.CLOSED;
                case "Merged" -> LeaStatus.MERGED;
                case "Pending" -> LeaStatus.PENDING;
                default -> throw line.refused("has the status '" + line.text("StatusType") + "', which is unknown");
            };
        }

        private static String degrees(Line line, String column) {
            var text = line.text(column);
            return text.matches("-?\\d{1,3}\\.\\d+") ? text : "";
        }

        private static String website(Line line) {
            var host = line.text("WebSite").replaceFirst("(?i)^https?://", "").replaceFirst("/$", "");
            return host.matches("\\S+\\.\\S+") && !host.contains("@") ? host : "";
        }

        private static String charterNumber(Line line) {
            var number = line.text("CharterNum");
            return number.matches("\\d{1,3}") ? "0".repeat(4 - number.length()) + number : number;
        }

        /** Grades that the school serves, lowest and highest; two empty texts where it is not said. */
        private static List<String> grades(Line line) {
            var span = line.text("GSserved").split("-", 2);
            var lowest = Lea.Grades.of(span[0]);
            var highest = Lea.Grades.of(span[span.length - 1]);
            return lowest.isPresent() && highest.isPresent() ? List.of(lowest.get(), highest.get()) : List.of("", "");
        }

        /** One line of the file, from 1. */
        private final class Line {
            private final int number;
            private final List<String> cells;

            Line(int number, List<String> cells) {
                this.number = number;
                this.cells = cells;
            }

            String text(String column) {
                int at = header.indexOf(column);
                return at < 0 || cells.get(at).equals("No Data") ? "" : cells.get(at);
            }

            boolean is(String column, String text) {
                return text(column).equals(text);
            }

            Optional<LocalDate> date(String column) throws RefusedFile {
                var text = text(column);
                try {
                    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text, AMERICAN));
                } catch (DateTimeException impossible) {
                    throw refused("has the " + column + " '" + text + "', which is no date such as 04/17/2026");
                }
            }

            RefusedFile refused(String why) {
                return new RefusedFile("Line " + number + " " + why + ".");
            }
        }
    }

    List<DirectoryRecord> districts() {
        return sorted(false);
    }

    List<DirectoryRecord> charters() {
        return sorted(true);
    }

    private List<DirectoryRecord> sorted(boolean charters) {
        return records.stream()
                .filter(record -> record.type().isCharter() == charters)
                .sorted(Comparator.comparing(DirectoryRecord::code))
                .toList();
    }
}
