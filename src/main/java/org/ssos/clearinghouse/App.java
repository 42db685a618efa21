package org.ssos.clearinghouse;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.AccountFeature;
import org.ssos.clearinghouse.api.ApiHandler;
import org.ssos.clearinghouse.api.DiscoveryHandler;
import org.ssos.clearinghouse.awareness.Awareness;
import org.ssos.clearinghouse.awareness.AwarenessHandler;
import org.ssos.clearinghouse.backup.NightlyBackups;
import org.ssos.clearinghouse.backup.Restore;
import org.ssos.clearinghouse.browse.EntryHandler;
import org.ssos.clearinghouse.browse.GlossaryHandler;
import org.ssos.clearinghouse.browse.HomeHandler;
import org.ssos.clearinghouse.browse.Item;
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
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.Forgetting;
import org.ssos.clearinghouse.db.Unavailable;
import org.ssos.clearinghouse.db.UnusableDatabase;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.feedback.FeedbackHandler;
import org.ssos.clearinghouse.feedback.Readers;
import org.ssos.clearinghouse.freshness.Digest;
import org.ssos.clearinghouse.freshness.Flags;
import org.ssos.clearinghouse.freshness.FreshnessFeature;
import org.ssos.clearinghouse.freshness.InDate;
import org.ssos.clearinghouse.freshness.LinkBook;
import org.ssos.clearinghouse.freshness.LinkExceptions;
import org.ssos.clearinghouse.freshness.LinkRun;
import org.ssos.clearinghouse.freshness.OwnerMail;
import org.ssos.clearinghouse.freshness.Rounds;
import org.ssos.clearinghouse.intake.IntakeHandler;
import org.ssos.clearinghouse.intake.Wizard;
import org.ssos.clearinghouse.lea.ChosenLea;
import org.ssos.clearinghouse.lea.LeaHandler;
import org.ssos.clearinghouse.lea.LeaPlaces;
import org.ssos.clearinghouse.lea.LeasHandler;
import org.ssos.clearinghouse.lea.PlaceHandler;
import org.ssos.clearinghouse.lea.SelpaHandler;
import org.ssos.clearinghouse.lea.map.MapHandler;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.ops.Draining;
import org.ssos.clearinghouse.ops.Metrics;
import org.ssos.clearinghouse.ops.Operations;
import org.ssos.clearinghouse.ops.Phase;
import org.ssos.clearinghouse.pathway.PathwayHandler;
import org.ssos.clearinghouse.pathway.PathwayLaw;
import org.ssos.clearinghouse.publishing.ChangesHandler;
import org.ssos.clearinghouse.publishing.ContentGit;
import org.ssos.clearinghouse.publishing.HistoryHandler;
import org.ssos.clearinghouse.publishing.Publisher;
import org.ssos.clearinghouse.publishing.ReceiptBook;
import org.ssos.clearinghouse.publishing.Receipts;
import org.ssos.clearinghouse.publishing.Underway;
import org.ssos.clearinghouse.roadmap.CohortHandler;
import org.ssos.clearinghouse.roadmap.Cohorts;
import org.ssos.clearinghouse.roadmap.NewLeadersHandler;
import org.ssos.clearinghouse.roadmap.PlanHandler;
import org.ssos.clearinghouse.roadmap.RoadmapHandler;
import org.ssos.clearinghouse.roadmap.RoadmapMail;
import org.ssos.clearinghouse.roadmap.Roadmaps;
import org.ssos.clearinghouse.roadmap.Steps;
import org.ssos.clearinghouse.roadmap.TakeAlongHandler;
import org.ssos.clearinghouse.schoolyear.SchoolYearHandler;
import org.ssos.clearinghouse.schoolyear.SchoolYearNames;
import org.ssos.clearinghouse.search.Lookup;
import org.ssos.clearinghouse.search.PerCatalog;
import org.ssos.clearinghouse.search.SearchHandler;
import org.ssos.clearinghouse.submission.Checks;
import org.ssos.clearinghouse.submission.LinkChecker;
import org.ssos.clearinghouse.submission.Reach;
import org.ssos.clearinghouse.submission.SuggestHandler;
import org.ssos.clearinghouse.training.TrainingHandler;
import org.ssos.clearinghouse.training.TrainingLaw;
import org.ssos.clearinghouse.vetting.Cases;
import org.ssos.clearinghouse.vetting.OwnersDrafts;
import org.ssos.clearinghouse.vetting.VettingFeature;
import org.ssos.clearinghouse.web.Assets;
import org.ssos.clearinghouse.web.Door;
import org.ssos.clearinghouse.web.DoorLimits;
import org.ssos.clearinghouse.web.ErrorPages;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Rejections;
import org.ssos.clearinghouse.web.SecurityHeaders;
import org.ssos.clearinghouse.web.Site;
import org.ssos.clearinghouse.web.UnreadableRequests;
import org.ssos.clearinghouse.web.VisitorAddress;

/** The running site. Every object is made here, in the order it is needed. */
public final class App implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(App.class);

    /** Requests under way may end when the site stops, but not hold it up. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** An idle connection is given a second to end by itself. */
    private static final Duration LAST_WORDS = Duration.ofMillis(1500);

    /** What features tell the pages of the law: which of their pages rest on which section. */
    private static final List<Function<Catalog, List<RestsOn>>> RESTING_ON_LAW = List.of(
            Levels::restingOnLaw,
            Roles::restingOnLaw,
            Questions::restingOnLaw,
            PathwayLaw::of,
            TrainingLaw::of,
            SchoolYearNames::restingOnLaw,
            Steps::restingOnLaw);

    private final FolderLock lock;
    private final Database database;
    private final Clock clock;
    private final Outbox outbox;
    private final AccountDesk accountDesk;
    private final Function<String, Optional<String>> accountLinks;
    private final Cases cases;
    private final HandEdits handEdits;
    private final LinkChecker links;
    private final Rounds rounds;
    private final Forgetting forgetting;
    private final @Nullable NightlyBackups nightlyBackups;
    private final LiveContent content;
    private final @Nullable ContentGit git;
    private final Publisher publisher;
    private final Metrics metrics = new Metrics();
    private final Operations operations;
    private final Draining draining = new Draining();
    private final Javalin server;
    private volatile Phase phase = Phase.STARTING;
    private final AtomicInteger port = new AtomicInteger();
    private final Settings settings;
    private final Rejections rejections = new Rejections();

    private App(
            Settings settings,
            Clock clock,
            FolderLock lock,
            Database database,
            Receipts receipts,
            LiveContent content,
            Reach reach,
            Duration pause)
            throws IOException, Refusal {
        this.settings = settings;
        this.lock = lock;
        this.database = database;
        this.clock = clock;
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

        var visitors = new VisitorAddress(settings.limits().trustedProxies());
        outbox = new Outbox(database, settings.mailServer(), this::secretOfMail, clock);
        accountLinks = AccountDesk.linkMaker(database, this::baseUrl, clock);
        accountDesk = new AccountDesk(database, outbox.sends(), this::baseUrl, clock);
        var accounts =
                new AccountFeature(database, accountDesk, outbox, pages, site, clock, settings.isHttps(), visitors);

        git = settings.contentGit() ? git(settings) : null;
        publisher = new Publisher(
                database,
                receipts,
                settings.content(),
                content,
                new RulesInForce(snapshots),
                new ReportsToCases(this::cases),
                git,
                clock);
        var texts = new ContentTexts(settings.content());
        var published = texts.of(snapshots::catalog);
        cases = new Cases(
                database, snapshots::catalog, published, clock, outbox.sends(), publisher::add, Publisher::withdraw);

        links = new LinkChecker(reach, this::baseUrl);
        var checks = new Checks(snapshots, links, clock);
        handEdits = new HandEdits(cases, texts);
        var vetting = new VettingFeature(new VettingFeature.Needs(
                cases,
                snapshots::catalog,
                accountDesk,
                published,
                id -> publisher.decided(id).orElse(null),
                checks::report,
                catalog -> InDate.of(catalog, LocalDate.now(clock)).words(),
                accounts.guard(),
                pages,
                site,
                clock));
        var suggest = new SuggestHandler(
                snapshots,
                texts,
                checks,
                cases::open,
                new OwnersDrafts(cases, clock),
                accounts.guard(),
                pages,
                site,
                clock);
        var history = new HistoryHandler(
                database, settings.content(), snapshots, accounts.guard(), cases::open, pages, site, clock);

        var readers = new Readers(database, cases, clock, outbox.sends());
        var feedback = new FeedbackHandler(readers, snapshots, texts, accounts.guard(), pages, site, clock);

        Supplier<Flags> flags = () -> flags(database, clock);
        var linkBook = new LinkBook(database);
        var freshness = new FreshnessFeature(new FreshnessFeature.Needs(
                database,
                cases,
                snapshots::catalog,
                texts,
                flags,
                readers::unhelpful,
                linkBook,
                outbox.sends(),
                accounts.guard(),
                pages,
                site,
                clock));
        var roadmaps = new Roadmaps(database, clock);
        var cohorts = new Cohorts(database, roadmaps, snapshots::catalog);
        rounds = new Rounds(
                database,
                new LinkRun(linkBook, links, clock, pause),
                () -> ContentFiles.in(settings.content()),
                () -> snapshots.catalog().part(LinkExceptions.PART),
                settings.linksHour(),
                new Digest(cases, accountDesk, snapshots::catalog, flags, this::baseUrl, clock),
                outbox.sends(),
                () -> {
                    roadmaps.deleteUnused();
                    cohorts.deleteUnused();
                },
                clock);
        forgetting = new Forgetting(database, clock);
        var backups = SiteBackups.of(settings, clock);
        var hour = settings.backups().hour();
        nightlyBackups = hour == null ? null : new NightlyBackups(backups, hour, clock);

        var errors = new ErrorPages(pages, site, clock);
        var lookups = new PerCatalog<>(catalog -> new Lookup(Findables.in(catalog)));
        var search = new SearchHandler(snapshots, lookups, LeaPlaces::of, pages, site, clock, metrics.searches());
        var wizard = new Wizard(
                snapshots,
                lookups,
                catalog -> catalog.part(Steps.PART).all().stream()
                        .map(step -> new Wizard.StepFor(step.title(), step.rule()))
                        .toList(),
                pages,
                site,
                clock);
        var awareness = new Awareness(database, snapshots::catalog, clock);
        var plans = new PlanHandler(snapshots, pages, site, clock);
        var kept = new RoadmapHandler(
                roadmaps, cohorts, snapshots, wizard.forRebuilding(), accounts.guard()::network, pages, site, clock);
        var takeAlong = new TakeAlongHandler(
                roadmaps, kept, snapshots, outbox.sends(), accounts.guard()::network, pages, site, clock);

        operations = new Operations(
                new Operations.Needs(
                        Main.Version.number(),
                        () -> phase,
                        draining::getCurrentRequestCount,
                        Map.of("data", settings.data(), "content", settings.content(), "index", settings.index()),
                        database,
                        snapshots,
                        content::state,
                        content.threads(),
                        outbox,
                        this::underway,
                        cases::countOpen,
                        linkBook::lastRun,
                        settings.linksHour() != null,
                        backups::last,
                        hour != null,
                        rejections,
                        accounts::signInFailures,
                        settings.metricsToken(),
                        accounts.guard(),
                        pages,
                        site,
                        clock),
                metrics);

        var headers = new SecurityHeaders(settings.isHttps(), settings.limits().embeddedBy());
        var door = new Door(
                settings.host(),
                settings.port(),
                DoorLimits.usual(settings.limits().requestsPerSecond()),
                visitors,
                new UnreadableRequests(errors, headers, rejections),
                rejections);

        server = Javalin.create(config -> {
            configure(config);
            door.configure(config);
            // Before the door: what waits there to be let in has been taken on as well.
            config.jetty.modifyServer(jetty -> jetty.insertHandler(draining));
            var routes = config.routes;
            headers.addRoutes(routes);
            door.addRoutes(routes);
            // What is visited most comes early: an address is compared with one route after the other.
            assets.addRoutes(routes);
            // With who asks, which everything that follows may want to know.
            accounts.addRoutes(routes);
            new ChosenLea(snapshots::catalog, settings.isHttps()).addRoutes(routes);
            search.addRoutes(routes);
            new HomeHandler(snapshots, pages, site, clock).addRoutes(routes);
            new LeaHandler(snapshots, pages, site, clock).addRoutes(routes);
            new ListHandler(snapshots, pages, site, clock).addRoutes(routes);
            new EntryHandler(snapshots, feedback::onPageOf, pages, site, clock).addRoutes(routes);
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
            new IntakeHandler(wizard, (ctx, intake) -> {
                        awareness.count(intake, accounts.guard().network(ctx));
                        plans.showUnsaved(ctx, intake);
                    })
                    .addRoutes(routes);
            new AwarenessHandler(awareness, snapshots, pages, site).addRoutes(routes);
            new TrainingHandler(snapshots, App::stepName, pages, site).addRoutes(routes);
            new CohortHandler(cohorts, kept, snapshots, accounts.guard()::network, pages, site, clock)
                    .addRoutes(routes);
            new NewLeadersHandler(snapshots, pages, site, clock).addRoutes(routes);
            new SchoolYearHandler(snapshots, pages, site, clock).addRoutes(routes);
            new PlaceHandler(snapshots, pages, site).addRoutes(routes);
            new LeasHandler(snapshots, lookups, pages, site).addRoutes(routes);
            new SelpaHandler(snapshots, pages, site).addRoutes(routes);
            history.addRoutes(routes);
            new ChangesHandler(database, snapshots, pages, site, clock).addRoutes(routes);
            takeAlong.addRoutes(routes);
            kept.addRoutes(routes);
            suggest.addRoutes(routes);
            feedback.addRoutes(routes);
            new ApiHandler(snapshots, lookups, search).addRoutes(routes);
            new DiscoveryHandler(snapshots, site).addRoutes(routes);
            vetting.addRoutes(routes);
            freshness.addRoutes(routes);
            operations.addRoutes(config);
            errors.addRoutes(routes);
            routes.exception(Unavailable.class, (failure, ctx) -> errors.unavailable(ctx, failure));
            answerHead(config);
        });
    }

    /**
     * Starts the site; it is ready for visitors when this returns.
     *
     * @throws Refusal when the folders are in use, the content cannot be read or the port is taken
     */
    public static App start(Settings settings, Clock clock) throws IOException, Refusal {
        return start(settings, clock, Reach.PUBLIC, LinkRun.PAUSE);
    }

    /**
     * The same, saying whom the link check may ask.
     *
     * @param pause between two questions to one host
     */
    static App start(Settings settings, Clock clock, Reach reach, Duration pause) throws IOException, Refusal {
        var lock = FolderLock.take(settings.data());
        try {
            takeBackUnfinishedRestore(settings);
            return withLock(settings, clock, lock, reach, pause);
        } catch (IOException | Refusal | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** The content is read beside the database: each takes its time, and neither needs the other. */
    private static App withLock(Settings settings, Clock clock, FolderLock lock, Reach reach, Duration pause)
            throws IOException, Refusal {
        try (var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            var looking = beside.submit(() -> LiveContent.look(settings));
            var database = database(settings);
            try {
                return withContent(settings, clock, lock, database, result(looking), reach, pause);
            } catch (IOException | Refusal | RuntimeException failure) {
                database.close();
                throw failure;
            }
        }
    }

    private static <T> T result(Future<T> work) throws IOException, Refusal {
        try {
            return work.get();
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case Refusal refusal -> throw refusal;
                case IOException unreadable -> throw unreadable;
                case RuntimeException unexpected -> throw unexpected;
                case null, default -> throw new IllegalStateException("The content cannot be read", failure);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the content was read", stopped);
        }
    }

    private static void takeBackUnfinishedRestore(Settings settings) throws IOException {
        if (Restore.takeBackUnfinished(SiteBackups.places(settings))) log.warn(SiteBackups.TAKEN_BACK);
    }

    private static App withContent(
            Settings settings,
            Clock clock,
            FolderLock lock,
            Database database,
            LiveContent.FirstLook look,
            Reach reach,
            Duration pause)
            throws IOException, Refusal {
        var receipts = new Receipts(database, clock);
        var content = new LiveContent(
                settings,
                look,
                catalog -> receipts.trust(catalog.part(ReceiptBook.PART)),
                () -> flags(database, clock),
                clock);
        try {
            var app = new App(settings, clock, lock, database, receipts, content, reach, pause);
            app.listen();
            return app;
        } catch (IOException | Refusal | RuntimeException failure) {
            content.close();
            throw failure;
        }
    }

    /** Builds the index of the content from scratch and says how many entries it holds. */
    static int rebuildIndex(Settings settings, Clock clock) throws IOException, Refusal {
        try (var database = database(settings)) {
            var receipts = new Receipts(database, clock);
            return LiveContent.rebuildIndex(
                    settings, catalog -> receipts.trust(catalog.part(ReceiptBook.PART)), flags(database, clock));
        }
    }

    /** What speaks against entries now: dead links, and what readers reported. */
    private static Flags flags(Database database, Clock clock) {
        var reported = new HashMap<EntryId, LocalDate>();
        Cases.reported(database).forEach((id, since) -> reported.put(id, LocalDate.ofInstant(since, clock.getZone())));
        return new Flags(new LinkBook(database).dead(), reported, LocalDate.now(clock));
    }

    private static Optional<Item> stepName(Catalog catalog, String step) {
        return catalog.part(Steps.PART).find(step).map(found -> new Item(found.title(), found.path()));
    }

    private static ContentGit git(Settings settings) throws IOException, Refusal {
        return ContentGit.around(settings.content())
                .orElseThrow(() -> new Refusal("CLEARINGHOUSE_CONTENT_GIT is 'yes', but the content folder "
                        + settings.content().toAbsolutePath()
                        + " lies in no git work tree. Clone or init one there, or set it to 'no'."));
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

    /** What a mail holds that may lie nowhere before it is sent. */
    private Optional<String> secretOfMail(String secret) {
        if (OwnerMail.isMine(secret)) return OwnerMail.links(database, this::baseUrl, clock, secret);
        if (RoadmapMail.isMine(secret)) return RoadmapMail.link(database, this::baseUrl, clock, secret);
        return Cases.isOfCase(secret) ? Optional.of(baseUrl() + cases.freshLink(secret)) : accountLinks.apply(secret);
    }

    /** What is proposed, and what became of it. */
    public Cases cases() {
        return cases;
    }

    /** The address of the home page as visitors reach it, without a slash at its end. */
    public String baseUrl() {
        return settings.baseUrl() == null ? "http://localhost:" + port() : settings.baseUrl();
    }

    /** Lets the requests that are under way end, and nothing new begin; then stops. Takes less than ten seconds. */
    @Override
    public void close() throws IOException {
        phase = Phase.STOPPING;
        draining.finish(PATIENCE);
        stopServer();
        // None of them waits for another, and each takes up at the next start what it did not end.
        try (var together = Executors.newVirtualThreadPerTaskExecutor()) {
            together.execute(rounds::close);
            together.execute(links::close);
            together.execute(forgetting::close);
            if (nightlyBackups != null) together.execute(nightlyBackups::close);
            together.execute(publisher::close);
            together.execute(outbox::close);
            together.execute(operations::close);
        }
        if (git != null) git.close();
        content.close();
        database.close();
        lock.close();
    }

    /** What was decided and is not on the site; a conflict counts as long as somebody can still decide its case. */
    private List<Underway> underway() {
        return publisher.underway().stream()
                .filter(each -> each.state() != Underway.State.CONFLICT
                        || cases.find(each.caseId())
                                .filter(one -> one.state().isOpen())
                                .isPresent())
                .toList();
    }

    /** Whatever still hangs on a connection, the rest is closed as it should be. */
    private void stopServer() {
        try {
            server.stop();
        } catch (JavalinException tooLong) {
            log.info("Stopping: what was still open was cut off");
        }
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
        publisher.start();
        rounds.start();
        forgetting.start();
        if (nightlyBackups != null) nightlyBackups.start();
        content.tell(handEdits::look);
        phase = Phase.RUNNING;
        operations.start();
    }

    private static void configure(JavalinConfig config) {
        config.jetty.threadPool = threads();
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        // Bodies compress themselves, once for all visitors.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.modifyServer(jetty -> {
            jetty.setStopTimeout(LAST_WORDS.toMillis());
        });
    }

    /**
     * Requests are worked on by virtual threads, one each. Connections are taken and listened to by threads of the system:
     * otherwise, what has just come would wait for its turn behind all that is being worked on, also what is to be refused.
     */
    private static ThreadPool threads() {
        var threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("request-"));
        return threads;
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
