package org.ssos.clearinghouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** What the log says, and what it never says. */
class NothingSecretInLogTest {
    private static final String WRONG_PASSWORD = "qqwrong lantern";
    private static final String SEARCHED = "qqxylophone";
    private static final String VISITOR = "198.51.100.77";

    /** Everything that our own code and the web framework could log, however little of it is usually written. */
    private static final class Listening extends AppenderBase<ILoggingEvent> implements AutoCloseable {
        private static final List<Logger> LOGGERS = Stream.of("org.ssos.clearinghouse", "io.javalin")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final List<Map<String, String>> contexts = new CopyOnWriteArrayList<>();
        private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

        Listening() {
            start();
            LOGGERS.forEach(logger -> logger.setLevel(Level.TRACE));
            root.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent event) {
            var thrown = event.getThrowableProxy();
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage()
                    + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown)));
            contexts.add(event.getMDCPropertyMap());
        }

        @Override
        public void close() {
            root.detachAppender(this);
            LOGGERS.forEach(logger -> logger.setLevel(null));
            stop();
        }
    }

    @Test
    void no_password_code_link_mail_query_or_address_of_a_visitor_is_logged() throws Exception {
        try (var site = new AccountSite();
                var listening = new Listening()) {
            var person = site.person(Role.EDITOR);
            var browser = site.browser();
            browser.fill("/sign-in", "/sign-in", "email", person.email(), "password", WRONG_PASSWORD);
            browser.fill("/sign-in", "/sign-in", "email", person.email(), "password", AccountSite.PASSWORD);
            var code = site.code(person.secret());
            browser.post("/sign-in/code", "code", code);
            var invitation = site.invite(AccountSite.freshEmail(), Role.CURATOR);
            browser.get(invitation);
            browser.get("/roadmaps/" + SEARCHED);
            browser.get("/search?q=" + SEARCHED);
            browser.get("/leas/" + SEARCHED + "?q=" + SEARCHED);
            browser.post("/feedback", "comment", SEARCHED, "email", SEARCHED + "@example.org");
            browser.post("/curate/none/" + SEARCHED, "text", SEARCHED);
            var asked = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + site.app.port() + "/search?q=" + SEARCHED + "&page=x"))
                    .header("X-Forwarded-For", VISITOR)
                    .header("Cookie", "session=" + SEARCHED)
                    .header("User-Agent", SEARCHED)
                    .build();
            try (var client = HttpClient.newHttpClient()) {
                client.send(asked, BodyHandlers.discarding());
            }

            var cookies = browser.cookies.values().stream()
                    .filter(value -> value.length() > 8)
                    .toList();
            var secrets = Stream.concat(
                            Stream.of(
                                    WRONG_PASSWORD,
                                    AccountSite.PASSWORD,
                                    person.email(),
                                    person.secret(),
                                    invitation.substring(invitation.lastIndexOf('/') + 1),
                                    SEARCHED,
                                    VISITOR,
                                    "127.0.0.1"),
                            cookies.stream())
                    .toList();
            assertThat(listening.lines)
                    .anyMatch(line -> line.matches(".*Door POST /sign-in 303 in \\d+ ms"))
                    .anyMatch(line -> line.matches(".*Door GET /search 200 in \\d+ ms"));
            assertThat(listening.contexts)
                    .anyMatch(context -> context.getOrDefault("request", "").matches("[0-9A-F]{4}-[0-9A-F]{4}"));
            for (var secret : secrets) {
                assertThat(listening.lines).as(secret).noneMatch(line -> line.contains(secret));
            }
        }
    }

    @Test
    void nothing_in_a_message_or_a_failure_can_pass_for_a_line_of_its_own() {
        var lines = written("text").lines().toList();

        assertThat(lines.getFirst()).matches("\\S+Z ERROR o\\.s\\.c\\.Any AB12-CD34 said one 2026-01-01 two x");
        assertThat(lines.subList(1, lines.size())).isNotEmpty().allMatch(line -> line.startsWith("  "));
    }

    @Test
    void for_programs_each_event_is_one_object_on_one_line() {
        var lines = written("json").lines().toList();

        assertThat(lines).hasSize(1);
        var event = JsonMapper.shared().readTree(lines.getFirst());
        assertThat(event.get("level").stringValue()).isEqualTo("ERROR");
        assertThat(event.get("formattedMessage").stringValue()).startsWith("said one");
        assertThat(event.get("mdc").get("request").stringValue()).isEqualTo("AB12-CD34");
        assertThat(event.get("throwable").get("className").stringValue()).endsWith("IllegalStateException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void the_log_goes_to_standard_error(String format) {
        assertThat(appender(format).getTarget()).isEqualTo("System.err");
    }

    /** What the program writes in this format of something that a visitor tries to forge a line with. */
    private static String written(String format) {
        var appender = appender(format);
        var context = (LoggerContext) appender.getContext();
        var event = new LoggingEvent(
                "",
                context.getLogger("org.ssos.clearinghouse.Any"),
                Level.ERROR,
                "said {}",
                new IllegalStateException("broken\n2026-01-01T00:00:00Z INFO forged"),
                new Object[] {"one\r\n2026-01-01 two\u2028\u001bx"});
        event.setMDCPropertyMap(Map.of("request", "AB12-CD34"));
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }

    private static ConsoleAppender<ILoggingEvent> appender(String format) {
        try {
            var context = new LoggerContext();
            context.putProperty("CLEARINGHOUSE_LOG_FORMAT", format);
            var configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(Objects.requireNonNull(NothingSecretInLogTest.class.getResource("/logback.xml")));
            var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            return (ConsoleAppender<ILoggingEvent>) root.getAppender("stderr");
        } catch (ch.qos.logback.core.joran.spi.JoranException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
