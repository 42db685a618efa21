package org.ssos.clearinghouse.lea;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.RealContent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of LEAs, suggestions of LEAs, and LEAs in the site's search. */
class LeasPageTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void exactly_one_good_match_is_offered_first_and_the_page_stays_where_it_is() {
        var answer = RealSite.get("/leas?q=lausd");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Best match", "/leas/1964733/choose", "Los Angeles Unified");
    }

    @Test
    void two_of_one_name_stand_side_by_side_with_their_counties_and_neither_is_offered_first() {
        var html = RealSite.get("/leas?q=washington+unified").body();
        assertThat(html)
                .contains("/leas/1076778", "/leas/5772694", "Fresno", "Yolo")
                .doesNotContain("Best match");
        assertThat(suggested("washington unified").subList(0, 2))
                .extracting(one -> one.get("detail").stringValue())
                .allMatch(detail -> detail.endsWith("County"))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_twins_hold_all_that_the_filters_leave() {
        var roster = RealContent.catalog().part(Roster.PART);
        var json = JSON.readTree(RealSite.get("/leas.json?county=alpine").body());
        assertThat(json.get("results").valueStream().map(lea -> lea.get("cds").stringValue()))
                .containsExactlyElementsOf(
                        roster.in("alpine").stream().map(Lea::cds).toList());
        assertThat(RealSite.get("/leas.csv").body().lines().count())
                .isEqualTo(roster.all().size() + 1);
        assertThat(RealSite.get("/leas?county=alpine&type=unified").body())
                .contains("<h2 class=\"h-small\">1 LEA</h2>");
        assertThat(RealSite.get("/leas?page=2").body()).contains("rel=\"prev\"", "rel=\"next\"");
    }

    @ParameterizedTest
    @CsvSource({"lausd, 1964733", "10-62166, 1062166", "kern coe, 1510157", "charter 1296, 01100170124172"})
    void suggestions_bear_the_cds_code(String typed, String expected) {
        var first = suggested(typed).getFirst();
        assertThat(first.get("id").stringValue()).isEqualTo(expected);
        assertThat(first.get("kind").stringValue()).isEqualTo("lea");
        assertThat(first.get("url").stringValue()).isEqualTo("/leas/" + expected);
    }

    @Test
    void a_search_that_names_an_lea_shows_it_above_the_entries() {
        var html = RealSite.get("/search?q=fresno+unified").body();
        assertThat(html).contains("id=\"named\"", "href=\"/leas/1062166\"", "id=\"results\"");
        var answer =
                JSON.readTree(RealSite.get("/api/v1/search?q=fresno+unified").body());
        assertThat(answer.get("best_match").get("id").stringValue()).isEqualTo("1062166");
        assertThat(answer.get("total").intValue()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "52071, law",
        "EC 52071.5, law",
        "education code 52071, law",
        "kern county superintendent of schools, lea",
        "10-62166, lea"
    })
    void a_search_that_names_one_thing_says_what_it_is(String query, String kind) {
        var answer = JSON.readTree(RealSite.get("/api/v1/search?q=" + URLEncoder.encode(query, UTF_8))
                .body());
        assertThat(answer.get("best_match").get("kind").stringValue()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "literacy",
                "college",
                "hope",
                "chronic absenteeism",
                "english learners",
                "math",
                "what is an LCAP",
                "community schools"
            })
    void words_that_anybody_uses_name_no_lea(String query) {
        var html = RealSite.get("/search?q=" + URLEncoder.encode(query, UTF_8)).body();
        assertThat(html).doesNotContain("id=\"named\"");
    }

    @Test
    void whatever_is_typed_is_answered_with_words() {
        for (var typed : List.of(
                "",
                " ",
                "a",
                "0",
                "%",
                "'\"><script>",
                "(((((",
                "\u0000",
                "ünïfied",
                "学校",
                "1".repeat(8_000),
                "la ".repeat(3_000),
                "x".repeat(10_000),
                "a b c d e f g h i j k l m n o p q r s t u v w x y z")) {
            var query = URLEncoder.encode(typed, UTF_8);
            var page = RealSite.get("/leas?q=" + query);
            assertThat(page.statusCode()).as(typed).isEqualTo(200);
            assertThat(page.body()).contains("<h1>Find an LEA</h1>").doesNotContain("\"><script>");
            assertThat(RealSite.get("/api/v1/suggest?kind=lea&q=" + query).statusCode())
                    .isEqualTo(200);
        }
        assertThat(RealSite.get("/leas?county=nowhere&type=none&page=-3").body())
                .contains("There is no county or type");
    }

    private static List<JsonNode> suggested(String typed) {
        var answer = RealSite.get("/api/v1/suggest?kind=lea&q=" + URLEncoder.encode(typed, UTF_8));
        return JSON.readTree(answer.body()).get("suggestions").valueStream().toList();
    }
}
