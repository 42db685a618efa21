package org.ssos.clearinghouse.lea;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.RealContent;

/** Files as the state publishes them, filled from the roster; tests change a line or two before they write them. */
public final class PublishedFiles {
    public static final String DISTRICTS_HEADER =
            "CD Code\tCounty\tDistrict\tStreet\tCity\tZip\tState\tMailStreet\tMailCity\tMailZip\tMailState\tPhone\tExt  \tFaxNumber\t"
                    + "AdmFName\tAdmLName\tLatitude\tLongitude\tDOC\tDOCType\tStatusType\tLastUpDate";

    private static final String SCHOOLS_HEADER =
            "CDSCode\tNCESDist\tNCESSchool\tStatusType\tCounty\tDistrict\tSchool\tStreet\tStreetAbr\tCity\tZip\tState\tMailStreet\t"
                    + "MailStrAbr\tMailCity\tMailZip\tMailState\tPhone\tExt  \tFaxNumber\tWebSite\tOpenDate\tClosedDate\tCharter\t"
                    + "CharterNum\tFundingType\tDOC\tDOCType\tSOC\tSOCType\tEdOpsCode\tEdOpsName\tEILCode\tEILName\tGSoffered\t"
                    + "GSserved\tVirtual\tMagnet\tYearRoundYN\tFederalDFCDistrictID\tLatitude\tLongitude\tAdmFName\tAdmLName\t"
                    + "LastUpDate\tMultilingual";

    private static final Map<LeaType, String> DOC_TYPES = Map.of(
            LeaType.COUNTY_OFFICE, "County Office of Education (COE)",
            LeaType.UNIFIED, "Unified School District",
            LeaType.ELEMENTARY, "Elementary School District",
            LeaType.HIGH_SCHOOL, "High School District",
            LeaType.CHARTER, "Unified School District");

    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("4+5+6", "A"),
            Map.entry("4+5", "B"),
            Map.entry("5+6", "C"),
            Map.entry("4+6", "D"),
            Map.entry("4+8", "E"),
            Map.entry("5+8", "F"),
            Map.entry("6+8", "G"),
            Map.entry("4+5+8", "H"),
            Map.entry("4+6+8", "I"),
            Map.entry("5+6+8", "J"),
            Map.entry("4+5+6+8", "K"));

    private static final Map<String, CSVRecord> ROWS = rows();

    private PublishedFiles() {}

    /** The lines of pubdistricts.txt by code: what the roster holds, and two that are no LEA. */
    public static Map<String, Map<String, String>> districts() {
        var lines = new TreeMap<String, Map<String, String>>();
        for (var lea : RealContent.catalog().part(Roster.PART).all()) {
            if (!lea.type().isCharter()) lines.put(lea.cds(), line(DISTRICTS_HEADER, lea));
        }
        lines.put(
                "0174005",
                changed(
                        of(lines, "0110017"),
                        "CD Code",
                        "0174005",
                        "DOCType",
                        "Regional Occupation Center/Program (ROC/P)"));
        return lines;
    }

    /** The lines of pubschls.txt by code: districts, charter schools and a school that is none. */
    public static Map<String, Map<String, String>> schools() {
        var lines = new TreeMap<String, Map<String, String>>();
        for (var lea : RealContent.catalog().part(Roster.PART).all()) lines.put(lea.cds(), line(SCHOOLS_HEADER, lea));
        lines.put("01100170000001", changed(of(lines, "01100170112607"), "CDSCode", "01100170000001", "Charter", "N"));
        return lines;
    }

    /** The same line with other cells; names and texts in turn. */
    public static Map<String, String> changed(Map<String, String> line, String... cells) {
        var copy = new LinkedHashMap<>(line);
        for (int i = 0; i < cells.length; i += 2) copy.put(cells[i], cells[i + 1]);
        return copy;
    }

    /** The line of a code that is there. */
    public static Map<String, String> of(Map<String, Map<String, String>> lines, String code) {
        return Objects.requireNonNull(lines.get(code));
    }

    /** Tab-delimited, with CRLF. */
    public static String text(Map<String, Map<String, String>> lines) {
        var text = new StringBuilder(
                        String.join("\t", lines.values().iterator().next().keySet()))
                .append("\r\n");
        for (var line : lines.values())
            text.append(String.join("\t", line.values())).append("\r\n");
        return text.toString();
    }

    private static Map<String, String> line(String header, Lea lea) {
        var line = new LinkedHashMap<String, String>();
        for (var column : header.split("\t", -1)) line.put(column, "No Data");
        var county = RealContent.catalog().vocabularies().counties().all().stream()
                .filter(known -> lea.cds().startsWith(known.code()))
                .findFirst()
                .orElseThrow();
        line.replace("CD Code", lea.cds());
        line.replace("CDSCode", lea.cds().length() == 7 ? lea.cds() + "0000000" : lea.cds());
        line.replace("County", county.name());
        line.replace("District", lea.type().isCharter() ? "Some District" : lea.name());
        if (lea.type().isCharter()) line.replace("School", lea.name());
        line.replace("Street", said(lea.address().street()));
        line.replace("City", said(lea.city()));
        line.replace("Zip", said(lea.address().zip()));
        line.replace("State", "CA");
        var phone = lea.phone();
        if (phone != null && !lea.type().isCharter()) {
            line.replace("Phone", phone.number());
            line.replace("Ext  ", said(phone.ext()));
        }
        line.replace("AdmFName", "Administrina");
        line.replace("AdmLName", "Personson");
        line.replace("Latitude", said(cell(lea, "latitude")));
        line.replace("Longitude", said(cell(lea, "longitude")));
        line.replace("Charter", lea.type().isCharter() ? "Y" : "No Data");
        line.replace("CharterNum", said(lea.charterNumber()));
        line.replace(
                "DOCType", lea.stateBoard() ? "State Board of Education" : String.valueOf(DOC_TYPES.get(lea.type())));
        line.replace("StatusType", "Active");
        var updated = lea.updated();
        if (updated != null) line.replace("LastUpDate", american(updated.firstDay()));
        return line;
    }

    private static String said(@Nullable String text) {
        return text == null ? "No Data" : text;
    }

    /** As the roster's file writes it, zeros at the end included. */
    private static String cell(Lea lea, String column) {
        return Objects.requireNonNull(ROWS.get(lea.cds())).get(column);
    }

    private static Map<String, CSVRecord> rows() {
        var rows = new TreeMap<String, CSVRecord>();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        for (var file : List.of("leas/districts.csv", "leas/charters.csv")) {
            var text = Objects.requireNonNull(RealContent.files().texts().get(file));
            try (var parser = format.parse(new StringReader(text))) {
                parser.forEach(row -> rows.put(row.get("cds"), row));
            } catch (IOException memoryNeverFails) {
                throw new UncheckedIOException(memoryNeverFails);
            }
        }
        return rows;
    }

    public static String american(LocalDate day) {
        return DateTimeFormatter.ofPattern("MM/dd/yyyy").format(day);
    }

    /**
     * The rows of the assistance workbook of 2024 as the content holds them, the header first, as they stand from row 6 on.
     *
     * @param year under which they are published
     */
    public static List<List<String>> assistance(int year) {
        var history = RealContent.catalog().part(AssistanceHistory.PART);
        var groups = List.of("AA", "AI", "AS", "EL", "FI", "FOS", "HI", "HOM", "LTEL", "PI", "SED", "SWD", "TOM", "WH");
        var header = new ArrayList<>(
                List.of("CDcode", "CDS", "LEAname", "Cityname", "Countyname", "Gsoffered", "ReportYear"));
        groups.forEach(group -> header.add(group + "priorities"));
        header.add("TotalStudentGroups");
        for (int one : new int[] {2017, 2018, 2019, 2022, 2023, year}) header.add("AssistanceStatus" + one);
        for (int method = 1; method <= 4; method++) header.add("MetMethod" + method);
        header.add("EC52072_" + year);
        var rows = new ArrayList<List<String>>();
        rows.add(header);
        for (var row : history.all()) if (row.year() == 2024) rows.add(assistance(row, groups, year));
        return rows;
    }

    private static List<String> assistance(AssistanceRow row, List<String> groups, int year) {
        var cells = new ArrayList<>(List.of(row.cds(), row.cds() + "0000000", row.name(), "*", "*", "*", "" + year));
        for (var group : groups) {
            var areas = row.priorityAreas().getOrDefault(group, List.of());
            var joined = String.join("+", areas.stream().map(String::valueOf).toList());
            cells.add(areas.isEmpty() ? "*" : LETTERS.get(joined));
        }
        cells.add("" + row.priorityAreas().size());
        cells.addAll(List.of("*", "*", "*", "*", "*"));
        cells.add(
                row.status() == AssistanceStatus.GENERAL
                        ? "General Assistance"
                        : "Differentiated Assistance - Year " + row.assistanceYear());
        for (int method = 1; method <= 4; method++) cells.add(row.methods().contains(method) ? "Y" : "*");
        cells.add(Boolean.TRUE.equals(row.directAssistanceCriteria()) ? "Y" : "*");
        return cells;
    }

    /** A workbook as the state lays it out: five rows of words, then the rows. */
    public static void write(Path file, List<List<String>> rows) throws IOException {
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("District and COE 2024");
            sheet.value(0, 0, "LCFF assistance status");
            sheet.value(2, 0, "An asterisk stands for a blank.");
            for (int i = 0; i < rows.size(); i++) {
                for (int j = 0; j < rows.get(i).size(); j++)
                    sheet.value(5 + i, j, rows.get(i).get(j));
            }
        }
    }
}
