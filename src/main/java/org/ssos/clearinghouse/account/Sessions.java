package org.ssos.clearinghouse.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.ssos.clearinghouse.db.Moment;
import org.ssos.clearinghouse.web.Token;

/** The sessions and the known browsers, within one transaction. Holds hashes of their tokens only. */
final class Sessions {
    static final Duration MOST_QUIET = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(30);

    /** As long as somebody may look for their phone. */
    static final Duration LONGEST_FOR_CODE = Duration.ofMinutes(10);

    /** Not each request is worth a write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private static final String SELECT = "SELECT id, account_id, stage, browser, began_at, seen_at FROM session ";
    private static final String INSERT = """
            INSERT INTO session (token_hash, account_id, stage, browser, began_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)
            """;

    private final Handle handle;

    Sessions(Handle handle) {
        this.handle = handle;
    }

    /** Begins a session and returns the token that its browser is to keep. */
    String begin(long account, boolean complete, String browser, Instant now) {
        var token = Token.fresh();
        var at = Moment.text(now);
        handle.execute(INSERT, Token.hash(token), account, complete ? "full" : "code", browser, at, at);
        return token;
    }

    Optional<Session> find(String token, Instant now) {
        return sessions(handle.createQuery(SELECT + "WHERE token_hash = ?").bind(0, Token.hash(token))).stream()
                .filter(session -> isAlive(session, now))
                .findFirst();
    }

    /** The complete ones of an account, the latest first. */
    List<Session> of(long account, Instant now) {
        return sessions(handle.createQuery(SELECT + "WHERE account_id = ? AND stage = 'full' ORDER BY seen_at DESC, id")
                        .bind(0, account))
                .stream()
                .filter(session -> isAlive(session, now))
                .toList();
    }

    static boolean isWorthNoting(Session session, Instant now) {
        return now.isAfter(session.seenAt().plus(NOTED_EVERY));
    }

    void note(Session session, Instant now) {
        handle.execute("UPDATE session SET seen_at = ? WHERE id = ?", Moment.text(now), session.id());
    }

    void end(String token) {
        handle.execute("DELETE FROM session WHERE token_hash = ?", Token.hash(token));
    }

    boolean end(long id, long account) {
        return handle.execute("DELETE FROM session WHERE id = ? AND account_id = ?", id, account) == 1;
    }

    void endAll(long account) {
        handle.execute("DELETE FROM session WHERE account_id = ?", account);
    }

    void endAll() {
        handle.execute("DELETE FROM session");
    }

    void endOthers(long account, long kept) {
        handle.execute("DELETE FROM session WHERE account_id = ? AND id <> ?", account, kept);
    }

    /** Forgets what has ended. */
    void tidy(Instant now) {
        handle.execute(
                "DELETE FROM session WHERE seen_at < ? OR began_at < ? OR (stage = 'code' AND began_at < ?)",
                Moment.text(now.minus(MOST_QUIET)),
                Moment.text(now.minus(LONGEST)),
                Moment.text(now.minus(LONGEST_FOR_CODE)));
    }

    boolean isKnownBrowser(String token, long account) {
        return handle.createQuery("SELECT count(*) FROM device WHERE token_hash = ? AND account_id = ?")
                        .bind(0, Token.hash(token))
                        .bind(1, account)
                        .mapTo(Integer.class)
                        .one()
                == 1;
    }

    /** Remembers a browser that somebody has completely signed in with, and returns its token. */
    String rememberBrowser(long account, Instant now) {
        var token = Token.fresh();
        handle.execute(
                "INSERT INTO device (token_hash, account_id, known_since) VALUES (?, ?, ?)",
                Token.hash(token),
                account,
                Moment.text(now));
        return token;
    }

    void forgetBrowsers(long account) {
        handle.execute("DELETE FROM device WHERE account_id = ?", account);
    }

    private static boolean isAlive(Session session, Instant now) {
        return now.isBefore(session.seenAt().plus(MOST_QUIET))
                && now.isBefore(session.beganAt().plus(session.complete() ? LONGEST : LONGEST_FOR_CODE));
    }

    private static List<Session> sessions(Query query) {
        return query.map((row, _) -> new Session(
                        row.getLong("id"),
                        row.getLong("account_id"),
                        row.getString("stage").equals("full"),
                        row.getString("browser"),
                        Moment.of(row.getString("began_at")),
                        Moment.of(row.getString("seen_at"))))
                .list();
    }
}
