package org.ssos.clearinghouse.site;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;

/**
 * Stands between a browser and the site, as a web server or a network's own proxy would, and notes all that such a place
 * sees and keeps: the first line of each request and its headers, but not the form inside. Notes every line that the site
 * logs as well, also those that it usually does not write.
 */
final class Eavesdropper implements AutoCloseable {
    /** What a client sets for itself, or what belongs to the line only. */
    private static final Set<String> NOT_HANDED_ON =
            Set.of("host", "connection", "content-length", "upgrade", "transfer-encoding", "expect", "accept-encoding");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.ssos.clearinghouse");
    private final Logger javalin = (Logger) LoggerFactory.getLogger("io.javalin");
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            var thrown = event.getThrowableProxy();
            logged.add(
                    event.getFormattedMessage() + (thrown == null ? "" : "\n" + ThrowableProxyUtil.asString(thrown)));
        }
    };
    private final String site;
    private final HttpServer server;

    Eavesdropper(String site) throws IOException {
        this.site = site;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
        ours.setLevel(Level.TRACE);
        javalin.setLevel(Level.TRACE);
        appender.start();
        root.addAppender(appender);
    }

    /** Where the browser goes in the place of the site. */
    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** First lines and headers of all requests so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    List<String> logged() {
        return List.copyOf(logged);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
        ours.setLevel(null);
        javalin.setLevel(null);
        server.stop(0);
        threads.close();
        client.close();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n"
                    + exchange.getRequestHeaders().entrySet());
            var request = HttpRequest.newBuilder(URI.create(site + exchange.getRequestURI()))
                    .method(
                            exchange.getRequestMethod(),
                            BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (isHandedOn(name)) values.forEach(value -> request.header(name, value));
            });
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            answer.headers().map().forEach((name, values) -> {
                if (isHandedOn(name)) exchange.getResponseHeaders().put(name, values);
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    private static boolean isHandedOn(String header) {
        return !header.startsWith(":") && !NOT_HANDED_ON.contains(header.toLowerCase(Locale.ROOT));
    }
}
