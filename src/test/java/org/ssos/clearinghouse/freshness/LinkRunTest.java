package org.ssos.clearinghouse.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.account.MovingClock;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.submission.LinkChecker;
import org.ssos.clearinghouse.submission.LinkState;
import org.ssos.clearinghouse.submission.LinkState.CannotTell;
import org.ssos.clearinghouse.submission.LinkState.Dead;
import org.ssos.clearinghouse.submission.LinkState.Works;

/** Against a server of our own, on this machine. */
class LinkRunTest {
    private static final LinkExceptions NONE = new LinkExceptions(List.of());

    private final MovingClock clock = new MovingClock();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger status = new AtomicInteger(200);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @SuppressWarnings("NullAway.Init")
    private LinkBook book;

    @SuppressWarnings("NullAway.Init")
    private LinkChecker checker;

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        database = Database.in(folder.resolve("data"));
        book = new LinkBook(database);
        checker = new LinkChecker(
                (_, port) -> port == server.getAddress().getPort(), () -> "https://directory.example.org");
        content("resources/one.yaml", "/page", "/changing", "/gone");
    }

    @AfterEach
    void close() {
        checker.close();
        server.stop(0);
        database.close();
    }

    @Test
    void each_address_is_asked_and_the_report_names_the_files() throws Exception {
        content("resources/two.yaml", "/gone", "/closed");

        var report = run(NONE);

        assertThat(state(report, url("/page"))).isEqualTo(new Works());
        assertThat(state(report, url("/gone"))).isInstanceOf(Dead.class);
        assertThat(state(report, url("/closed"))).isInstanceOf(CannotTell.class);
        assertThat(report.hasDead()).isTrue();
        assertThat(report.lines())
                .containsExactly(
                        "resources/one.yaml",
                        "  dead: " + url("/gone") + " (its server says that nothing is there (404))",
                        "resources/two.yaml",
                        "  cannot tell: " + url("/closed") + " (its server lets programs or strangers not in (403))",
                        "  dead: " + url("/gone") + " (its server says that nothing is there (404))",
                        "4 addresses: 2 work, 1 dead, 1 cannot be told, 0 of them by exception.");
    }

    @Test
    void the_second_time_a_server_is_only_asked_whether_anything_changed() throws Exception {
        run(NONE);
        asked.clear();

        var report = run(NONE);

        assertThat(asked).contains("HEAD /page \"v1\" null", "HEAD /changing null Sat, 21 Nov 2026 08:00:00 GMT");
        assertThat(state(report, url("/page"))).isEqualTo(new Works());
        asked.clear();
        run(NONE);
        assertThat(asked).as("what is known outlasts an unchanged answer").contains("HEAD /page \"v1\" null");
    }

    @Test
    void a_dead_link_keeps_its_days_until_it_works_again() throws Exception {
        run(NONE);
        clock.pass(Duration.ofDays(1));
        run(NONE);
        run(NONE);

        assertThat(book.dead().get("resources/one.yaml"))
                .singleElement()
                .extracting(LinkBook.Dead::days)
                .isEqualTo(List.of(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22)));

        status.set(500);
        run(NONE);
        assertThat(book.dead()).as("nobody can tell").isEmpty();
        status.set(404);
        clock.pass(Duration.ofDays(1));
        run(NONE);
        assertThat(book.dead().values())
                .singleElement()
                .satisfies(links -> assertThat(links.getFirst().days()).hasSize(3));
        server.removeContext("/");
        server.createContext("/", exchange -> send(exchange, 200));
        run(NONE);
        assertThat(book.dead()).isEmpty();
    }

    @Test
    void an_exception_is_not_asked_and_says_why() throws Exception {
        var report = run(
                new LinkExceptions(List.of(new LinkExceptions.Spared(url("/gone"), "opened by hand each quarter"))));

        assertThat(report.lines())
                .contains("  exception: " + url("/gone") + " (opened by hand each quarter)")
                .last()
                .isEqualTo("3 addresses: 2 work, 0 dead, 1 cannot be told, 1 of them by exception.");
        assertThat(asked).noneMatch(line -> line.contains("/gone"));
    }

    @Test
    void a_server_that_asks_for_peace_is_left_alone() throws Exception {
        content("resources/one.yaml", "/a-busy", "/b", "/c");

        var report = run(NONE);

        assertThat(asked).containsExactly("HEAD /a-busy null null");
        assertThat(report.answers().values()).allMatch(answer -> answer.state() instanceof CannotTell);
    }

    @Test
    void there_is_a_pause_between_two_questions_to_one_host() throws Exception {
        long start = System.nanoTime();
        new LinkRun(book, checker, clock, Duration.ofMillis(150)).run(files(), NONE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void two_runs_do_not_ask_at_once_and_one_that_was_cut_off_does_not_block_for_ever() throws Exception {
        assertThat(book.begin(clock.instant())).isPresent();
        var run = new LinkRun(book, checker, clock, Duration.ZERO);
        assertThat(run.run(files(), NONE)).isEmpty();
        clock.pass(Duration.ofHours(7));
        assertThat(run.run(files(), NONE)).isPresent();
    }

    @Test
    void what_no_file_names_any_more_is_forgotten() throws Exception {
        run(NONE);
        content("resources/one.yaml", "/page");
        run(NONE);
        assertThat(book.dead()).isEmpty();
        assertThat(book.of("resources/one.yaml")).hasSize(1);
    }

    private LinkReport run(LinkExceptions exceptions) throws Exception {
        return new LinkRun(book, checker, clock, Duration.ZERO)
                .run(files(), exceptions)
                .orElseThrow();
    }

    private static LinkState state(LinkReport report, String address) {
        return Objects.requireNonNull(report.answers().get(address)).state();
    }

    private ContentFiles files() {
        return ContentFiles.in(folder.resolve("content"));
    }

    private void content(String file, String... paths) throws IOException {
        var text = new StringBuilder("id: one\nlinks:\n");
        for (var path : paths)
            text.append("  - {label: A page, url: '").append(url(path)).append("'}\n");
        var target = folder.resolve("content").resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path + " " + headers.getFirst("If-None-Match") + " "
                + headers.getFirst("If-Modified-Since"));
        switch (path) {
            case "/page" -> {
                exchange.getResponseHeaders().set("ETag", "\"v1\"");
                send(exchange, "\"v1\"".equals(headers.getFirst("If-None-Match")) ? 304 : 200);
            }
            case "/changing" -> {
                exchange.getResponseHeaders().set("Last-Modified", "Sat, 21 Nov 2026 08:00:00 GMT");
                send(exchange, 200);
            }
            case "/gone" -> send(exchange, status.get() == 200 ? 404 : status.get());
            case "/closed" -> send(exchange, 403);
            case "/a-busy" -> send(exchange, 429);
            default -> send(exchange, 200);
        }
    }

    private static void send(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
