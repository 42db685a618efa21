package org.ssos.clearinghouse.lea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssos.clearinghouse.ContentParts;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.ContentReader;
import org.ssos.clearinghouse.content.Problem;
import org.ssos.clearinghouse.content.RealContent;

/** The whole roster, all published rows and all SELPAs. */
class RosterTest {
    private final Catalog catalog = RealContent.catalog();
    private final Roster roster = catalog.part(Roster.PART);
    private final AssistanceHistory history = catalog.part(AssistanceHistory.PART);
    private final Selpas selpas = catalog.part(Selpas.PART);

    @Test
    void it_holds_every_lea_once() {
        assertThat(roster.all().stream().filter(lea -> !lea.type().isCharter())).hasSize(994);
        assertThat(roster.all().stream().filter(lea -> lea.type().isCharter())).hasSize(1261);
        assertThat(roster.all().stream().filter(Lea::stateBoard)).hasSize(14);
    }

    @Test
    void every_lea_lies_in_a_county_with_a_county_office() {
        assertThat(roster.all())
                .allSatisfy(lea -> assertThat(roster.countyOffice(lea.county())).isPresent());
    }

    @Test
    void a_charter_school_counts_where_its_site_lies() {
        var elsewhere = roster.all().stream()
                .filter(lea -> lea.type().isCharter() && !codeCounty(lea).equals(lea.county()));

        assertThat(elsewhere).hasSize(47);
        assertThat(roster.all().stream().filter(lea -> !lea.type().isCharter()))
                .allSatisfy(lea -> assertThat(codeCounty(lea)).isEqualTo(lea.county()));
    }

    @Test
    void every_charter_school_has_an_authorizer_that_knows_it() {
        assertThat(roster.all().stream().filter(lea -> lea.type().isCharter() && !lea.stateBoard()))
                .allSatisfy(lea -> assertThat(roster.chartersOf(Objects.requireNonNull(lea.authorizer())))
                        .contains(lea));
    }

    @ParameterizedTest
    @CsvSource({
        "1964733, 1964733",
        "19-64733, 1964733",
        "19 64733 0000000, 1964733",
        "19-64733-0000000, 1964733",
        "01100170112607, 01100170112607",
        "01-10017-0112607, 01100170112607"
    })
    void a_code_is_found_however_it_is_written(String typed, String code) {
        assertThat(roster.find(typed)).get().extracting(Lea::cds).isEqualTo(code);
    }

    @Test
    void old_phones_and_websites_keep_their_date() {
        var lea = roster.find("0110017").orElseThrow();
        assertThat(Objects.requireNonNull(lea.phone()).asOf().iso()).isEqualTo("2026-04-17");
        assertThat(Objects.requireNonNull(lea.website()).asOf().iso()).isEqualTo("2018-06");
        assertThat(roster.sources())
                .allSatisfy(source -> assertThat(source.source().date()).isNotNull());
    }

    @Test
    void every_published_row_belongs_to_an_lea_or_to_a_code_that_is_explained() {
        var shown = new ArrayList<AssistanceRow>();
        for (var lea : roster.all()) shown.addAll(history.of(lea.cds()));
        for (var report : history.shared()) shown.addAll(history.rowsUnder(report.cds()));

        assertThat(history.all()).hasSize(5904);
        assertThat(shown).containsAll(history.all());
        assertThat(history.shared()).hasSize(14);
        assertThat(history.years())
                .allSatisfy(file -> assertThat(history.all().stream().filter(row -> row.year() == file.year()))
                        .hasSize(file.rows()));
        assertThat(history.years())
                .extracting(AssistanceFile::year)
                .containsExactly(2017, 2018, 2019, 2022, 2023, 2024);
    }

    @ParameterizedTest
    @CsvSource({"4970854, 4940246", "4970862, 4940246", "4970912, 4940253", "4970920, 4940253"})
    void a_combined_report_is_that_of_each_of_its_districts(String lea, String report) {
        assertThat(history.of(lea)).hasSize(6).isEqualTo(history.rowsUnder(report));
        assertThat(history.sharedBy(lea)).singleElement().satisfies(shared -> {
            assertThat(shared.relation()).isEqualTo(SharedReport.Relation.COMBINED);
            assertThat(shared.inferred()).isTrue();
        });
    }

    @Test
    void rows_are_as_published() {
        var row = history.of("0110017").getFirst();
        assertThat(row.year()).isEqualTo(2018);
        assertThat(List.copyOf(row.priorityAreas().keySet())).containsExactly("AA", "FOS", "HI", "HOM", "SED", "SWD");
        assertThat(row.priorityAreas()).containsEntry("SWD", List.of(5, 6, 8));
        assertThat(row.directAssistanceCriteria()).isNull();
        assertThat(history.all().stream()
                        .filter(one -> Boolean.TRUE.equals(one.directAssistanceCriteria()) && one.year() == 2024))
                .hasSize(67);
    }

    @Test
    void selpas_place_649_leas() {
        assertThat(selpas.all()).hasSize(81);
        assertThat(roster.all().stream().filter(lea -> selpas.of(lea.cds()).isPresent()))
                .hasSize(649);
    }

    @Test
    void a_selpa_page_says_who_belongs_to_it_how_sure_we_are_and_where_to_look_otherwise() {
        assertThat(RealSite.get("/selpas").body())
                .contains("649 districts and county offices", "the other 345", "/selpas/kern-high");
        assertThat(RealSite.get("/selpas/north-region").body())
                .contains("/leas/0161119", "Albany City Unified", "Confidence", "2021-22", Selpas.OFFICIAL_LIST);
        assertThat(RealSite.get("/selpas/fresno-county").body()).contains("there are others");
        assertThat(RealSite.get("/selpas/no-such").statusCode()).isEqualTo(404);
    }

    @Test
    void every_wrong_cell_is_reported_with_its_place() {
        var reading = broken(Map.of(
                "leas/districts.csv",
                text -> edited(
                        text,
                        Map.of(
                                2, line -> line.replaceFirst("^\\d{7}", "11001"),
                                3, line -> line.replace(",alameda,", ",alamo,"),
                                4, line -> line.replace(",unified,", ",union,"),
                                6, line -> line.replaceFirst("^\\d{7}", "0161143"),
                                7, line -> line.replace(",active,", ",active,2026-02-30"),
                                8, line -> line + ",more")),
                "leas/charters.csv",
                text -> edited(
                        text,
                        Map.of(
                                2, line -> line.replace(",0110017,", ",9999999,"),
                                3, line -> line.replace(",0110017,", ",,"))),
                "assistance/assistance.csv",
                text -> edited(
                        text,
                        Map.of(
                                2, line -> line.replace("AA;", "ZZ;"),
                                3, line -> line.replace(",2019,", ",2018,"),
                                4, line -> line.replaceFirst("^\\d{7}", "9999999"),
                                5, line -> line.replaceFirst("general|differentiated", "special")))));

        // What points at a row that is broken elsewhere is not to blame.
        assertThat(reading.problems()).noneMatch(problem -> problem.what().contains("'0161127'"));
        said(reading, "leas/districts.csv:2:1: `cds` is '11001', but should be a county-district code of seven digits");
        said(reading, "leas/districts.csv:3:33: `county` is 'alamo', but should be the id of a county");
        said(reading, "leas/districts.csv:4:29: `type` is 'union', but should be county_office, unified");
        said(reading, "leas/districts.csv:6:1: the code '0161143' stands in the roster twice");
        said(reading, "leas/districts.csv:7:", "`closed` is '2026-02-30");
        said(reading, "leas/districts.csv:8:1: the row has 28 cells, but should have 27");
        said(reading, "leas/charters.csv:2:", "`authorizer` is '9999999', but should be the code of an LEA");
        said(reading, "leas/charters.csv:3:", "`authorizer` is ''");
        said(reading, "assistance/assistance.csv:2:", "names student group 'ZZ', which is unknown");
        said(reading, "assistance/assistance.csv:3:", "`year` is '2018', but should be the year of its source, 2019");
        said(reading, "assistance/assistance.csv:4:1: no LEA of the roster has the code '9999999'");
        said(reading, "assistance/assistance.csv:5:", "`status` is 'special'");
    }

    private static String codeCounty(Lea lea) {
        return RealContent.catalog().vocabularies().counties().all().stream()
                .filter(county -> lea.cds().startsWith(county.code()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static ContentReader.Reading broken(Map<String, UnaryOperator<String>> edits) {
        var texts = new TreeMap<>(RealContent.files().texts());
        edits.forEach((file, edit) -> texts.computeIfPresent(file, (_, text) -> edit.apply(text)));
        return ContentReader.read(new ContentFiles(texts), ContentParts.ALL);
    }

    /** @param edits by line number, from 1 */
    private static String edited(String text, Map<Integer, UnaryOperator<String>> edits) {
        var lines = new ArrayList<>(text.lines().toList());
        edits.forEach((number, edit) -> lines.set(number - 1, edit.apply(lines.get(number - 1))));
        return String.join("\n", lines) + "\n";
    }

    private static void said(ContentReader.Reading reading, String start) {
        said(reading, start, "");
    }

    private static void said(ContentReader.Reading reading, String start, String words) {
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .as(start)
                .anySatisfy(line -> assertThat(line).startsWith(start).contains(words));
    }
}
