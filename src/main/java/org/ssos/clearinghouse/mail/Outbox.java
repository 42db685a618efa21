package org.ssos.clearinghouse.mail;

import jakarta.mail.MessagingException;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.background.Worker;
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
    private static final Duration LONG_PAUSE = Duration.ofSeconds(20);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** After this many, about four days have gone, and the links in our mail end soon. */
    private static final int MOST_ATTEMPTS = 24;

    private static final String INSERT = """
            INSERT INTO mail (recipient, subject, body, secret, added_at, next_at) VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String DUE = """
            SELECT id, recipient, subject, body, secret, attempts FROM mail
            WHERE (next_at <= ? OR next_at > ?) AND attempts < ? ORDER BY id LIMIT 50
            """;
    private static final String FAILED = """
            UPDATE mail SET attempts = attempts + 1, next_at = ?, problem = ? WHERE id = ?
            """;

    private static final String QUEUE = """
            SELECT count(*) AS waiting, min(added_at) AS oldest, sum(CASE WHEN attempts > 0 THEN 1 ELSE 0 END) AS refused,
                sum(CASE WHEN attempts >= ? THEN 1 ELSE 0 END) AS given_up FROM mail
            """;

    private record Waiting(long id, Mail mail, int attempts) {}

    /**
     * What waits, in numbers.
     *
     * @param oldest when the mail that waits longest was put in; absent when none waits
     * @param refused how many of them a server refused at least once
     * @param givenUp how many of them are not tried any more
     */
    public record Queue(int waiting, @Nullable Instant oldest, int refused, int givenUp) {}

    private final Database database;
    private final @Nullable MailServer server;
    private final Function<String, Optional<String>> secrets;
    private final Clock clock;
    private final ReentrantLock sending = new ReentrantLock();

    /** What a server has taken and the store, on a full disk, could not forget; it is not sent again. */
    private final Set<Long> sent = ConcurrentHashMap.newKeySet();

    private @Nullable Worker worker;

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

    /** What waits to be sent. */
    public Queue queue() {
        return database.read(handle -> handle.createQuery(QUEUE)
                .bind(0, MOST_ATTEMPTS)
                .map((row, _) -> {
                    var oldest = row.getString("oldest");
                    return new Queue(
                            row.getInt("waiting"),
                            oldest == null ? null : Moment.of(oldest),
                            row.getInt("refused"),
                            row.getInt("given_up"));
                })
                .one());
    }

    /** Drops what waits, and says how many mails that were. */
    public static int dropAll(Handle handle) {
        return handle.execute("DELETE FROM mail");
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
        if (server == null) return;
        worker = Worker.start(
                "outbox",
                () -> {
                    sendDue();
                    Thread.sleep(PAUSE);
                },
                failure -> log.error("Mail: the outbox cannot be worked on", failure),
                LONG_PAUSE);
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
        var running = worker;
        if (running != null) running.close();
    }

    private List<Waiting> due() {
        var now = clock.instant();
        return database.read(handle -> handle.createQuery(DUE)
                .bind(0, Moment.text(now))
                // Later than anything waits: the clock was wrong when it was put off.
                .bind(1, Moment.text(now.plus(LONGEST_WAIT)))
                .bind(2, MOST_ATTEMPTS)
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
        var body = sent.contains(waiting.id()) ? Optional.<String>empty() : completed(waiting.mail());
        if (body.isPresent()) {
            try {
                server.send(waiting.mail(), body.get(), clock.instant());
                sent.add(waiting.id());
            } catch (MessagingException refused) {
                keep(waiting, refused);
                return;
            }
        }
        database.write(handle -> handle.execute("DELETE FROM mail WHERE id = ?", waiting.id()));
        sent.remove(waiting.id());
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
