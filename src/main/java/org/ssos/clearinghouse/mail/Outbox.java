package org.ssos.clearinghouse.mail;

import jakarta.mail.MessagingException;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.Moment;

/**
 * Mail that waits to be sent. It is put in by the transaction that has a reason to write, and leaves when a server has
 * taken it; a server that is down or refuses is asked again, later and later. A crash between the two sends twice,
 * never not at all. All SQL about mail is in this file.
 */
public final class Outbox implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** After this many, about four days have gone, and the links in our mail end soon. */
    private static final int MOST_ATTEMPTS = 24;

    private static final String INSERT = """
            INSERT INTO mail (recipient, subject, body, secret, added_at, next_at) VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String DUE = """
            SELECT id, recipient, subject, body, secret, attempts FROM mail
            WHERE next_at <= ? AND attempts < ? ORDER BY id LIMIT 50
            """;
    private static final String FAILED = """
            UPDATE mail SET attempts = attempts + 1, next_at = ?, problem = ? WHERE id = ?
            """;

    private record Waiting(long id, Mail mail, int attempts) {}

    private final Database database;
    private final @Nullable MailServer server;
    private final Function<String, Optional<String>> secrets;
    private final Clock clock;
    private final ReentrantLock sending = new ReentrantLock();
    private @Nullable Thread sender;

    /**
     * @param server none where no mail is sent
     * @param secrets makes a secret at the moment it is sent; nothing when the mail has lost its sense meanwhile
     */
    public Outbox(
            Database database, @Nullable MailServer server, Function<String, Optional<String>> secrets, Clock clock) {
        this.database = database;
        this.server = server;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Whether there is a server to send by. */
    public boolean sends() {
        return server != null;
    }

    /** Puts a mail in, as part of the transaction of the handle. */
    public static void add(Handle handle, Mail mail, Instant now) {
        handle.execute(
                INSERT,
                mail.recipient(),
                mail.subject(),
                mail.body(),
                mail.secret(),
                Moment.text(now),
                Moment.text(now));
    }

    /** What keeps mail from being sent, one line for each that was refused at least once. */
    public List<String> problems() {
        return database.read(handle -> handle.createQuery(
                        "SELECT recipient || ': ' || problem FROM mail WHERE problem IS NOT NULL ORDER BY id")
                .mapTo(String.class)
                .list());
    }

    /** Sends what is due from now on until it is closed. */
    public void start() {
        if (server != null) sender = Thread.ofVirtual().name("outbox").start(this::watch);
    }

    /** Sends what is due now. */
    public void sendDue() {
        sending.lock();
        try {
            due().forEach(this::send);
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void close() {
        var running = sender;
        if (running == null) return;
        running.interrupt();
        try {
            running.join(Duration.ofSeconds(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                sendDue();
                Thread.sleep(PAUSE);
            } catch (InterruptedException closed) {
                return;
            } catch (RuntimeException failure) {
                log.error("Mail: the outbox cannot be read", failure);
                if (Thread.currentThread().isInterrupted()) return;
            }
        }
    }

    private List<Waiting> due() {
        var now = Moment.text(clock.instant());
        return database.read(handle -> handle.createQuery(DUE)
                .bind(0, now)
                .bind(1, MOST_ATTEMPTS)
                .map((row, _) -> new Waiting(
                        row.getLong("id"),
                        new Mail(
                                row.getString("recipient"),
                                row.getString("subject"),
                                row.getString("body"),
                                row.getString("secret")),
                        row.getInt("attempts")))
                .list());
    }

    private void send(Waiting waiting) {
        if (server == null) return;
        var body = completed(waiting.mail());
        if (body.isPresent()) {
            try {
                server.send(waiting.mail(), body.get(), clock.instant());
            } catch (MessagingException refused) {
                keep(waiting, refused);
                return;
            }
        }
        database.write(handle -> handle.execute("DELETE FROM mail WHERE id = ?", waiting.id()));
    }

    private Optional<String> completed(Mail mail) {
        if (mail.secret() == null) return Optional.of(mail.body());
        return secrets.apply(mail.secret()).map(secret -> mail.body().replace(Mail.SECRET, secret));
    }

    private void keep(Waiting waiting, MessagingException refused) {
        log.warn("Mail {} to be sent later: {}", waiting.id(), refused.getMessage());
        var doublings = Math.min(waiting.attempts(), 10);
        var wait = FIRST_WAIT.multipliedBy(1L << doublings);
        var next = clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        var problem = String.valueOf(refused.getMessage()).lines().findFirst().orElse("refused");
        database.write(handle -> handle.execute(FAILED, Moment.text(next), problem, waiting.id()));
    }
}
