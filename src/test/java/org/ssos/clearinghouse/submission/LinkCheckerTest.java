package org.ssos.clearinghouse.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssos.clearinghouse.submission.LinkState.CannotTell;
import org.ssos.clearinghouse.submission.LinkState.Dead;
import org.ssos.clearinghouse.submission.LinkState.Works;

/** Against a server of our own, on this machine. */
class LinkCheckerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);
    private HttpServer server = start();
    private LinkChecker checker = new LinkChecker((_, _) -> true, () -> "https://directory.example.org");

    @BeforeEach
    void listen() {
        server.createContext("/status/", exchange -> {
            mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("User-Agent"));
            var parts = exchange.getRequestURI().getPath().split("/", -1);
            int status = Integer.parseInt(
                    parts.length > 3 && exchange.getRequestMethod().equals("HEAD") ? parts[3] : parts[2]);
            atOnce.decrementAndGet();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.createContext("/to", exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            try {
                never.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        never.countDown();
        checker.close();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "200, Works",
        "204, Works",
        "404, Dead",
        "410, Dead",
        "403, CannotTell",
        "429, CannotTell",
        "500, CannotTell"
    })
    void there_are_three_states(int status, String state) {
        assertThat(state("/status/" + status).getClass().getSimpleName()).isEqualTo(state);
    }

    @Test
    void a_page_that_answers_only_a_full_request_works() {
        assertThat(state("/status/200/405")).isEqualTo(new Works());
        assertThat(asked).hasSize(2).allMatch(line -> line.endsWith("(+https://directory.example.org)"));
    }

    @Test
    void redirects_are_followed_to_their_end_and_not_for_ever() {
        assertThat(state("/to?/status/200")).isEqualTo(new Works());
        assertThat(state("/to?/status/404")).isInstanceOf(Dead.class);
        assertThat(state("/to?/to")).isInstanceOf(CannotTell.class);
    }

    @Test
    void a_server_is_asked_one_thing_at_a_time() {
        var addresses = IntStream.range(0, 12)
                .mapToObj(number -> url("/status/200?" + number))
                .toList();

        assertThat(checker.check(addresses, PATIENCE).values()).containsOnly(new Works());
        assertThat(mostAtOnce).hasValue(1);
    }

    @Test
    void nobody_waits_longer_than_they_want_to() {
        assertThat(checker.check(List.of(url("/silent")), Duration.ofMillis(200))
                        .values())
                .singleElement()
                .isInstanceOf(CannotTell.class);
    }

    @Test
    void too_many_links_are_not_all_looked_at() {
        var addresses = IntStream.range(0, 30)
                .mapToObj(number -> url("/status/200?" + number))
                .toList();

        assertThat(checker.check(addresses, PATIENCE)).hasSize(30);
        assertThat(asked).hasSizeLessThan(20);
    }

    @Test
    void what_is_no_address_is_dead_and_what_nobody_knows_is_uncertain() {
        assertThat(checker.check(List.of("https://exa mple.org", "mailto:a@b.c"), PATIENCE)
                        .values())
                .allMatch(state -> state instanceof Dead);
        assertThat(checker.check(List.of("https://nobody.invalid/"), PATIENCE).values())
                .allMatch(state -> state instanceof CannotTell);
    }

    @Test
    void nothing_inside_our_own_network_is_asked_for_a_stranger_also_not_by_a_redirect() {
        try (var strict = new LinkChecker(Reach.PUBLIC, () -> "")) {
            assertThat(strict.check(List.of(url("/status/200")), PATIENCE).values())
                    .containsOnly(new CannotTell("it is not on the public web"));
        }
        try (var first =
                new LinkChecker((_, port) -> port == server.getAddress().getPort(), () -> "")) {
            assertThat(first.check(List.of(url("/to?http://127.0.0.1:1/")), PATIENCE)
                            .values())
                    .containsOnly(new CannotTell("it is not on the public web"));
        }
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "93.184.216.34, 443, true",
        "93.184.216.34, 8080, false",
        "127.0.0.1, 443, false",
        "10.1.2.3, 443, false",
        "172.16.0.1, 443, false",
        "192.168.1.1, 80, false",
        "169.254.169.254, 80, false",
        "100.64.0.1, 80, false",
        "0.0.0.0, 80, false",
        "224.0.0.1, 80, false",
        "::1, 80, false",
        "fd00::1, 80, false",
        "fe80::1, 80, false",
        "::ffff:10.0.0.1, 80, false",
        "64:ff9b::a00:1, 80, false",
        "2002:a00:1::, 80, false",
        "2606:2800:220:1:248:1893:25c8:1946, 443, true"
    })
    void only_the_public_web_is_within_reach(String address, int port, boolean within) throws IOException {
        assertThat(Reach.PUBLIC.mayAsk(InetAddress.getByName(address), port)).isEqualTo(within);
    }

    private LinkState state(String path) {
        Map<String, LinkState> states = checker.check(List.of(url(path)), PATIENCE);
        return states.values().iterator().next();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + URI.create(path);
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
