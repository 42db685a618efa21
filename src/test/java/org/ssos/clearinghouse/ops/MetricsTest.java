package org.ssos.clearinghouse.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.SiteSettings;

/** The figures of the running site: who sees them, what they count, and what they never hold. */
class MetricsTest {
    private static final Pattern NAME = Pattern.compile("\\b(?:clearinghouse|jvm|process|system)_[a-z_]+");

    @Test
    void a_program_on_this_machine_sees_them_and_so_does_one_with_the_token() {
        var here = RealSite.get("/metrics");
        assertThat(here.statusCode()).isEqualTo(200);
        assertThat(here.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(here.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(forwarded("Bearer " + SiteSettings.METRICS_TOKEN)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer a-token-for-tests", "Basic YTpi"})
    void for_everybody_else_the_address_does_not_exist(String authorization) {
        assertThat(forwarded(authorization)).isEqualTo(404);
    }

    @Test
    void addresses_are_counted_by_their_pattern_and_nothing_that_was_typed_is_kept() throws Exception {
        RealSite.get("/search?q=Qqxylophone");
        RealSite.get("/initiatives/qqxylophone");
        RealSite.get("/qqxylophone/somewhere");
        RealSite.get("/leas/0561564");
        send("QQXYLOPHONE", "/");
        var text = text();

        assertThat(text.toLowerCase(java.util.Locale.ROOT)).doesNotContain("qqxylophone", "0561564");
        assertThat(text)
                .contains(
                        "clearinghouse_answers_total{method=\"GET\",route=\"/leas/{cds}\",status=\"2xx\"}",
                        "clearinghouse_answers_total{method=\"GET\",route=\"/initiatives/{id}\",status=\"4xx\"}",
                        "route=\"unknown\",status=\"4xx\"",
                        "clearinghouse_requests_seconds_bucket{route=\"/search\",le=\"0.5\"}");
    }

    @Test
    void however_many_addresses_are_asked_there_are_no_more_figures() {
        RealSite.get("/none");
        RealSite.get("/leas/1");
        RealSite.get("/topics/none");
        long before = text().lines().filter(line -> line.contains("route=")).count();
        for (int number = 0; number < 50; number++) {
            RealSite.get("/none/" + number);
            RealSite.get("/leas/1" + number);
            RealSite.get("/topics/none-" + number);
        }

        assertThat(text().lines().filter(line -> line.contains("route="))).hasSizeLessThan((int) before + 8);
    }

    @Test
    void a_search_for_words_that_finds_nothing_is_counted() {
        double searches = value("clearinghouse_searches_for_words_total");
        double withoutHit = value("clearinghouse_searches_without_hit_total");
        RealSite.get("/search.json?q=qqqqzz+wwwwxx");
        RealSite.get("/search.json?q=literacy");
        RealSite.get("/search.json?kind=event");

        assertThat(value("clearinghouse_searches_for_words_total")).isGreaterThanOrEqualTo(searches + 2);
        assertThat(value("clearinghouse_searches_without_hit_total")).isGreaterThanOrEqualTo(withoutHit + 1);
    }

    @Test
    void each_line_is_a_comment_or_a_figure() {
        assertThat(text().lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> line.matches("[a-z_0-9]+(\\{([a-z_]+=\"[^\"]*\",?)+})? (NaN|-?[0-9.E+-]+)"));
    }

    @Test
    void every_figure_that_an_alert_names_is_there() throws IOException {
        // On this site no link was ever looked at and no backup was made.
        var optional = Set.of("clearinghouse_links_age_seconds", "clearinghouse_backup_age_seconds");
        var told = NAME.matcher(text()).results().map(found -> found.group()).collect(Collectors.toSet());
        var named = new TreeSet<String>();
        for (var file : List.of("docs/alerts.md", "docs/alerts.yml")) {
            NAME.matcher(Files.readString(Path.of(file))).results().forEach(found -> named.add(found.group()));
        }
        named.removeAll(optional);

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(told).containsAll(named);
    }

    @Test
    void the_rules_for_prometheus_are_those_of_the_page() throws IOException {
        var row = Pattern.compile("(?m)^\\| (\\w+) \\| `([^/].*?)`(?: for (\\d+) ([mh])\\w+)? \\| ");
        var rule = Pattern.compile("- alert: (\\w+)\\n +expr: '(.*)'\\n(?: +for: (\\d+)([mh])\\n)?");
        var onPage = alerts(row, "docs/alerts.md");

        assertThat(onPage).hasSizeGreaterThan(15);
        assertThat(alerts(rule, "docs/alerts.yml")).isEqualTo(onPage);
    }

    private static List<String> alerts(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(Path.of(file)))
                .results()
                .map(found -> found.group(1) + ": " + found.group(2) + " for " + found.group(3) + found.group(4))
                .toList();
    }

    private static String text() {
        return RealSite.get("/metrics").body();
    }

    private static double value(String name) {
        return text().lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static int forwarded(String authorization) {
        var answer = authorization.isEmpty()
                ? RealSite.get("/metrics", "X-Forwarded-For", "203.0.113.9")
                : RealSite.get("/metrics", "X-Forwarded-For", "203.0.113.9", "Authorization", authorization);
        return answer.statusCode();
    }

    private static void send(String method, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(RealSite.url() + path))
                    .method(method, HttpRequest.BodyPublishers.noBody());
            client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
