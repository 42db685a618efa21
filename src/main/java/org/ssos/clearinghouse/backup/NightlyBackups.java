package org.ssos.clearinghouse.backup;

import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.background.Worker;

/**
 * Makes a backup each night while the site runs, where an hour is set. One that was missed because the site did not run
 * is made when it starts, and so is the very first. One that fails is tried again every hour.
 */
public final class NightlyBackups implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(NightlyBackups.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofHours(1);

    private final Backups backups;
    private final Clock clock;
    private final int hour;
    private @Nullable Worker worker;
    private Instant made;
    private Instant notBefore = Instant.MIN;

    public NightlyBackups(Backups backups, int hour, Clock clock) {
        this.backups = backups;
        this.hour = hour;
        this.clock = clock;
        made = backups.last()
                .filter(last -> last instanceof Last.Made)
                .map(Last::at)
                .orElse(Instant.MIN);
    }

    /** Looks at the clock from now on until it is closed. */
    public void start() {
        worker = Worker.start("backups", this::work, this::failed, LOOK);
    }

    @Override
    public void close() {
        var running = worker;
        if (running != null) running.close();
    }

    private void work() throws InterruptedException {
        var now = clock.instant();
        if (made.isBefore(lastDue()) && !now.isBefore(notBefore)) make(now);
        Thread.sleep(LOOK);
    }

    private void make(Instant now) {
        try {
            var done = backups.make();
            made = now;
            log.info("Backup: {}, {} bytes, read back and whole", done.file(), done.size());
            done.worries().forEach(worry -> log.warn("Backup: {}", worry));
        } catch (BackupFailed failure) {
            if (Thread.currentThread().isInterrupted()) return;
            notBefore = now.plus(UNTIL_NEXT_TRY);
            log.error("Backup: {} It is tried again in an hour.", failure.getMessage());
        }
    }

    private void failed(RuntimeException failure) {
        notBefore = clock.instant().plus(UNTIL_NEXT_TRY);
        log.error("Backup: none was made, by a fault of this program. It is tried again in an hour.", failure);
    }

    /** The last time the clock showed the hour, today or yesterday. */
    private Instant lastDue() {
        var now = ZonedDateTime.now(clock);
        var today = now.truncatedTo(ChronoUnit.DAYS).with(LocalTime.of(hour, 0));
        return (today.isAfter(now) ? today.minusDays(1) : today).toInstant();
    }
}
