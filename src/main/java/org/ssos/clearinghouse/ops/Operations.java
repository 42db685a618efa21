package org.ssos.clearinghouse.ops;

import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Guard;
import org.ssos.clearinghouse.backup.Last;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.publishing.Underway;
import org.ssos.clearinghouse.search.SearchThreads;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Rejections;
import org.ssos.clearinghouse.web.Site;

/** Everything by which the site can be watched: health, figures, and the curators' status page. */
public final class Operations implements Closeable {
    private static final Duration KEPT_FOR = Duration.ofSeconds(3);

    private final Needs needs;
    private final Metrics metrics;
    private final Health health;
    private final Instant started;

    /**
     * What it looks at.
     *
     * @param version of the program
     * @param requests how many are not answered yet
     * @param folders that the site writes to, by what they are called
     * @param underway decisions that somebody or something still has to do with
     * @param lastLinkRun when the links of the content were looked at
     * @param looksAtLinks whether they are every night
     * @param backsUp whether a backup is made every night
     * @param token that opens figures and reasons from elsewhere; absent where none does
     */
    public record Needs(
            String version,
            Supplier<Phase> phase,
            LongSupplier requests,
            Map<String, Path> folders,
            Database database,
            Snapshots snapshots,
            Supplier<ContentState> content,
            SearchThreads searching,
            Outbox outbox,
            Supplier<List<Underway>> underway,
            IntSupplier openCases,
            Supplier<Optional<Instant>> lastLinkRun,
            boolean looksAtLinks,
            Supplier<Optional<Last>> lastBackup,
            boolean backsUp,
            Rejections rejections,
            LongSupplier signInFailures,
            @Nullable String token,
            Guard guard,
            Pages pages,
            Site site,
            Clock clock) {
        public Needs {
            folders = Map.copyOf(folders);
        }
    }

    public Operations(Needs needs, Metrics metrics) {
        this.needs = needs;
        this.metrics = metrics;
        started = needs.clock().instant();
        health = new Health(probes(), needs.phase(), KEPT_FOR);
        addFigures();
    }

    public void addRoutes(JavalinConfig config) {
        var operator = new Operator(needs.token());
        var figures = new HealthFigures(health, metrics.registry());
        new HealthHandler(health, operator).addRoutes(config.routes);
        new MetricsHandler(metrics, figures, operator).addRoutes(config.routes);
        new StatusHandler(needs, health, started).addRoutes(config.routes);
        config.requestLogger.http(metrics::count);
    }

    /** To be called when visitors are let in. Returns at once. */
    public void start() {
        Thread.ofVirtual().name("metrics").start(metrics::watchMachine);
    }

    @Override
    public void close() {
        metrics.close();
    }

    private List<Probe> probes() {
        var clock = needs.clock();
        return List.of(
                new ContentProbe(needs.content(), needs.snapshots()::catalog, clock),
                new IndexProbe(needs.snapshots(), needs.content(), clock),
                new DatabaseProbe(needs.database()),
                new WritingProbe(needs.database(), clock),
                new DiskProbe(needs.folders()),
                new MailProbe(needs.outbox(), clock),
                new PublicationProbe(needs.underway(), clock),
                new CaseProbe(needs.openCases()),
                new LinkProbe(needs.lastLinkRun(), needs.looksAtLinks(), started, clock),
                new BackupProbe(needs.lastBackup(), needs.backsUp(), started, clock));
    }

    private void addFigures() {
        new PoolFigures(needs.requests(), needs.database(), needs.searching(), needs.pages())
                .bindTo(metrics.registry());
        FunctionCounter.builder(Metrics.PREFIX + "sign.in.failures", needs.signInFailures(), LongSupplier::getAsLong)
                .description("Passwords and codes that were wrong")
                .register(metrics.registry());
        for (var kind : Rejections.Kind.values()) {
            FunctionCounter.builder(Metrics.PREFIX + "rejections", needs.rejections(), all -> all.of(kind))
                    .description("What was refused, by the reason")
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .register(metrics.registry());
        }
        Gauge.builder(Metrics.PREFIX + "build.info", () -> 1)
                .description("The version of the program, as a label")
                .tag("version", needs.version())
                .register(metrics.registry());
    }
}
