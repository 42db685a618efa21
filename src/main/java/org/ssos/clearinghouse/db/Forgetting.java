package org.ssos.clearinghouse.db;

import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.background.Worker;

/**
 * Takes what was deleted out of the file of the database, soon after it was deleted. That writes the whole file anew,
 * and nobody else can write meanwhile: 1 s for 100 MB, 5 s for 500 MB. So whoever deletes owes it, and it is done for
 * all of them at once: within seconds, but not again before a minute has gone, nor before twenty times as long as it
 * took. A debt outlives a restart.
 */
public final class Forgetting implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final int SHARE = 20;

    private final Database database;
    private final Clock clock;
    private Instant last = Instant.MIN;
    private Duration rest = Duration.ZERO;
    private @Nullable Worker worker;

    public Forgetting(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Pays what is owed, from now on until it is closed. */
    public void start() {
        worker = Worker.start("forgetting", this::work, this::failed, LOOK);
    }

    /** Owes it, as part of the transaction that deletes. */
    public static void owe(Handle handle, Instant now) {
        handle.execute(
                "INSERT INTO owed_forgetting (id, since) VALUES (1, ?) ON CONFLICT (id) DO NOTHING", Moment.text(now));
    }

    @Override
    public void close() {
        var running = worker;
        if (running != null) running.close();
    }

    private void work() throws InterruptedException {
        if (hasRested() && isOwed()) pay();
        Thread.sleep(LOOK);
    }

    private void failed(RuntimeException failure) {
        log.error("What was deleted cannot be taken out of the file of the database yet", failure);
        rest = REST;
        last = clock.instant();
    }

    /** Also when the clock was set back meanwhile. */
    private boolean hasRested() {
        var now = clock.instant();
        return now.isBefore(last) || !now.isBefore(last.plus(rest));
    }

    private boolean isOwed() {
        return database.read(handle -> Tables.count(handle, "owed_forgetting") > 0);
    }

    private void pay() {
        long began = System.nanoTime();
        boolean done = database.forget();
        var took = Duration.ofNanos(System.nanoTime() - began).multipliedBy(SHARE);
        rest = took.compareTo(REST) > 0 ? took : REST;
        last = clock.instant();
        if (!done) log.warn("What was deleted could not be taken out of the log of the database yet");
    }
}
