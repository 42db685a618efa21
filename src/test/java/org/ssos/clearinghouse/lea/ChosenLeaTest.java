package org.ssos.clearinghouse.lea;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.RealSite;
import tools.jackson.databind.json.JsonMapper;

/** The LEA that a visitor chose: remembered, shown, favoured, forgotten, and never anybody else's. */
class ChosenLeaTest {
    private static final String FRESNO = "1062166";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void choosing_sets_a_cookie_that_holds_the_code_only_and_leads_back() {
        var answer = post("/leas/" + FRESNO + "/choose", "Referer", RealSite.url() + "/search?q=math");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/search?q=math"));
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("lea=1062166;")
                        .contains("Max-Age=15552000", "HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void one_click_forgets_it() {
        var answer = post("/leas/forget", "Cookie", "lea=" + FRESNO);
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie)
                        .startsWith("lea=")
                        .doesNotContain(FRESNO)
                        .contains("Expires=Thu, 01 Jan 1970"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "null", "http://localhost.elsewhere.example", "%%"})
    void other_sites_cannot_choose_or_forget_for_a_visitor(String origin) {
        for (var path : List.of("/leas/" + FRESNO + "/choose", "/leas/forget")) {
            var answer = post(path, "Origin", origin);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        assertThat(post("/leas/forget", "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/x",
                "//elsewhere.example",
                "nonsense %%",
                "http://elsewhere.example\\@localhost/"
            })
    void the_way_back_stays_on_this_site(String referer) {
        var answer = post("/leas/" + FRESNO + "/choose", "Referer", referer);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(URI.create(to).getPath()).isEqualTo("/leas/" + FRESNO));
    }

    @Test
    void a_code_that_no_lea_has_is_refused_in_words() {
        assertThat(post("/leas/9999999/choose").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=literacy", "/initiatives", "/leas", "/no-such-page"})
    void the_header_shows_it_on_every_page_and_only_to_who_chose_it(String path) {
        var before = RealSite.get(path);
        var mine = RealSite.get(path, "Cookie", "lea=" + FRESNO);
        var after = RealSite.get(path);

        assertThat(mine.body()).contains("My LEA: ", "href=\"/leas/1062166\"", "action=\"/leas/forget\"");
        assertThat(before.body()).contains("Find my LEA").doesNotContain("My LEA: ");
        assertThat(after.body().replaceAll("(?s)<code.*?</code>", "")).doesNotContain("My LEA: ");
        if (before.statusCode() != 200) return;
        assertThat(mine.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("private"));
        assertThat(before.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("public"));
        assertThat(mine.headers().firstValue("ETag"))
                .isNotEqualTo(before.headers().firstValue("ETag"));
        assertThat(before.headers().allValues("Vary")).contains("Cookie");
        var tag = mine.headers().firstValue("ETag").orElseThrow();
        assertThat(RealSite.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(RealSite.get(path, "If-None-Match", tag, "Cookie", "lea=" + FRESNO)
                        .statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9999999", "<script>", "1062166; x=y\"", "00000000000000000000000000000000000"})
    void a_cookie_that_names_no_lea_changes_nothing_or_only_the_header(String value) {
        var answer = RealSite.get("/", "Cookie", "lea=" + value);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("<script>alert");
    }

    @Test
    void search_favours_what_covers_it_says_so_and_hides_nothing() {
        var plain = ids("q=literacy+coaching&size=100");
        var favoured = ids("q=literacy+coaching&size=100&lea=" + FRESNO);
        assertThat(favoured).containsExactlyInAnyOrderElementsOf(plain).isNotEqualTo(plain);

        var page = RealSite.get("/search?q=literacy+coaching", "Cookie", "lea=" + FRESNO)
                .body();
        assertThat(page).contains("Entries that cover Fresno County are moved up", "lea=none\">Do not move them up");
        var off = RealSite.get("/search?q=literacy+coaching&lea=none", "Cookie", "lea=" + FRESNO)
                .body();
        assertThat(off).contains("are not moved up");
        assertThat(order(off))
                .isEqualTo(order(RealSite.get("/search?q=literacy+coaching").body()));
        assertThat(RealSite.get("/search?q=literacy+coaching").body()).doesNotContain("moved up");
    }

    @Test
    void what_programs_get_depends_on_no_cookie() {
        var answer = RealSite.get("/api/v1/search?q=county+office", "Cookie", "lea=" + FRESNO);
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("public"));
        assertThat(JSON.readTree(answer.body()).get("results"))
                .isEqualTo(JSON.readTree(
                                RealSite.get("/api/v1/search?q=county+office").body())
                        .get("results"));
    }

    private static List<String> order(String html) {
        return java.util.regex.Pattern.compile("<h3><a href=\"(/[a-z]+/[a-z0-9-]+)\">")
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> ids(String query) {
        return JSON.readTree(RealSite.get("/api/v1/search?" + query).body())
                .get("results")
                .valueStream()
                .map(result -> result.get("id").stringValue())
                .toList();
    }

    private static HttpResponse<String> post(String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(RealSite.url() + path)).POST(HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) request.headers(headers);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
