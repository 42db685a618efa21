package org.ssos.clearinghouse.freshness;

import java.io.Closeable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.background.Worker;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.Moment;

/**
 * What the clock sets off while the site runs: the links are looked at every night, what nobody uses any more is removed
 * then too, and those who can act are reminded on Mondays. A round that was missed because the site did not run is made up for once.
 */
public final class Rounds implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final String LINKS = "links";
    private static final String DIGEST = "digest";
    private static final String CLEARING = "clearing";

    /** When hardly anybody writes to the database. */
    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    /** Nights that follow each other closely enough to believe the clock. */
    private static final Duration STEADY = Duration.ofDays(8);

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Database database;
    private final LinkRun links;
    private final Supplier<ContentFiles> files;
    private final Supplier<LinkExceptions> exceptions;
    private final @Nullable Integer hour;
    private final Digest digest;
    private final boolean mails;
    private final Runnable clearing;
    private final Clock clock;
    private @Nullable Worker worker;

    /**
     * @param files the content as it is on the site
     * @param hour at which the links are looked at; absent where they are not
     * @param mails whether reminders can be sent
     * @param clearing removes what was kept for long enough
     */
    public Rounds(
            Database database,
            LinkRun links,
            Supplier<ContentFiles> files,
            Supplier<LinkExceptions> exceptions,
            @Nullable Integer hour,
            Digest digest,
            boolean mails,
            Runnable clearing,
            Clock clock) {
        this.database = database;
        this.links = links;
        this.files = files;
        this.exceptions = exceptions;
        this.hour = hour;
        this.digest = digest;
        this.mails = mails;
        this.clearing = clearing;
        this.clock = clock;
    }

    /** Looks at the clock from now on until it is closed. The first rounds are those that come after now. */
    public void start() {
        var now = clock.instant();
        database.write(handle -> {
            markFirst(handle, LINKS, now);
            markFirst(handle, DIGEST, now);
            markFirst(handle, CLEARING, now);
            return now;
        });
        worker = Worker.start(
                "rounds", this::make, failure -> log.error("Rounds: what was due could not be done", failure), PAUSE);
    }

    /** What was missed until now is not made up for, as part of a transaction. */
    public static void skipMissed(Handle handle, Instant now) {
        handle.execute("UPDATE clock_mark SET at = ?", Moment.text(now));
    }

    @Override
    public void close() {
        var running = worker;
        if (running != null) running.close();
    }

    private void make() throws InterruptedException {
        remind();
        clear();
        lookAtLinks();
        Thread.sleep(LOOK);
    }

    private void lookAtLinks() throws InterruptedException {
        if (hour == null || !isDue(LINKS, lastAt(LocalTime.of(hour, 0)))) return;
        // Noted first: what goes wrong in a run is not tried again before the next night, so nobody is asked over and
        // over.
        database.write(handle -> mark(handle, LINKS, clock.instant()));
        var report = links.run(files.get(), exceptions.get());
        report.ifPresent(found -> log.info("Links: {}", found.lines().getLast()));
    }

    private void clear() {
        if (!isDue(CLEARING, lastAt(NIGHT))) return;
        // Where the site did not run for long, or the clock is wrong, nothing is removed before another night has
        // passed.
        var now = clock.instant();
        boolean steady = lastDone(CLEARING)
                .filter(last -> last.isBefore(now) && last.isAfter(now.minus(STEADY)))
                .isPresent();
        database.write(handle -> mark(handle, CLEARING, now));
        if (steady) clearing.run();
    }

    /** The mails and the mark that they were written are kept together. */
    private void remind() {
        if (!mails) return;
        var monday = lastAt(MORNING).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (!isDue(DIGEST, monday)) return;
        var written = digest.mails();
        var now = clock.instant();
        database.write(handle -> {
            Digest.send(handle, written, now);
            return mark(handle, DIGEST, now);
        });
    }

    /** The last time the clock showed this, today or yesterday. */
    private ZonedDateTime lastAt(LocalTime time) {
        var now = ZonedDateTime.now(clock);
        var today = now.truncatedTo(ChronoUnit.DAYS).with(time);
        return today.isAfter(now) ? today.minusDays(1) : today;
    }

    private boolean isDue(String name, ZonedDateTime moment) {
        var now = clock.instant();
        // What was done in the future was done by a clock that was wrong.
        return lastDone(name)
                .filter(last -> last.isBefore(moment.toInstant()) || last.isAfter(now.plus(AN_HOUR)))
                .isPresent();
    }

    private Optional<Instant> lastDone(String name) {
        return database.read(handle -> handle.createQuery("SELECT at FROM clock_mark WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .map(Moment::of)
                .findOne());
    }

    private static void markFirst(Handle handle, String name, Instant now) {
        handle.execute(
                "INSERT INTO clock_mark (name, at) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                name,
                Moment.text(now));
    }

    private static int mark(Handle handle, String name, Instant now) {
        return handle.execute("UPDATE clock_mark SET at = ? WHERE name = ?", Moment.text(now), name);
    }
}
