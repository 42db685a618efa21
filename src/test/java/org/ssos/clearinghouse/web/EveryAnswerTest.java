package org.ssos.clearinghouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.RealSite;

/** What every answer has in common, whatever was asked and however; asked by hand, as no browser would. */
class EveryAnswerTest {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

    private record Answer(int status, Map<String, String> headers, String body) {}

    @TestFactory
    Stream<DynamicTest> every_route_answers_with_all_headers() {
        return RealSite.routes().stream()
                .filter(route -> !route.contains("*"))
                .sorted()
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    var path = route.replaceAll("\\{[^}]*}", "x");
                    for (var method : METHODS) {
                        var answer = ask(method + " " + path, "");
                        assertIsGuarded(answer);
                        assertThat(answer.status()).as(method).isNotEqualTo(500);
                        if (answer.status() >= 400 && method.equals("GET")) assertSaysSomething(answer);
                    }
                }));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "GET /no-such-page, 404",
        "GET /an%00address, 400",
        "GET /an%zzaddress, 400",
        "GET /%ff, 400",
        "GET /search?q=%zz, 400",
        "GET /search?q=%f, 400",
        "GET /search?q=%c3%28, 400",
        "GET /search?q=%00, 200",
        "GET /search?q=a%0d%0aSet-Cookie:%20x=y, 200",
        "GET /search?q=a&q=b&q=c&page=1&page=zzz, 200",
        "GET /search?q=caf%C3%A9, 200",
        "GET /initiatives/../../etc/passwd, 400",
        "GET /static/..%2f..%2fsecret, 404",
        "TRACE /, 405",
        "OPTIONS /, 405",
        "PUT /search, 405",
        "DELETE /initiatives/ca-mtss, 405",
        "PATCH /, 405",
        "BREW /, 405",
        "CONNECT localhost:80, 405",
        "GET /metrics/../search, 404"
    })
    void what_is_odd_is_answered_in_words(String line, int status) throws IOException {
        var answer = ask(line, "");

        assertThat(answer.status()).isEqualTo(status);
        assertIsGuarded(answer);
        assertThat(answer.headers()).doesNotContainKey("set-cookie");
        if (status >= 400) assertSaysSomething(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/search?q=%zz", "/api/v1/entries/%ff", "/search.json?q=%c3%28"})
    void programs_are_told_in_a_problem_document(String path) throws IOException {
        var answer = ask("GET " + path, "");

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(answer.headers().get("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"request_id\"");
        assertIsGuarded(answer);
    }

    @Test
    void ten_thousand_characters_are_a_query_like_any_other() throws IOException {
        assertThat(ask("GET /search?q=" + "%E6%BC%A2".repeat(10_000), "").status())
                .isEqualTo(200);
    }

    @Test
    void addresses_headers_and_parameters_have_a_bound_and_words_for_it() throws IOException {
        var address = ask("GET /search?q=" + "x".repeat(200_000), "");
        assertThat(address.status()).isIn(414, 431);
        assertSaysSomething(address);
        var header = ask("GET /", "X-Long: " + "x".repeat(200_000) + "\r\n");
        assertThat(header.status()).isEqualTo(431);
        assertSaysSomething(header);
        var many = ask("GET /search?" + "topic=a&".repeat(5_000), "");
        assertThat(many.status()).isEqualTo(400);
        assertThat(many.body()).contains("more than a thousand parts");
        for (var answer : List.of(address, header, many)) assertIsGuarded(answer);
    }

    @Test
    void a_form_that_is_broken_or_no_form_changes_nothing() throws IOException {
        var form = "Content-Type: application/x-www-form-urlencoded\r\n";
        assertThat(send("POST /feedback", form, "comment=%zz").status()).isEqualTo(400);
        assertThat(send("POST /feedback", form, "x=1&".repeat(6_000)).status()).isEqualTo(400);
        for (var type : List.of(
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded; charset",
                "application/x-www-form-urlencoded; charset=utf-7",
                "text/xml")) {
            var answer = send("POST /feedback", "Content-Type: " + type + "\r\n", "--x\r\n");
            assertThat(answer.status()).as(type).isEqualTo(415);
            assertIsGuarded(answer);
        }
        assertThat(send("POST /suggest", form, "x=" + "x".repeat(2_000_000)).status())
                .isEqualTo(413);
    }

    @Test
    void a_copy_that_is_still_good_and_a_redirect_bear_the_headers_too() throws IOException {
        var tag = ask("GET /about", "").headers().get("etag");
        var same = ask("GET /about", "If-None-Match: " + tag + "\r\n");
        assertThat(same.status()).isEqualTo(304);
        assertIsGuarded(same);

        var elsewhere = ask("GET /curate", "");
        assertThat(elsewhere.status()).isEqualTo(303);
        assertThat(elsewhere.headers().get("location")).startsWith("/sign-in");
        assertIsGuarded(elsewhere);
    }

    @Test
    void the_host_that_somebody_names_stands_in_no_link() throws IOException {
        for (var path : List.of(
                "/",
                "/initiatives/ca-mtss",
                "/sitemap.xml",
                "/robots.txt",
                "/opensearch.xml",
                "/feeds/updates.atom",
                "/api/v1/search?q=mtss",
                "/curate",
                "/no-such-page",
                "/leas/01-61119")) {
            var answer = raw("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                    + "X-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n");
            assertThat(answer.body() + answer.headers()).as(path).doesNotContain("evil.example");
        }
    }

    @Test
    void nothing_says_which_program_answers() throws IOException {
        for (var line : List.of("GET /", "GET /no-such-page", "GET /an%00address")) {
            assertThat(ask(line, "").headers()).doesNotContainKeys("server", "x-powered-by");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n"
            })
    void what_is_hardly_a_request_is_refused_with_the_headers(String text) throws IOException {
        var answer = raw(text);

        assertThat(answer.status()).isBetween(400, 505);
        assertIsGuarded(answer);
    }

    private static void assertIsGuarded(Answer answer) {
        assertThat(answer.headers())
                .containsKeys(
                        "content-security-policy",
                        "x-content-type-options",
                        "referrer-policy",
                        "permissions-policy",
                        "cross-origin-opener-policy",
                        "cross-origin-resource-policy",
                        "x-frame-options");
        assertThat(answer.headers().get("content-security-policy"))
                .startsWith("default-src 'none'")
                .endsWith("frame-ancestors 'none'");
    }

    private static void assertSaysSomething(Answer answer) {
        assertThat(answer.headers().get("cache-control")).contains("no-store");
        assertThat(answer.body()).containsAnyOf("<h1>", "\"title\"");
    }

    private static Answer ask(String line, String headers) throws IOException {
        return raw(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
    }

    private static Answer send(String line, String headers, String body) throws IOException {
        return ask(line, headers + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** The site may answer, and close the line, before it has heard everything. */
    private static Answer raw(String text) throws IOException {
        try (var socket = new Socket(
                java.net.InetAddress.getLoopbackAddress(),
                URI.create(RealSite.url()).getPort())) {
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
            } catch (IOException refusedAlready) {
                assertThat(refusedAlready).isNotNull();
            }
            return read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Answer read(String text) {
        assertThat(text).startsWith("HTTP/1.1 ");
        int end = text.indexOf("\r\n\r\n");
        var lines = new ArrayList<>(List.of(text.substring(0, end).split("\r\n")));
        int status = Integer.parseInt(lines.removeFirst().split(" ", -1)[1]);
        var headers = new TreeMap<String, String>();
        for (var line : lines) {
            var parts = line.split(": ?", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
        }
        return new Answer(status, headers, text.substring(end + 4));
    }
}
