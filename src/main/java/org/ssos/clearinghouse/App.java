package org.ssos.clearinghouse;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.ssos.clearinghouse.browse.EntryHandler;
import org.ssos.clearinghouse.browse.GlossaryHandler;
import org.ssos.clearinghouse.browse.HomeHandler;
import org.ssos.clearinghouse.browse.ListHandler;
import org.ssos.clearinghouse.browse.TopicHandler;
import org.ssos.clearinghouse.ops.HealthHandler;
import org.ssos.clearinghouse.web.Assets;
import org.ssos.clearinghouse.web.ErrorPages;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.SecurityHeaders;
import org.ssos.clearinghouse.web.Site;

/** The running site. Every object is made here, in the order it is needed. */
public final class App implements AutoCloseable {
    /** Ten thousand characters of a query, each written as up to twelve in an address. */
    private static final int LONGEST_ADDRESS = 128 * 1024;

    private final FolderLock lock;
    private final LiveContent content;
    private final Javalin server;
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicInteger port = new AtomicInteger();
    private final Settings settings;

    private App(Settings settings, Clock clock, FolderLock lock, LiveContent content) {
        this.settings = settings;
        this.lock = lock;
        this.content = content;

        var snapshots = content.snapshots();
        var assets = new Assets();
        var site = new Site(
                this::baseUrl,
                settings.operator(),
                settings.operatorContact(),
                settings.official(),
                content::newest,
                assets);
        var pages = new Pages(clock);

        server = Javalin.create(config -> {
            configure(config);
            new SecurityHeaders(settings.isHttps()).addRoutes(config.routes);
            assets.addRoutes(config.routes);
            new HomeHandler(snapshots, pages, site, clock).addRoutes(config.routes);
            new ListHandler(snapshots, pages, site, clock).addRoutes(config.routes);
            new EntryHandler(snapshots, pages, site, clock).addRoutes(config.routes);
            new TopicHandler(snapshots, pages, site, clock).addRoutes(config.routes);
            new GlossaryHandler(snapshots, pages, site).addRoutes(config.routes);
            new HealthHandler(ready::get).addRoutes(config.routes);
            new ErrorPages(pages, site, clock).addRoutes(config.routes);
        });
    }

    /**
     * Starts the site; it is ready for visitors when this returns.
     *
     * @throws Refusal when the folders are in use, the content cannot be read or the port is taken
     */
    public static App start(Settings settings, Clock clock) throws IOException, Refusal {
        var lock = FolderLock.take(settings.data());
        try {
            var content = new LiveContent(settings, clock);
            try {
                var app = new App(settings, clock, lock, content);
                app.listen();
                return app;
            } catch (Refusal | RuntimeException failure) {
                content.close();
                throw failure;
            }
        } catch (IOException | Refusal | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    public int port() {
        return port.get();
    }

    /** The address of the home page as visitors reach it, without a slash at its end. */
    public String baseUrl() {
        return settings.baseUrl() == null ? "http://localhost:" + port() : settings.baseUrl();
    }

    /** Lets the requests that are under way end, then stops. */
    @Override
    public void close() throws IOException {
        ready.set(false);
        server.stop();
        content.close();
        lock.close();
    }

    private void listen() throws Refusal {
        try {
            server.start(settings.host(), settings.port());
        } catch (JavalinBindException taken) {
            throw new Refusal("Port " + settings.port() + " of " + settings.host()
                    + " cannot be opened. Stop what uses it, or let CLEARINGHOUSE_PORT name another one"
                    + " (0 takes a free one).");
        }
        port.set(server.port());
        ready.set(true);
    }

    private static void configure(JavalinConfig config) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        // Bodies compress themselves, once for all visitors.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(LONGEST_ADDRESS);
            http.setSendServerVersion(false);
        });
    }
}
