package org.ssos.clearinghouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssos.clearinghouse.web.SmallSite.LIMITS;
import static org.ssos.clearinghouse.web.SmallSite.waitFor;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.web.Rejections.Kind;
import tools.jackson.databind.json.JsonMapper;

/** What the site does with more than it can take, and with those who are slow on purpose. */
class DoorTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int DRIBBLE_MILLIS = 50;

    @Test
    void what_cannot_begin_soon_is_refused_in_words_and_operators_never_are() throws Exception {
        try (var site = new SmallSite(LIMITS)) {
            var held = IntStream.range(0, LIMITS.atWork() + LIMITS.waiting())
                    .mapToObj(_ -> site.ask("/held"))
                    .toList();
            // Those that wait are refused in time, and nobody else has been.
            waitFor(() -> held.stream().filter(CompletableFuture::isDone).count() == LIMITS.waiting());
            for (var answer : held) if (answer.isDone()) assertIsBusy(answer.join());

            long before = System.nanoTime();
            assertIsBusy(site.get("/quick"));
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
            assertThat(site.get("/health/live").body()).isEqualTo("live");
            assertThat(site.get("/metrics").body()).isEqualTo("figures");

            site.held.countDown();
            waitFor(() -> held.stream().allMatch(CompletableFuture::isDone));
            assertThat(held.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                    .containsOnly(200, 503);
            assertThat(site.get("/quick").body()).isEqualTo("here");
            waitFor(() -> site.rejections.of(Kind.BUSY) == LIMITS.waiting() + 1);
        }
    }

    @Test
    void those_who_wait_for_other_sites_keep_nobody_out() throws Exception {
        try (var site = new SmallSite(LIMITS)) {
            var waiting = IntStream.range(0, LIMITS.atWork() + LIMITS.waiting())
                    .mapToObj(_ -> site.ask("/waits-for-others"))
                    .toList();
            waitFor(() -> site.outside.get() == waiting.size());
            for (int i = 0; i < 10; i++) assertThat(site.get("/quick").body()).isEqualTo("here");
            site.held.countDown();
            for (var answer : waiting) assertThat(answer.join().body()).isEqualTo("let go");
            assertThat(site.rejections.of(Kind.BUSY)).isZero();
        }
    }

    @Test
    void one_visitor_who_asks_too_fast_is_told_so_and_others_are_not() throws Exception {
        var limits = new DoorLimits(8, 8, Duration.ofSeconds(1), 60, 40, Duration.ofSeconds(5), 1, 3);
        try (var site = new SmallSite(limits)) {
            var statuses = new ArrayList<Integer>();
            for (int i = 0; i < 6; i++) statuses.add(site.get("/quick").statusCode());

            assertThat(statuses).startsWith(200, 200).endsWith(429, 429);
            var refused = site.get("/quick", "X-Forwarded-For", "192.0.2.1");
            assertThat(refused.statusCode())
                    .as("who is no proxy says nothing of others")
                    .isEqualTo(429);
            assertThat(refused.body()).contains("That was too fast for us");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(site.get("/health/live").statusCode()).isEqualTo(200);
            waitFor(() -> site.rejections.of(Kind.TOO_MANY) >= 3);
        }
    }

    @Test
    void a_hundred_slow_clients_are_cut_off_and_hold_nobody_up() throws Exception {
        var limits = new DoorLimits(2, 2, Duration.ofMillis(300), 200, 150, Duration.ofMillis(700), 0, 0);
        try (var site = new SmallSite(limits)) {
            var heads = lines(site, 40, "GET /quick HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            var bodies = lines(
                    site,
                    40,
                    "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FORM
                            + "\r\nContent-Length: 5000\r\n\r\n");
            var readers = lines(site, 20, "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
            for (int i = 0; i < 10; i++)
                assertThat(site.get("/quick").statusCode()).isEqualTo(200);

            var dribbling = new ArrayList<>(heads);
            dribbling.addAll(bodies);
            waitFor(() -> {
                dribbling.removeIf(DoorTest::isCutOff);
                return dribbling.isEmpty() && site.rejections.of(Kind.SLOW) == 100;
            });
            for (int i = 0; i < 10; i++)
                assertThat(site.get("/quick").statusCode()).isEqualTo(200);
            for (var reader : readers) reader.close();
        }
    }

    @Test
    void a_quiet_connection_and_a_long_request_are_left_alone() throws Exception {
        try (var site = new SmallSite(LIMITS);
                var quiet = site.line("")) {
            var held = site.ask("/held");
            lines(site, 1, "GET /quick HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
            // By then a slow one has been cut off, and these two are as old.
            waitFor(() -> site.rejections.of(Kind.SLOW) == 1);

            quiet.getOutputStream().write("GET /quick HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(new String(quiet.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("here");
            site.held.countDown();
            assertThat(held.join().body()).isEqualTo("let go");
        }
    }

    @Test
    void one_address_cannot_take_all_connections() throws Exception {
        var limits = new DoorLimits(8, 8, Duration.ofSeconds(1), 60, 5, Duration.ofSeconds(5), 0, 0);
        try (var site = new SmallSite(limits)) {
            var lines = lines(site, 9, "");
            waitFor(() -> site.rejections.of(Kind.CROWDED) == 4);
            assertThat(lines.stream().filter(DoorTest::isCutOff)).hasSize(4);

            for (var line : lines) line.close();
            waitFor(() -> answers(site));
        }
    }

    @Test
    void a_body_is_bounded_by_its_address_whether_or_not_it_says_how_long_it_is() throws Exception {
        try (var site = new SmallSite(LIMITS)) {
            var text = "text=" + "x".repeat(70_000);

            assertThat(site.post("/form", FORM, "text=a%20b&text=c").body()).isEqualTo("got a b+c");
            assertThat(site.post("/suggest", FORM, text).body()).isEqualTo("got 70005");
            var refused = site.post("/form", FORM, text);
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).contains("what you typed should still stand");
            var chunked = site.request("/form", "Content-Type", FORM)
                    .POST(HttpRequest.BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))))
                    .build();
            assertThat(site.client.send(chunked, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(413);
            waitFor(() -> site.rejections.of(Kind.TOO_LARGE) == 2);
        }
    }

    @Test
    void nothing_but_forms_is_taken() throws Exception {
        try (var site = new SmallSite(LIMITS)) {
            for (var type : List.of("multipart/form-data; boundary=x", "application/json", "text/plain", "x")) {
                var refused = site.post("/form", type, "--x--");
                assertThat(refused.statusCode()).as(type).isEqualTo(415);
                assertThat(refused.body()).contains("takes its own forms and no files");
            }
            var problem = site.post("/api/v1/search", "application/json", "{}");
            assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(JsonMapper.shared()
                            .readTree(problem.body())
                            .get("status")
                            .intValue())
                    .isEqualTo(415);
            waitFor(() -> site.rejections.of(Kind.WRONG_TYPE) == 5);
        }
    }

    private static void assertIsBusy(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.body()).contains("starting or very busy");
    }

    private static boolean answers(SmallSite site) {
        try {
            return site.get("/quick").statusCode() == 200;
        } catch (IOException closed) {
            return false;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<Socket> lines(SmallSite site, int count, String text) throws IOException {
        var lines = new ArrayList<Socket>();
        for (int i = 0; i < count; i++) lines.add(site.line(text));
        return lines;
    }

    /** Sends one more byte, and looks whether anybody is still there. */
    private static boolean isCutOff(Socket line) {
        try {
            line.setSoTimeout(DRIBBLE_MILLIS);
            line.getOutputStream().write('x');
            return line.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (SocketException closed) {
            return true;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
