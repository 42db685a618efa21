package org.ssos.clearinghouse.lea.directory;

import static org.ssos.clearinghouse.fuzz.Target.require;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.fuzz.Inputs;
import org.ssos.clearinghouse.fuzz.Target;
import org.ssos.clearinghouse.lea.AssistanceHistory;
import org.ssos.clearinghouse.lea.PublishedFiles;
import org.ssos.clearinghouse.lea.RosterTables;

/** The files of the state: a table of LEAs, and a workbook. */
public final class StateFileTargets {
    private static final int ROWS = 6;

    /** What begins the next file of a workbook that is written as text. */
    private static final String PART = "=== ";

    /** A roster without a row, so that nothing is lost by what the file does not say. */
    private static final ContentFiles NO_ROWS = new ContentFiles(new TreeMap<>(Map.of(
            "leas/" + RosterTables.DISTRICTS,
            String.join(",", RosterTables.DISTRICT_COLUMNS) + "\n",
            "leas/" + RosterTables.CHARTERS,
            String.join(",", RosterTables.CHARTER_COLUMNS) + "\n",
            "leas/sources.yaml",
            String.valueOf(RealContent.files().texts().get("leas/sources.yaml")))));

    private StateFileTargets() {}

    public static Target directory() {
        var seeds = List.of(
                PublishedFiles.text(few(PublishedFiles.districts())),
                PublishedFiles.text(few(PublishedFiles.schools())),
                "\n\n");
        var words = List.of(
                "\t",
                "\r\n",
                "No Data",
                "Active",
                "Closed",
                "Merged",
                "Pending",
                "04/17/2026",
                "13/45/2026",
                "0000000",
                "Alameda",
                "County Office of Education (COE)",
                "K-12",
                "Ã±",
                "https://");
        var file = file("pubdistricts.txt");
        return new Target("directory", new Inputs(seeds, words), text -> readDirectory(file, text));
    }

    public static Target workbook() throws IOException {
        var file = file("assistance.xlsx");
        PublishedFiles.write(file, PublishedFiles.assistance(2025).subList(0, ROWS));
        var words = List.of(
                "<row r=\"",
                "<c r=\"ZZZ99\" t=\"s\"><v>",
                "</v></c>",
                "r=\"99999999\"",
                "t=\"s\"",
                "t=\"inlineStr\"",
                "t=\"e\"",
                "t=\"b\"",
                "<v>-1</v>",
                "<v>99</v>",
                "<f>1/0</f>",
                "<si><t>",
                "&a;",
                "<!DOCTYPE x [<!ENTITY a \"b\">]>",
                PART + "xl/workbook.xml\n",
                "s=\"9\"",
                "<is><t>*</t></is>");
        return new Target("workbook", new Inputs(List.of(unzipped(file)), words), text -> readWorkbook(file, text));
    }

    private static Path file(String name) {
        try {
            var folder = Files.createTempDirectory("fuzz");
            folder.toFile().deleteOnExit();
            var file = Files.createFile(folder.resolve(name));
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static Map<String, Map<String, String>> few(Map<String, Map<String, String>> lines) {
        var few = new TreeMap<String, Map<String, String>>();
        lines.entrySet().stream().limit(ROWS).forEach(line -> few.put(line.getKey(), line.getValue()));
        return few;
    }

    private static void readDirectory(Path path, String text) throws IOException {
        Files.writeString(path, text);
        try {
            var plan = DirectoryImport.plan(path, null, RealContent.catalog(), NO_ROWS);
            for (var written : plan.files().entrySet()) {
                if (!written.getKey().endsWith(".csv")) continue;
                try (var rows = CSVFormat.RFC4180.parse(new StringReader(written.getValue()))) {
                    for (var row : rows) require(row.isConsistent(), "Not all columns: " + row);
                }
            }
        } catch (RefusedFile refused) {
            require(isSentence(refused), "Refused without a sentence: " + refused.getMessage());
        }
    }

    private static void readWorkbook(Path path, String text) throws IOException {
        Files.write(path, zipped(text));
        try {
            var codes = RealContent.catalog().part(AssistanceHistory.PART).codes();
            for (var row : AssistanceWorkbook.read(path, codes).rows()) {
                require(Table.cell(row, "cds").matches("\\d{7}"), "No code: " + row);
            }
        } catch (RefusedFile refused) {
            require(isSentence(refused), "Refused without a sentence: " + refused.getMessage());
        }
    }

    private static boolean isSentence(RefusedFile refused) {
        return String.valueOf(refused.getMessage()).endsWith(".");
    }

    /** The files in the workbook one after the other, each under its name. */
    private static String unzipped(Path workbook) throws IOException {
        var text = new StringBuilder();
        try (var zip = new ZipFile(workbook.toFile())) {
            for (var part : Collections.list(zip.entries())) {
                text.append(PART).append(part.getName()).append('\n');
                text.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var names = new HashSet<String>();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : ("\n" + text).split("\n" + PART, -1)) {
                var lines = part.split("\n", 2);
                if (lines.length < 2 || lines[0].length() > 1_000 || !names.add(lines[0])) continue;
                zip.putNextEntry(new ZipEntry(lines[0]));
                zip.write(lines[1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
