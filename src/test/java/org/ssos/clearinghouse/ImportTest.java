package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssos.clearinghouse.lea.PublishedFiles.changed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.ContentReader;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.lea.AssistanceHistory;
import org.ssos.clearinghouse.lea.LeaStatus;
import org.ssos.clearinghouse.lea.PublishedFiles;
import org.ssos.clearinghouse.lea.Roster;
import picocli.CommandLine;

/** Runs the imports on a copy of the real content, with files in the layouts that the state publishes. */
class ImportTest {
    @TempDir
    private Path folder;

    private Path content;

    /** What the command said, and how it ended. */
    private record Said(int status, String text) {}

    @BeforeEach
    void copyContent() {
        content = folder.resolve("content");
        RealContent.files()
                .texts()
                .forEach((name, text) -> write(content.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_district_file_is_shown_then_applied_and_changes_nothing_the_second_time() {
        var lines = PublishedFiles.districts();
        replace(lines, "0161119", "District", "Alameda City Unified");
        replace(lines, "0161127", "Street", "1 New Plaza", "LastUpDate", "11/02/2026");
        replace(lines, "4970854", "StatusType", "Merged");
        lines.put(
                "4979999",
                changed(
                        PublishedFiles.of(lines, "4970862"),
                        "CD Code",
                        "4979999",
                        "District",
                        "Petaluma Unified",
                        "DOCType",
                        "Unified School District"));
        lines.remove("4970995");
        var file = save("pubdistricts.txt", PublishedFiles.text(lines));
        var before = texts();

        var shown = run("cde-directory", file);

        assertThat(shown.status()).isZero();
        assertThat(shown.text())
                .contains("as of 2026-11-02")
                .contains("4979999 Petaluma Unified: Petaluma, Sonoma")
                .contains("0161119 Alameda City Unified: was Alameda Unified")
                .contains("0161127 Albany City Unified: 1216 Solano Avenue, Albany 94706-1725 → 1 New Plaza")
                .contains("4970854 Petaluma City Elementary: the file gives no day")
                .contains("4970995 Waugh Elementary: the file no longer has it")
                .contains("4970854 Petaluma City Elementary: → 4979999 Petaluma Unified")
                .contains("Left out: 1 × Regional Occupation Center/Program (ROC/P)")
                .contains("Nothing was changed. Repeat with --apply");
        assertThat(texts()).isEqualTo(before);

        assertThat(run("cde-directory", file, "--apply").status()).isZero();

        var roster = catalog().part(Roster.PART);
        assertThat(roster.find("0161119").orElseThrow().formerNames()).containsExactly("Alameda Unified");
        assertThat(roster.find("4979999").orElseThrow().county()).isEqualTo("sonoma");
        var merged = roster.find("4970854").orElseThrow();
        assertThat(merged.status()).isEqualTo(LeaStatus.MERGED);
        assertThat(merged.successor()).isEqualTo("4979999");
        var gone = roster.find("4970995").orElseThrow();
        assertThat(gone.status()).isEqualTo(LeaStatus.CLOSED);
        assertThat(gone.closed()).isNull();
        assertThat(gone.address().asOf().iso()).isEqualTo("2026-04-17");
        assertThat(roster.find("0161127").orElseThrow().address().asOf().iso()).isEqualTo("2026-11-02");
        assertThat(texts().get("leas/districts.csv")).doesNotContain("Administrina", "Personson", "No Data");

        var after = texts();
        assertThat(run("cde-directory", file, "--apply").text()).contains("The content holds all of this already.");
        assertThat(texts()).isEqualTo(after);
    }

    @Test
    void a_file_that_says_what_the_roster_says_changes_no_byte() {
        var file = save("pubdistricts.txt", PublishedFiles.text(PublishedFiles.districts()));

        assertThat(run("cde-directory", file, "--as-of", "2026-04-17", "--apply")
                        .text())
                .contains("994 districts and county offices")
                .contains("The content holds all of this already.");
        assertThat(texts()).isEqualTo(RealContent.files().texts());
    }

    @Test
    void the_older_layout_with_addresses_of_persons_is_read_without_them() {
        var lines = PublishedFiles.districts();
        lines.replaceAll((_, line) -> changed(line, "Email", "office@example.org", "AdmEmail", "ann@example.org"));
        var file = save("pubdistricts.txt", PublishedFiles.text(lines));

        assertThat(run("cde-directory", file, "--as-of", "2026-05-01", "--apply")
                        .text())
                .contains("Only dates change.");
        assertThat(String.join("", texts().values())).doesNotContain("ann@example.org");
        assertThat(texts().get("leas/sources.yaml")).contains("title: Public Districts file", "date: '2026-05-01'");
    }

    @Test
    void a_school_file_brings_charter_schools_websites_and_closing_days() {
        var lines = PublishedFiles.schools();
        replace(lines, "0161119", "WebSite", "https://www.alamedaunified.org/");
        replace(lines, "01100170112607", "StatusType", "Closed", "ClosedDate", "06/30/2026");
        lines.put(
                "01611190112607",
                changed(
                        PublishedFiles.of(lines, "01100170112607"),
                        "CDSCode",
                        "01611190112607",
                        "StatusType",
                        "Active",
                        "ClosedDate",
                        "No Data"));
        replace(
                lines,
                "01100170123968",
                "Street",
                "1 Solano Way",
                "City",
                "Fairfield",
                "Zip",
                "94533-0001",
                "Phone",
                "(707) 555-0100");
        replace(lines, "01100170114363", "School", "American Indian Academy", "GSserved", "P-08");
        var file = save("pubschls.txt", PublishedFiles.text(lines));

        var said = run("cde-directory", file, "--as-of", "2026-11-01", "--apply");

        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text())
                .contains("01100170112607 Envision Academy for Arts & Technology: 2026-06-30")
                .contains("→ 01611190112607 Envision Academy for Arts & Technology. The same charter number")
                .contains(
                        "01100170123968 Community School for Creative Education: Solano, by other LEAs with the ZIP code")
                .contains("Left out: 1 × school that is no charter school");
        var roster = catalog().part(Roster.PART);
        var closed = roster.find("01100170112607").orElseThrow();
        assertThat(closed.closed()).hasToString("2026-06-30");
        assertThat(closed.successor()).isEqualTo("01611190112607");
        assertThat(Objects.requireNonNull(closed.phone()).asOf().iso()).isEqualTo("2018-06");
        assertThat(roster.find("01611190112607").orElseThrow().authorizer()).isEqualTo("0161119");
        assertThat(roster.in("solano")).extracting("cds").contains("01100170123968");
        var renamed = roster.find("01100170114363").orElseThrow();
        assertThat(renamed.formerNames()).containsExactly("American Indian Public Charter School II");
        assertThat(renamed.grades()).hasToString("Grades[lowest=PK, highest=8]");
        var website =
                Objects.requireNonNull(roster.find("0161119").orElseThrow().website());
        assertThat(website.host()).isEqualTo("www.alamedaunified.org");
        assertThat(website.asOf().iso()).isEqualTo("2026-11-01");

        var after = texts();
        assertThat(run("cde-directory", file, "--as-of", "2026-11-01", "--apply")
                        .text())
                .contains("holds all of this already");
        assertThat(texts()).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("damages")
    void a_damaged_file_is_refused_whole_with_the_reason(String name, UnaryOperator<byte[]> damage, String reason) {
        var whole = PublishedFiles.text(PublishedFiles.districts()).getBytes(StandardCharsets.UTF_8);
        var file = folder.resolve("pubdistricts.txt");
        write(file, damage.apply(whole));

        var said = run("cde-directory", file, "--apply");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text())
                .contains("pubdistricts.txt is refused, and nothing was changed.")
                .contains(reason);
        assertThat(texts()).isEqualTo(RealContent.files().texts());
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                bytes(
                        "cut off in the middle of a line",
                        all -> java.util.Arrays.copyOf(all, all.length - 70),
                        "It was cut off"),
                words(
                        "cut off and ended",
                        all -> all.substring(0, all.length() - 70) + "\r\n",
                        "columns instead of 22"),
                words(
                        "cut off after a line",
                        all -> all.substring(0, all.length() / 2)
                                .replaceFirst("[^\\n]*$", "")
                                .replaceFirst("\\d\\d/\\d\\d/20\\d\\d", "11/01/2026"),
                        "more than 5 %"),
                words("a column less", all -> all.replace("\tLongitude", ""), "21 columns are neither the 22"),
                words("other columns", all -> all.replace("DOCType", "Type"), "neither the 22"),
                words("a code twice", all -> all.replace("0161127\t", "0161119\t"), "has the code 0161119, which line"),
                words("leading zeros lost", all -> all.replace("\r\n01", "\r\n1"), "instead of 7 digits"),
                words(
                        "an unknown county",
                        all -> all.replace("\tAlameda\t", "\tAlamo\t"),
                        "the county 'Alamo', which is unknown"),
                words("an unknown status", all -> all.replaceFirst("\tActive\t", "\tOpen\t"), "the status 'Open'"),
                words(
                        "a date in another form",
                        all -> all.replace("03/08/2023", "2023-03-08"),
                        "which is no date such as"),
                words("nothing at all", _ -> "", "It is empty"),
                bytes(
                        "another encoding",
                        all -> new String(all, StandardCharsets.UTF_8)
                                .replaceFirst("Alameda Unified", "Alameda Uñified")
                                .getBytes(StandardCharsets.ISO_8859_1),
                        "not clean UTF-8"),
                words(
                        "older than what is held",
                        all -> all.replaceAll("\\d\\d/\\d\\d/20\\d\\d", "01/01/2020"),
                        "the roster already shows"));
    }

    @Test
    void the_assistance_workbook_of_a_held_year_changes_only_what_differs() throws IOException {
        var file = folder.resolve("assistancestatus24.xlsx");
        PublishedFiles.write(file, PublishedFiles.assistance(2024));

        assertThat(run("cde-assistance", file, "--apply").text())
                .contains("Assistance status of 2024, file of 2024-11: 994")
                .contains("The content holds all of this already.");
        assertThat(texts()).isEqualTo(RealContent.files().texts());

        var rows = new java.util.ArrayList<>(PublishedFiles.assistance(2024));
        var first = new java.util.ArrayList<>(rows.get(1));
        int status = rows.getFirst().indexOf("AssistanceStatus2024");
        first.set(
                status,
                first.get(status).startsWith("General") ? "Differentiated Assistance - Year 1" : "General Assistance");
        rows.set(1, first);
        PublishedFiles.write(file, rows);

        assertThat(run("cde-assistance", file, "--apply").text())
                .contains("Other determination: 1")
                .contains(first.getFirst());
        assertThat(catalog().part(AssistanceHistory.PART).all()).hasSize(5904);
    }

    @Test
    void a_new_year_is_added_beside_the_others() throws IOException {
        var file = folder.resolve("assistancestatus26.xlsx");
        PublishedFiles.write(file, PublishedFiles.assistance(2026));

        assertThat(run("cde-assistance", file, "--apply").text()).contains("say with --as-of in which month");
        assertThat(run("cde-assistance", file, "--as-of", "2026-12", "--apply").status())
                .isZero();

        var history = catalog().part(AssistanceHistory.PART);
        assertThat(history.all()).hasSize(5904 + 994);
        assertThat(history.years().getLast().id()).isEqualTo("CDE 2026-12");
        var after = texts();
        assertThat(run("cde-assistance", file, "--apply").text()).contains("holds all of this already");
        assertThat(texts()).isEqualTo(after);
    }

    @Test
    void a_damaged_workbook_is_refused_whole_with_the_reason() throws IOException {
        var rows = PublishedFiles.assistance(2024);
        refused(rows.subList(0, 800), "more than 5 % are lost");
        refused(with(rows, 0, 2, "LEA"), "should begin with CDcode");
        refused(with(rows, 0, 7, "XXpriorities"), "include 'XXpriorities', which is unknown");
        refused(with(rows, 3, 8, "Z"), "instead of a letter from A to K");
        refused(with(rows, 4, 0, "110017"), "instead of seven digits");
        refused(with(with(rows, 4, 0, rows.get(3).get(0)), 4, 1, rows.get(3).get(1)), "once more");

        var file = folder.resolve("cut.xlsx");
        PublishedFiles.write(file, rows);
        var whole = Files.readAllBytes(file);
        write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(run("cde-assistance", file, "--apply").text()).contains("no whole .xlsx workbook");
        assertThat(texts()).isEqualTo(RealContent.files().texts());
    }

    private void refused(java.util.List<java.util.List<String>> rows, String reason) throws IOException {
        var file = folder.resolve("wrong.xlsx");
        PublishedFiles.write(file, rows);
        var said = run("cde-assistance", file, "--apply");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.text())
                .contains("wrong.xlsx is refused, and nothing was changed.")
                .contains(reason);
    }

    private static java.util.List<java.util.List<String>> with(
            java.util.List<java.util.List<String>> rows, int row, int column, String text) {
        var copy = new java.util.ArrayList<>(rows);
        var cells = new java.util.ArrayList<>(copy.get(row));
        cells.set(column, text);
        copy.set(row, cells);
        return copy;
    }

    private static void replace(Map<String, Map<String, String>> lines, String code, String... cells) {
        lines.compute(code, (_, line) -> changed(Objects.requireNonNull(line), cells));
    }

    private static Arguments words(String name, UnaryOperator<String> damage, String reason) {
        return bytes(
                name,
                all -> damage.apply(new String(all, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8),
                reason);
    }

    private static Arguments bytes(String name, UnaryOperator<byte[]> damage, String reason) {
        return Arguments.of(name, damage, reason);
    }

    private Said run(String command, Path file, String... options) {
        var out = new ByteArrayOutputStream();
        var errors = new StringWriter();
        var printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        Consumer<CommandLine> quiet = line -> line.setErr(new PrintWriter(errors, true));
        var line = new CommandLine(new ImportCommand(printed, () -> content));
        quiet.accept(line);
        line.setExecutionExceptionHandler((failure, _, _) -> {
            if (!(failure instanceof Refusal)) throw failure;
            errors.append(failure.getMessage());
            return 1;
        });
        var arguments = Stream.concat(Stream.of(command, file.toString()), Stream.of(options))
                .toArray(String[]::new);
        int status = line.execute(arguments);
        return new Said(status, out.toString(StandardCharsets.UTF_8) + errors);
    }

    private Map<String, String> texts() {
        return ContentFiles.in(content).texts();
    }

    private Catalog catalog() {
        var reading = ContentReader.read(ContentFiles.in(content), ContentParts.ALL);
        assertThat(reading.problems()).isEmpty();
        return Objects.requireNonNull(reading.catalog());
    }

    private Path save(String name, String text) {
        var file = folder.resolve(name);
        write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
