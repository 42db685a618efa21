package org.ssos.clearinghouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.RealSite;
import tools.jackson.databind.json.JsonMapper;

/** How the site answers, whatever the page. */
class AnswersTest {
    @Test
    void a_page_that_has_not_changed_is_not_sent_again() {
        var first = RealSite.get("/about");
        var tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(tag).startsWith("\"");
        assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=0, must-revalidate");
        assertThat(RealSite.get("/about", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(RealSite.get("/about", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_page_is_compressed_for_those_who_can_read_it() throws IOException {
        var plain = RealSite.get("/about");
        var packed = RealSite.get("/about", BodyHandlers.ofByteArray(), "Accept-Encoding", "br, gzip");

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(packed.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(plain.body());
        }
        assertThat(RealSite.get("/about", "Accept-Encoding", "gzip;q=0")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search?q=mtss", "/initiatives/ca-mtss", "/nowhere", "/api/v1/search?q=x"})
    void nothing_from_elsewhere_may_run(String address) {
        var headers = RealSite.get(address).headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'; style-src 'self'; script-src 'self'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void static_files_are_kept_for_good_under_an_address_that_changes_with_them() {
        var match = Pattern.compile("href=\"(/static/site\\.[0-9a-f]+\\.css)\"")
                .matcher(RealSite.get("/").body());
        assertThat(match.find()).isTrue();

        var style = RealSite.get(match.group(1));

        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(RealSite.get("/static/site.000000000000.css").statusCode()).isEqualTo(404);
    }

    @Test
    void head_answers_as_get_does_without_the_content() throws Exception {
        var got = RealSite.get("/initiatives");
        var asked = send("HEAD", "/initiatives");

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).isEmpty();
        for (var header : new String[] {"Content-Type", "ETag", "Cache-Control"}) {
            assertThat(asked.headers().firstValue(header))
                    .isEqualTo(got.headers().firstValue(header));
        }
    }

    @Test
    void an_unknown_page_says_what_to_do() {
        var answer = RealSite.get("/nowhere/at/all");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("This page is off the map", "action=\"/search\"", "noindex");
    }

    @Test
    void a_method_that_a_page_does_not_take_is_told_so() throws Exception {
        var answer = send("POST", "/about");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("This address only shows a page");
    }

    @Test
    void trace_and_other_methods_get_nothing_back() throws Exception {
        for (var method : new String[] {"TRACE", "PUT", "DELETE", "PATCH"}) {
            var answer = send(method, "/about?word=echoed");
            assertThat(answer.statusCode()).as(method).isIn(404, 405);
            assertThat(answer.body()).doesNotContain("echoed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/initiatives.csv",
                "/map.csv",
                "/robots.txt",
                "/sitemap.xml",
                "/opensearch.xml",
                "/feeds/changes.atom",
                "/health/live",
                "/favicon.ico"
            })
    void every_text_says_its_characters(String address) {
        var answer = RealSite.get(address);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type.toLowerCase(Locale.ROOT)).contains("charset=utf-8"));
    }

    @Test
    void no_text_ends_the_element_that_data_stands_in() {
        var output = new StringOutput();
        JsonData.of(Map.of("name", "</script><script>alert(1)</script>\"")).writeTo(output);

        assertThat(output.toString()).doesNotContain("<").contains("\\u003c/script>", "\\\"");
    }

    @Test
    void an_address_that_cannot_be_read_gets_the_same_kind_of_page() throws Exception {
        var answer = send("GET", "/initiatives/%00");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("We cannot read this address");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void programs_get_a_problem_document() {
        var answer = RealSite.get("/api/v1/nothing");
        var problem = JsonMapper.shared().readTree(answer.body());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.get("status").intValue()).isEqualTo(404);
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .contains(problem.get("request_id").stringValue());
    }

    @Test
    void the_foot_says_that_the_site_is_independent_as_long_as_nobody_says_otherwise() {
        assertThat(RealSite.get("/").body()).contains("An independent, open-source directory.");
    }

    private static HttpResponse<String> send(String method, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(RealSite.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
