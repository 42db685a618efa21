package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program as a process of its own, told to end while somebody waits for an answer. */
class StoppingTest {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String FORM = "email=nobody%40example.org&password=lantern";
    private static final int ENDED_BY_SIGNAL = 143;

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Process program;

    private int port;

    @BeforeEach
    void start() throws IOException {
        for (var part : List.of("schema", "vocabulary", "search", "vetting")) {
            CrashRuns.copy(Path.of("content", part), folder.resolve("content").resolve(part));
        }
        CrashRuns.copy(Path.of("content/stories"), folder.resolve("content/stories"));
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve"))
                .redirectError(folder.resolve("errors.txt").toFile());
        var environment = builder.environment();
        environment.put(Setting.PORT.variable(), "0");
        environment.put(Setting.CONTENT.variable(), folder.resolve("content").toString());
        environment.put(Setting.DATA.variable(), folder.resolve("data").toString());
        environment.put(Setting.INDEX.variable(), folder.resolve("index").toString());
        environment.put(Setting.LINKS_HOUR.variable(), "off");
        program = builder.start();
        var ready = program.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(ready).as(errors()).startsWith("Ready: http://localhost:");
        port = Integer.parseInt(ready.substring(ready.lastIndexOf(':') + 1));
        // Once each, because the first time takes longest and a stop is short.
        for (var path : List.of("/health/ready", "/health/live", "/about", "/none", "/sign-in")) get(path);
    }

    @AfterEach
    void end() {
        program.destroyForcibly();
    }

    @Test
    void what_runs_gets_its_whole_answer_what_is_new_is_refused_and_nothing_is_left_open() throws Exception {
        try (var slow = connect();
                var kept = connect()) {
            assertThat(ask(kept, "GET /about HTTP/1.1")).first().asString().contains(" 200 ");
            begin(slow, FORM.length());
            send(slow, FORM.substring(0, 5));
            awaitBegun();

            var told = Instant.now();
            program.destroy();
            await(() -> get("/health/ready").getFirst().contains(" 503 "));
            assertThat(get("/health/ready")).anyMatch(line -> line.startsWith("Retry-After: "));
            assertThat(get("/health/live")).first().asString().contains(" 200 ");
            var refused = get("/about");
            assertThat(refused).first().asString().contains(" 503 ");
            assertThat(refused).anyMatch(line -> line.startsWith("Retry-After: "));
            assertThat(refused).anyMatch(line -> line.contains("We are not ready yet"));
            assertThat(ask(kept, "GET /about HTTP/1.1")).first().asString().contains(" 503 ");
            assertThat(kept.getInputStream().read())
                    .as("a connection that was kept open ends")
                    .isEqualTo(-1);

            send(slow, FORM.substring(5));
            var answer = read(slow);
            assertThat(answer).first().asString().matches("HTTP/1.1 (200|403|422) .*");
            assertThat(answer).anyMatch(line -> line.contains("</html>"));

            assertThat(program.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.between(told, Instant.now())).isLessThan(LONGEST);
        }
        assertThat(program.exitValue()).isEqualTo(ENDED_BY_SIGNAL);
        assertThat(folder.resolve("data/clearinghouse.db")).exists();
        assertThat(folder.resolve("data/clearinghouse.db-wal")).doesNotExist();
        assertThat(errors()).doesNotContain("ERROR");
    }

    @Test
    void a_second_signal_ends_it_at_once() throws Exception {
        try (var slow = connect()) {
            begin(slow, FORM.length());
            awaitBegun();
            program.destroy();
            await(() -> get("/health/ready").getFirst().contains(" 503 "));
            var told = Instant.now();
            program.destroy();
            // Well before the patience with what runs is at its end.
            assertThat(program.waitFor(3, TimeUnit.SECONDS)).isTrue();
            assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(3));
        }
        assertThat(program.exitValue()).isEqualTo(ENDED_BY_SIGNAL);
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    /** Two requests run then: the slow one, and the one that asks. */
    private void awaitBegun() throws Exception {
        await(() -> get("/metrics").stream().anyMatch("clearinghouse_requests_running 2.0"::equals));
    }

    private void begin(Socket socket, int length) throws IOException {
        send(
                socket,
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: " + length + "\r\n\r\n");
    }

    private List<String> get(String path) throws IOException {
        try (var socket = connect()) {
            return ask(socket, "GET " + path + " HTTP/1.1\r\nConnection: close");
        }
    }

    private List<String> ask(Socket socket, String line) throws IOException {
        send(socket, line + "\r\nHost: localhost\r\n\r\n");
        return read(socket);
    }

    private Socket connect() throws IOException {
        return new Socket("localhost", port);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** The lines of one answer, headers first; the body has the length that they say, or ends with the connection. */
    private static List<String> read(Socket socket) throws IOException {
        var lines = new ArrayList<String>();
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 1);
        int length = -1;
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            lines.add(line);
            if (line.startsWith("Content-Length: ")) length = Integer.parseInt(line.substring(16));
        }
        var body = new StringBuilder();
        while (length < 0 || body.length() < length) {
            int letter = reader.read();
            if (letter < 0) break;
            body.append((char) letter);
        }
        body.toString().lines().forEach(lines::add);
        return lines;
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors.txt"));
    }
}
