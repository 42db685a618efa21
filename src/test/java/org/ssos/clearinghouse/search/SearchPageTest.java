package org.ssos.clearinghouse.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.RealContent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchPageTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern HEADING = Pattern.compile("<h2 id=\"r-h\"[^>]*>(\\d+) results?</h2>");
    private static final Pattern CARD = Pattern.compile("<h3><a href=\"/[a-z]+/([a-z0-9-]+)\">");

    @Test
    void results_show_what_was_found_with_its_first_step() {
        var html = page("q=chronic+absence");
        assertThat(html)
                .contains("<title>chronic absence: ", "value=\"chronic absence\"", "California Attendance Guide")
                .contains("<b>First step</b>", "<mark>");
        assertThat(ids(html)).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void the_page_shows_what_the_api_answers() {
        var html = page("q=english+learners&kind=initiative");
        var answer = api("q=english+learners&kind=initiative");
        assertThat(totalOf(html)).isEqualTo(answer.get("total").intValue());
        assertThat(ids(html))
                .isEqualTo(answer.get("results")
                        .valueStream()
                        .map(result -> result.get("id").stringValue())
                        .toList());
    }

    @Test
    void without_a_question_everything_is_listed() {
        int all = RealContent.catalog().all().size();
        assertThat(page("")).contains("All " + all + " entries");
        assertThat(api("").get("total").intValue()).isEqualTo(all);
    }

    @Test
    void every_count_is_what_choosing_the_value_leaves() {
        for (var address :
                List.of("q=literacy", "q=literacy&kind=resource&level=universal", "county=butte&topic=mtss")) {
            var answer = api(address);
            answer.get("facets")
                    .propertyStream()
                    .forEach(facet -> facet.getValue().valueStream().limit(12).forEach(value -> {
                        // Choosing widens a facet that has a choice, so the others of that facet are dropped first.
                        var rest = address.replaceAll("&?" + facet.getKey() + "=[a-z-]+", "");
                        var chosen = rest + "&" + facet.getKey() + "="
                                + value.get("value").stringValue();
                        assertThat(api(chosen + "&size=1").get("total").intValue())
                                .as(chosen)
                                .isEqualTo(value.get("count").intValue());
                    }));
        }
    }

    @Test
    void a_filter_that_is_on_shows_as_a_chip_that_takes_it_off() {
        var html = page("q=literacy&kind=resource&county=butte");
        assertThat(html)
                .contains("name=\"kind\" value=\"resource\" checked")
                .contains("<option value=\"butte\" selected>")
                .contains(
                        "<a href=\"/search?q=literacy&amp;county=butte\"><span class=\"vh\">Remove filter: </span>Resources")
                .contains(
                        "<a href=\"/search?q=literacy&amp;kind=resource\"><span class=\"vh\">Remove filter: </span>Butte")
                .contains("<a href=\"/search?q=literacy\">Clear all</a>");
    }

    @Test
    void two_counties_can_be_ticked() {
        assertThat(page("county=butte&county=yolo"))
                .contains("name=\"county\" value=\"butte\" checked", "name=\"county\" value=\"yolo\" checked");
    }

    @Test
    void a_chosen_value_stays_visible_when_it_leaves_nothing() {
        var counts = api("q=" + encoded("\"chronic absence\"") + "&kind=event&kind=story&county=alpine")
                .get("facets")
                .get("county");
        assertThat(counts.valueStream()).anyMatch(value -> value.get("selected").booleanValue());
    }

    @Test
    void unknown_values_are_named_and_left_out() {
        var html = page("q=math&topic=astrology&colour=blue");
        assertThat(html).contains("“astrology” is not a choice under Topic").doesNotContain("blue");
        assertThat(totalOf(html)).isEqualTo(totalOf(page("q=math")));
    }

    @Test
    void mended_spelling_is_said_and_can_be_declined() {
        assertThat(page("q=chronic+absenteism"))
                .contains("Showing results for <b>chronic absenteeism</b>")
                .contains(
                        "<a href=\"/search?q=chronic+absenteism&amp;verbatim=1\">Search for “chronic absenteism” instead</a>");
        assertThat(page("q=chronic+absenteism&verbatim=1")).doesNotContain("Showing results for");
    }

    @Test
    void following_next_leads_through_all_results_once() {
        var found = new ArrayList<String>();
        var address = "/search?q=coaching";
        int total = totalOf(get(address));
        while (address != null) {
            var html = get(address);
            found.addAll(ids(html));
            var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(html);
            address = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(found).hasSize(total).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "99999999999999999999", "100000"})
    void behind_the_last_page_the_page_says_how_many_there_are(String number) {
        int pages = api("q=math").get("pages").intValue();
        assertThat(page("q=math&page=" + number))
                .contains("There are only " + pages + " pages")
                .contains("<a href=\"/search?q=math&amp;page=" + pages + "\">Go to page " + pages + "</a>");
    }

    @Test
    void results_can_be_sorted_by_name() {
        var titles = api("q=literacy&sort=title&size=100")
                .get("results")
                .valueStream()
                .map(result -> result.get("title").stringValue())
                .toList();
        assertThat(titles).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(page("q=literacy&sort=title")).contains("<option value=\"title\" selected>");
    }

    @Test
    void an_empty_page_says_what_was_tried_and_what_each_filter_costs() {
        var html = page("q=chronic+absenteeism&kind=update&county=alpine&evidence=tier1");
        assertThat(html).contains("No entry matches “chronic absenteeism” with these filters", "Ask a person");
        assertThat(html).contains("/agencies/alpine-county-office");

        var looser = Pattern.compile("<a href=\"(/search\\?[^\"]*)\">Remove [^<]*</a>\\s*<p>(\\d+) results?</p>")
                .matcher(html);
        int checked = 0;
        while (looser.find()) {
            assertThat(totalOf(get(looser.group(1).replace("&amp;", "&"))))
                    .isEqualTo(Integer.parseInt(looser.group(2)));
            checked++;
        }
        assertThat(checked).isPositive();
    }

    @Test
    void an_empty_page_tries_the_words_one_by_one() {
        assertThat(page("q=" + encoded("\"attendance zeppelin\"")))
                .contains("No entry matches “\"attendance zeppelin\"”", "Search for “attendance”")
                .doesNotContain("Search for “zeppelin”");
    }

    @ParameterizedTest
    @MethodSource("oddQuestions")
    void any_question_has_an_answer(String question) {
        for (var address : List.of("/search?q=", "/search.json?q=", "/search.csv?q=", "/api/v1/suggest?q=")) {
            assertThat(RealSite.get(address + encoded(question)).statusCode())
                    .as(address)
                    .isEqualTo(200);
        }
    }

    static List<String> oddQuestions() {
        return List.of(
                "x".repeat(10_000),
                "attendance ".repeat(909),
                "é ".repeat(5_000),
                "\"unbalanced",
                "\"\"\"",
                "((((a OR b AND NOT",
                "title:foo^5~2 +bar -baz [a TO z] {1 TO 2} /re.*/",
                "* ? *a ?b *:* a* **",
                "-",
                "- - -",
                "-attendance",
                "\\ \\\\ \\\"",
                "\u0000\u0001\u001b[31m\u007f",
                "😀 👩‍👩‍👧‍👦 🇺🇸",
                "<script>alert(1)</script>",
                "' OR 1=1 --",
                "${7*7} {{7*7}} <%= 7*7 %>",
                "مرحبا 你好 नमस्ते",
                "\ufeff\u202e\u200b",
                "kind: topic:: :x level:none",
                "a-b-c_d.e/f\\g|h&i;j");
    }

    @Test
    void every_value_of_every_facet_at_once_has_an_answer() {
        var values = new FacetValues(RealContent.catalog());
        var address = new StringBuilder("q=school");
        for (var facet : Facet.values()) {
            for (var value : values.labels(facet).keySet())
                address.append('&').append(facet.parameter()).append('=').append(value);
        }
        assertThat(address.length()).isGreaterThan(5_000);
        assertThat(RealSite.get("/search?" + address).statusCode()).isEqualTo(200);
    }

    @Test
    void what_was_typed_is_never_markup() {
        var html = page("q=" + encoded("<script>alert(1)</script>\" onfocus=\"x") + "&topic=" + encoded("<b>x</b>"));
        assertThat(html)
                .doesNotContain("<script>alert", "value=\"<", "<b>x</b>")
                .contains("&#34; onfocus=&#34;x");
    }

    @Test
    void an_unchanged_page_costs_no_transfer() {
        var first = RealSite.get("/search?q=math");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        var second = RealSite.get("/search?q=math", "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(RealSite.get("/search?q=maths", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_compressed_page_is_the_same_page_in_few_bytes() throws IOException {
        var plain = RealSite.get("/search?q=school", BodyHandlers.ofByteArray());
        var compressed = RealSite.get("/search?q=school", BodyHandlers.ofByteArray(), "Accept-Encoding", "gzip");
        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(compressed.body().length).isLessThan(16_000);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @Test
    void the_json_twin_answers_as_the_api_does() {
        var twin = (tools.jackson.databind.node.ObjectNode) JSON.readTree(get("/search.json?q=math&kind=resource"));
        var api = (tools.jackson.databind.node.ObjectNode) api("q=math&kind=resource");
        twin.remove("took_ms");
        api.remove("took_ms");
        assertThat(twin).isEqualTo(api);
    }

    @Test
    void the_csv_twin_holds_all_results() throws IOException {
        var answer = RealSite.get("/search.csv?q=school&page=3");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8; header=present");
        try (var rows = CSVParser.parse(
                answer.body(),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            var records = rows.getRecords();
            assertThat(records).hasSize(api("q=school").get("total").intValue());
            assertThat(records)
                    .allSatisfy(row -> assertThat(row.get("url")).startsWith(RealSite.url() + "/"))
                    .extracting(row -> row.get("id"))
                    .doesNotHaveDuplicates()
                    .startsWith(api("q=school").get("results").get(0).get("id").stringValue());
        }
    }

    private static String page(String parameters) {
        return get("/search?" + parameters);
    }

    private static String get(String address) {
        var answer = RealSite.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode api(String parameters) {
        return JSON.readTree(get("/api/v1/search?" + parameters));
    }

    private static int totalOf(String html) {
        var heading = HEADING.matcher(html);
        assertThat(heading.find()).as("a heading with the number of results").isTrue();
        return Integer.parseInt(heading.group(1));
    }

    private static List<String> ids(String html) {
        return CARD.matcher(html).results().map(match -> match.group(1)).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
