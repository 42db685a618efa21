package org.ssos.clearinghouse.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.Moment;
import org.ssos.clearinghouse.web.Token;

/**
 * Slows guessing down. Each subject (an account, a network address, a browser) may fail a few times at once, then waits
 * grow up to a bound: nobody is locked out for good. An attempt counts as failed before it is looked at, so that many
 * at the same moment count as many; one that was right is taken back.
 */
final class Throttle {
    /** What went wrong this long ago no longer counts. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

    private static final String UPSERT = """
            INSERT INTO attempt (subject, failures, last_at, wait_until) VALUES (?, ?, ?, ?)
            ON CONFLICT (subject) DO UPDATE SET
                failures = excluded.failures, last_at = excluded.last_at, wait_until = excluded.wait_until
            """;

    /** Who or what is counted, how often it may fail without waiting, and how long it waits at most. */
    record Subject(String key, int free, Duration longest) {
        /** All who try this account from browsers it does not know. */
        static Subject account(String email) {
            return new Subject("account:" + Token.hash(email), 5, Duration.ofMinutes(5));
        }

        /** Everybody at one network address; a school may be behind one. */
        static Subject address(String network) {
            return new Subject("address:" + Token.hash(network), 20, Duration.ofMinutes(15));
        }

        /** A browser the account knows: what strangers do elsewhere does not make its owner wait. */
        static Subject browser(String deviceToken) {
            return new Subject("browser:" + Token.hash(deviceToken), 5, Duration.ofMinutes(5));
        }

        /** The second step; who gets here knows the password. */
        static Subject code(long account) {
            return new Subject("code:" + account, 5, Duration.ofMinutes(15));
        }

        /** Somebody who has signed in and is asked for the password again. */
        static Subject session(long id) {
            return new Subject("session:" + id, 5, Duration.ofMinutes(15));
        }

        static Subject codeFromBrowser(String deviceToken) {
            return new Subject("code-browser:" + Token.hash(deviceToken), 5, Duration.ofMinutes(15));
        }
    }

    private record Count(int failures, Instant lastAt, Instant waitUntil) {}

    private final Database database;
    private final Clock clock;

    Throttle(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Counts an attempt; returns how long to wait when it is too early, and then does not count it. */
    Optional<Duration> enter(List<Subject> subjects) {
        var now = clock.instant();
        return database.write(handle -> {
            var wait = subjects.stream()
                    .flatMap(subject -> find(handle, subject, now).stream())
                    .map(count -> Duration.between(now, count.waitUntil()))
                    .filter(Duration::isPositive)
                    .max(Duration::compareTo);
            if (wait.isEmpty()) subjects.forEach(subject -> count(handle, subject, now));
            return wait;
        });
    }

    /** Takes an attempt back that was right. What is counted for one owner alone starts anew. */
    void succeed(Handle handle, List<Subject> subjects) {
        for (var subject : subjects) {
            if (subject.key().startsWith("address:")) {
                handle.execute("UPDATE attempt SET failures = failures - 1 WHERE subject = ?", subject.key());
            } else {
                handle.execute("DELETE FROM attempt WHERE subject = ?", subject.key());
            }
        }
        handle.execute(
                "DELETE FROM attempt WHERE last_at < ?",
                Moment.text(clock.instant().minus(FORGOTTEN_AFTER)));
    }

    private void count(Handle handle, Subject subject, Instant now) {
        int failures = find(handle, subject, now).map(Count::failures).orElse(0) + 1;
        var until = now.plus(waitAfter(failures, subject));
        handle.execute(UPSERT, subject.key(), failures, Moment.text(now), Moment.text(until));
    }

    /** Two seconds, four, eight and so on. */
    private static Duration waitAfter(int failures, Subject subject) {
        int beyond = failures - subject.free();
        if (beyond < 0) return Duration.ZERO;
        var wait = Duration.ofSeconds(2L << Math.min(beyond, 20));
        return wait.compareTo(subject.longest()) < 0 ? wait : subject.longest();
    }

    private static Optional<Count> find(Handle handle, Subject subject, Instant now) {
        return handle.createQuery("SELECT failures, last_at, wait_until FROM attempt WHERE subject = ?")
                .bind(0, subject.key())
                .map((row, _) -> new Count(
                        row.getInt("failures"),
                        Moment.of(row.getString("last_at")),
                        Moment.of(row.getString("wait_until"))))
                .findOne()
                .filter(count -> count.lastAt().isAfter(now.minus(FORGOTTEN_AFTER)));
    }
}
