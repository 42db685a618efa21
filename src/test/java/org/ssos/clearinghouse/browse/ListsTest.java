package org.ssos.clearinghouse.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import tools.jackson.databind.json.JsonMapper;

class ListsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern ROW = Pattern.compile("<th scope=\"row\"><a href=\"/[a-z]+/([a-z0-9-]+)\">");

    @ParameterizedTest
    @EnumSource
    void a_list_holds_every_entry_of_its_kind(Kind kind) {
        assertThat(rows("/" + kind.path()))
                .containsExactlyInAnyOrderElementsOf(RealContent.catalog().all(kind).stream()
                        .map(entry -> entry.id().value())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/initiatives?level=targeted&status=active&sort=-category",
                "/resources?q=english+learner&type=guide",
                "/agencies?type=county-office&sort=serves",
                "/stories?county=san-diego",
                "/updates?year=2023&type=report",
                "/events?q=lcap&sort=law"
            })
    void page_json_and_csv_agree(String address) throws IOException {
        var rows = rows(address);

        assertThat(rows).isNotEmpty();
        assertThat(jsonIds(address.replace("?", ".json?"))).isEqualTo(rows);
        assertThat(csv(address.replace("?", ".csv?")).stream().map(row -> row.get("id")))
                .containsExactlyElementsOf(rows);
    }

    @Test
    void the_column_that_sorts_says_so_and_turns_around() {
        var body = RealSite.get("/resources?type=guide&sort=date").body();

        assertThat(body).contains("aria-sort=\"ascending\"", "/resources?type=guide&amp;sort=-date");
    }

    @Test
    void a_filter_value_that_nobody_has_is_named_and_left_out() {
        var body = RealSite.get("/initiatives?topic=%3Cb%3Ezebras").body();

        assertThat(body).contains("“&lt;b&gt;zebras” was left out", "All 54");
    }

    @Test
    void a_list_without_a_hit_says_what_to_do() {
        assertThat(RealSite.get("/stories?q=zebras").body())
                .contains("Nothing in this list fits.", "Show the whole list", "/search?kind=story");
    }

    @Test
    void the_initiatives_say_that_the_official_list_could_not_be_read() {
        var named = RealContent.catalog().all(Kind.INITIATIVE).stream()
                .filter(ListsTest::isNamed)
                .count();

        assertThat(RealSite.get("/initiatives").body())
                .contains("The official count is 45. We hold 54.", "names " + named + " of them");
    }

    @Test
    void a_county_finds_its_office_and_the_leads_of_its_region() {
        assertThat(rows("/agencies?county=butte"))
                .contains("butte-county-office", "northern-geographic-lead")
                .doesNotContain("alameda-county-office");
    }

    @Test
    void events_show_the_next_day_that_the_law_fixes_first() {
        var body = RealSite.get("/events").body();

        assertThat(body).contains("December 30, 2026", "February 28, 2027", "Last known: spring 2023");
        assertThat(body.indexOf("December 30, 2026")).isLessThan(body.indexOf("January 31, 2027"));
        assertThat(body.indexOf("May 15, 2029")).isLessThan(body.indexOf("No day fixed in law"));
    }

    private static boolean isNamed(Entry entry) {
        return entry.details() instanceof org.ssos.clearinghouse.entry.Initiative initiative
                && !initiative.listedBy().isEmpty();
    }

    private static List<String> rows(String address) {
        return ROW.matcher(RealSite.get(address).body())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> jsonIds(String address) {
        var results = JSON.readTree(RealSite.get(address).body()).get("results");
        return StreamSupport.stream(results.spliterator(), false)
                .map(result -> result.get("id").stringValue())
                .toList();
    }

    private static List<CSVRecord> csv(String address) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(RealSite.get(address).body()))) {
            return parser.getRecords();
        }
    }
}
