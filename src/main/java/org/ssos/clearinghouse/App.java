package org.ssos.clearinghouse;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.AccountFeature;
import org.ssos.clearinghouse.api.ApiHandler;
import org.ssos.clearinghouse.api.DiscoveryHandler;
import org.ssos.clearinghouse.browse.EntryHandler;
import org.ssos.clearinghouse.browse.GlossaryHandler;
import org.ssos.clearinghouse.browse.HomeHandler;
import org.ssos.clearinghouse.browse.ListHandler;
import org.ssos.clearinghouse.browse.PriorityHandler;
import org.ssos.clearinghouse.browse.TopicHandler;
import org.ssos.clearinghouse.browse.crosswalk.CrosswalkHandler;
import org.ssos.clearinghouse.browse.law.LawHandler;
import org.ssos.clearinghouse.browse.law.RestsOn;
import org.ssos.clearinghouse.browse.levels.LevelHandler;
import org.ssos.clearinghouse.browse.levels.Levels;
import org.ssos.clearinghouse.browse.questions.QuestionHandler;
import org.ssos.clearinghouse.browse.questions.Questions;
import org.ssos.clearinghouse.browse.roles.RoleHandler;
import org.ssos.clearinghouse.browse.roles.Roles;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.UnusableDatabase;
import org.ssos.clearinghouse.lea.ChosenLea;
import org.ssos.clearinghouse.lea.LeaHandler;
import org.ssos.clearinghouse.lea.LeaPlaces;
import org.ssos.clearinghouse.lea.LeasHandler;
import org.ssos.clearinghouse.lea.PlaceHandler;
import org.ssos.clearinghouse.lea.SelpaHandler;
import org.ssos.clearinghouse.lea.map.MapHandler;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.ops.HealthHandler;
import org.ssos.clearinghouse.pathway.PathwayHandler;
import org.ssos.clearinghouse.pathway.PathwayLaw;
import org.ssos.clearinghouse.search.Lookup;
import org.ssos.clearinghouse.search.PerCatalog;
import org.ssos.clearinghouse.search.SearchHandler;
import org.ssos.clearinghouse.web.Assets;
import org.ssos.clearinghouse.web.ErrorPages;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.SecurityHeaders;
import org.ssos.clearinghouse.web.Site;
import org.ssos.clearinghouse.web.UnreadableRequests;

/** The running site. Every object is made here, in the order it is needed. */
public final class App implements AutoCloseable {
    /** Ten thousand characters of a query, each written as up to twelve in an address. */
    private static final int LONGEST_ADDRESS = 128 * 1024;

    /** Requests under way may end when the site stops, but not hold it up. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What features tell the pages of the law: which of their pages rest on which section. */
    private static final List<Function<Catalog, List<RestsOn>>> RESTING_ON_LAW =
            List.of(Levels::restingOnLaw, Roles::restingOnLaw, Questions::restingOnLaw, PathwayLaw::of);

    private final FolderLock lock;
    private final Database database;
    private final Outbox outbox;
    private final AccountDesk accountDesk;
    private final LiveContent content;
    private final Javalin server;
    private final AtomicBoolean ready = new AtomicBoolean();
    private final AtomicInteger port = new AtomicInteger();
    private final Settings settings;

    private App(Settings settings, Clock clock, FolderLock lock, Database database, LiveContent content) {
        this.settings = settings;
        this.lock = lock;
        this.database = database;
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

        outbox = new Outbox(
                database, settings.mailServer(), AccountDesk.linkMaker(database, this::baseUrl, clock), clock);
        accountDesk = new AccountDesk(database, outbox.sends(), this::baseUrl, clock);
        var accounts = new AccountFeature(
                database, accountDesk, outbox, pages, site, clock, settings.isHttps(), settings.behindProxy());

        var errors = new ErrorPages(pages, site, clock);
        var lookups = new PerCatalog<>(catalog -> new Lookup(Findables.in(catalog)));
        var search = new SearchHandler(snapshots, lookups, LeaPlaces::of, pages, site, clock);

        server = Javalin.create(config -> {
            configure(config, new UnreadableRequests(errors));
            var routes = config.routes;
            new SecurityHeaders(settings.isHttps()).addRoutes(routes);
            assets.addRoutes(routes);
            accounts.addRoutes(routes);
            new ChosenLea(snapshots::catalog, settings.isHttps()).addRoutes(routes);
            new HomeHandler(snapshots, pages, site, clock).addRoutes(routes);
            new ListHandler(snapshots, pages, site, clock).addRoutes(routes);
            new EntryHandler(snapshots, pages, site, clock).addRoutes(routes);
            new TopicHandler(snapshots, pages, site, clock).addRoutes(routes);
            new GlossaryHandler(snapshots, pages, site).addRoutes(routes);
            new CrosswalkHandler(snapshots, pages, site).addRoutes(routes);
            new MapHandler(snapshots, pages, site).addRoutes(routes);
            new PriorityHandler(snapshots, pages, site, clock).addRoutes(routes);
            new LawHandler(snapshots, pages, site, RESTING_ON_LAW).addRoutes(routes);
            new LevelHandler(snapshots, pages, site).addRoutes(routes);
            new RoleHandler(snapshots, pages, site).addRoutes(routes);
            new QuestionHandler(snapshots, pages, site).addRoutes(routes);
            new PathwayHandler(snapshots, pages, site, clock).addRoutes(routes);
            new LeaHandler(snapshots, pages, site, clock).addRoutes(routes);
            new PlaceHandler(snapshots, pages, site).addRoutes(routes);
            new LeasHandler(snapshots, lookups, pages, site).addRoutes(routes);
            new SelpaHandler(snapshots, pages, site).addRoutes(routes);
            search.addRoutes(routes);
            new ApiHandler(snapshots, lookups, search).addRoutes(routes);
            new DiscoveryHandler(snapshots, site).addRoutes(routes);
            new HealthHandler(ready::get).addRoutes(routes);
            errors.addRoutes(routes);
            answerHead(config);
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
            var database = database(settings);
            try {
                return start(settings, clock, lock, database);
            } catch (IOException | Refusal | RuntimeException failure) {
                database.close();
                throw failure;
            }
        } catch (IOException | Refusal | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    private static App start(Settings settings, Clock clock, FolderLock lock, Database database)
            throws IOException, Refusal {
        var content = new LiveContent(settings, clock);
        try {
            var app = new App(settings, clock, lock, database, content);
            app.listen();
            return app;
        } catch (Refusal | RuntimeException failure) {
            content.close();
            throw failure;
        }
    }

    private static Database database(Settings settings) throws IOException, Refusal {
        try {
            return Database.in(settings.data());
        } catch (UnusableDatabase unusable) {
            throw new Refusal(String.valueOf(unusable.getMessage()));
        }
    }

    /** The link that makes the first account, as long as nobody administers the site; each call ends the one before. */
    public Optional<String> firstAccountLink() {
        return accountDesk.firstAccountLink();
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
        outbox.close();
        content.close();
        database.close();
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
        outbox.start();
        ready.set(true);
    }

    private static void configure(JavalinConfig config, UnreadableRequests unreadable) {
        config.concurrency.useVirtualThreads = true;
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        // Bodies compress themselves, once for all visitors.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyServer(jetty -> {
            jetty.setHandler(new GracefulHandler());
            jetty.setStopTimeout(PATIENCE.toMillis());
            jetty.setErrorHandler(unreadable);
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(LONGEST_ADDRESS);
            http.setSendServerVersion(false);
        });
    }

    /** HEAD answers as GET does, with the same headers; the server leaves the content out. */
    private static void answerHead(JavalinConfig config) {
        for (var known : List.copyOf(config.unsafe.internalRouter.allHttpHandlers())) {
            var endpoint = known.endpoint;
            if (endpoint.method.equals(HandlerType.GET)) {
                config.routes.addEndpoint(new Endpoint(HandlerType.HEAD, endpoint.path, endpoint.handler));
            }
        }
    }
}
