package org.ssos.clearinghouse.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.ssos.clearinghouse.entry.PartialDate;

/** A door with a few addresses behind it, and bounds so low that one test can reach them. */
final class SmallSite implements AutoCloseable {
    static final DoorLimits LIMITS = new DoorLimits(2, 2, Duration.ofMillis(300), 60, 40, Duration.ofMillis(700), 0, 0);
    private static final int LARGE = 64 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Rejections rejections = new Rejections();
    final CountDownLatch held = new CountDownLatch(1);

    /** How many wait for others. */
    final AtomicInteger outside = new AtomicInteger();

    final HttpClient client = HttpClient.newHttpClient();
    private final Javalin server;

    SmallSite(DoorLimits limits) {
        var clock = Clock.systemUTC();
        var pages = new Pages(clock);
        var site = new Site(
                () -> "http://localhost", null, null, false, () -> PartialDate.of(LocalDate.EPOCH), new Assets());
        var errors = new ErrorPages(pages, site, clock);
        var headers = new SecurityHeaders(false, List.of());
        var visitors = new VisitorAddress(List.of("127.0.0.9"));
        var refusals = new UnreadableRequests(errors, headers, rejections);
        var door = new Door("127.0.0.1", 0, limits, visitors, refusals, rejections);
        var large = new byte[LARGE];
        server = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.jetty.modifyServer(jetty -> jetty.setHandler(new GracefulHandler()));
            door.configure(config);
            headers.addRoutes(config.routes);
            door.addRoutes(config.routes);
            errors.addRoutes(config.routes);
            config.routes.get("/quick", ctx -> ctx.result("here"));
            config.routes.get("/large", ctx -> ctx.result(large));
            config.routes.get("/held", ctx -> {
                held.await();
                ctx.result("let go");
            });
            config.routes.get("/waits-for-others", ctx -> {
                Door.letOthersIn(ctx);
                outside.incrementAndGet();
                held.await();
                ctx.result("let go");
            });
            config.routes.get("/health/live", ctx -> ctx.result("live"));
            config.routes.get("/metrics", ctx -> ctx.result("figures"));
            config.routes.post("/form", ctx -> ctx.result("got " + String.join("+", ctx.formParams("text"))));
            config.routes.post("/suggest", ctx -> ctx.result("got " + ctx.body().length()));
        });
        server.start("127.0.0.1", 0);
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return client.send(request(path, headers).build(), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> ask(String path) {
        return client.sendAsync(request(path).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String type, String body) throws Exception {
        var request = request(path, "Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** A line to the site on which nothing was said but this. */
    Socket line(String text) throws IOException {
        var socket = new Socket();
        // Small, so that an answer nobody reads soon stands still.
        socket.setReceiveBufferSize(8 * 1024);
        socket.connect(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), server.port()));
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    static void waitFor(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(condition);
    }

    @Override
    public void close() {
        held.countDown();
        client.close();
        server.stop();
    }
}
