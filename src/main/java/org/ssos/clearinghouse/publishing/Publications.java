package org.ssos.clearinghouse.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.Moment;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;

/** The outbox of publishing, and the history it becomes. All SQL about publications is in this file. */
final class Publications {
    private static final String INSERT = """
            INSERT INTO publication (case_id, entry_id, kind, base_hash, base_text, target_hash, target_text, receipt,
                decided_at, not_before, next_at, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')
            """;
    /**
     * Of each entry the oldest first: what is decided later waits for what was decided before. What is to wait for no day
     * is due whatever the clock says, and what waits longer than anything may was put off by a clock that was wrong.
     */
    private static final String DUE = """
            SELECT * FROM publication p WHERE state IN ('waiting', 'writing')
                AND (not_before <= :now OR not_before = decided_at) AND (next_at <= :now OR next_at > :farthest)
                AND NOT EXISTS (SELECT 1 FROM publication q WHERE q.entry_id = p.entry_id AND q.id < p.id
                    AND (q.state = 'writing'
                        OR q.state = 'waiting' AND (q.not_before <= :now OR q.not_before = q.decided_at)))
            ORDER BY id LIMIT 1
            """;

    private static final String CLAIM = """
            UPDATE publication SET state = 'writing' WHERE id = ? AND state IN ('waiting', 'writing')
            """;
    private static final String DONE = """
            UPDATE publication SET state = 'done', ended_at = ?, commit_wanted = ?, attempts = 0, next_at = ?
            WHERE id = ? AND state = 'writing'
            """;
    private static final String CONFLICT = """
            UPDATE publication SET state = 'conflict', ended_at = ?, problem = ?, found_text = ? WHERE id = ?
                AND state = 'writing'
            """;
    private static final String FAILED = """
            UPDATE publication SET attempts = attempts + 1, next_at = ?, problem = ? WHERE id = ?
            """;
    private static final String UNREPORTED = """
            SELECT * FROM publication WHERE state IN ('done', 'conflict') AND reported = 0 ORDER BY id
            """;
    /** In their order: nothing is taken before what waits for another try. */
    private static final String UNCOMMITTED = """
            SELECT * FROM publication p WHERE commit_wanted = 1 AND NOT EXISTS (SELECT 1 FROM publication q
                WHERE q.commit_wanted = 1 AND q.id <= p.id AND q.next_at > ? AND q.next_at <= ?)
            ORDER BY id
            """;

    /** By the day on which the site showed them. What changed no text, and followed an unchanged one, is left out. */
    private static final String CHANGING = """
            SELECT * FROM publication p WHERE state = 'done' AND ended_at >= :since AND ended_at < :until
                AND (:after = 0 OR (ended_at, id) < ((SELECT ended_at FROM publication WHERE id = :after), :after))
                AND (base_hash IS NULL OR base_hash <> target_hash OR base_hash <> coalesce((
                    SELECT target_hash FROM publication q WHERE q.entry_id = p.entry_id AND q.state = 'done'
                        AND (q.ended_at, q.id) < (p.ended_at, p.id) ORDER BY q.ended_at DESC, q.id DESC LIMIT 1),
                    base_hash))
            ORDER BY ended_at DESC, id DESC LIMIT :most
            """;

    private static final String BEFORE = """
            SELECT * FROM publication WHERE entry_id = ? AND state = 'done' AND (ended_at, id) < (?, ?)
            ORDER BY ended_at DESC, id DESC LIMIT 1
            """;

    /** How long what failed waits at most before it is tried again. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** A conflict ends when the case is decided anew, which makes another row. */
    private static final String UNDERWAY = """
            SELECT case_id, entry_id, kind, state, not_before, attempts, problem FROM publication p
            WHERE state IN ('waiting', 'writing') OR commit_wanted = 1 OR state = 'conflict' AND NOT EXISTS (
                SELECT 1 FROM publication q WHERE q.case_id = p.case_id AND q.id > p.id)
            ORDER BY id
            """;

    private final Database database;

    /** A publication with the one before it of the same entry. */
    record Following(Publication publication, @Nullable Publication before) {}

    Publications(Database database) {
        this.database = database;
    }

    static void add(Handle handle, Publication publication) {
        handle.execute(
                INSERT,
                publication.caseId(),
                publication.entry().value(),
                publication.kind().id(),
                publication.base(),
                publication.baseText(),
                publication.target(),
                publication.text(),
                ReceiptBook.json(publication.receipt()),
                Moment.text(publication.decidedAt()),
                Moment.text(publication.notBefore()),
                Moment.text(publication.decidedAt()));
    }

    /** Takes back what nobody has begun to write, and says whether there was anything. */
    static boolean withdraw(Handle handle, String caseId) {
        return handle.execute(
                        "UPDATE publication SET state = 'withdrawn' WHERE case_id = ? AND state = 'waiting'", caseId)
                > 0;
    }

    /** With what was being written when the program ended. */
    static Trust coming(Database database, Trust trust) {
        var all = trust;
        for (var each : database.read(handle -> list(handle, "SELECT * FROM publication WHERE state = 'writing'"))) {
            all = all.expecting(each.entry(), each.receipt());
        }
        return all;
    }

    /** What is to be written next; from now on it can no longer be taken back. */
    Optional<Publication> claim(Instant now) {
        if (database.read(handle -> due(handle, now)).isEmpty()) return Optional.empty();
        return database.write(handle -> {
            var due = due(handle, now);
            due.ifPresent(publication -> handle.execute(CLAIM, publication.number()));
            return due;
        });
    }

    List<Underway> underway() {
        return database.read(handle -> handle.createQuery(UNDERWAY)
                .map((row, _) -> new Underway(
                        row.getString("case_id"),
                        new EntryId(row.getString("entry_id")),
                        Kind.find(row.getString("kind")).orElseThrow(),
                        switch (Publication.State.of(row.getString("state"))) {
                            case WAITING, WRITING -> Underway.State.WAITING;
                            case CONFLICT, WITHDRAWN -> Underway.State.CONFLICT;
                            case DONE -> Underway.State.UNCOMMITTED;
                        },
                        Moment.of(row.getString("not_before")),
                        row.getInt("attempts"),
                        row.getString("problem")))
                .list());
    }

    /** It is on the site. */
    void done(Publication publication, boolean toCommit, Instant now) {
        database.write(handle -> {
            Receipts.add(handle, publication);
            return handle.execute(DONE, Moment.text(now), toCommit ? 1 : 0, Moment.text(now), publication.number());
        });
    }

    void conflict(Publication publication, String why, @Nullable String found, Instant now) {
        database.write(handle -> handle.execute(CONFLICT, Moment.text(now), why, found, publication.number()));
    }

    void failed(Publication publication, String problem, Instant next) {
        database.write(handle -> handle.execute(FAILED, Moment.text(next), problem, publication.number()));
    }

    List<Publication> unreported() {
        return database.read(handle -> list(handle, UNREPORTED));
    }

    void reported(Publication publication) {
        database.write(
                handle -> handle.execute("UPDATE publication SET reported = 1 WHERE id = ?", publication.number()));
    }

    List<Publication> uncommitted(Instant now) {
        return database.read(
                handle -> list(handle, UNCOMMITTED, Moment.text(now), Moment.text(now.plus(LONGEST_WAIT))));
    }

    void committed(Publication publication) {
        database.write(handle ->
                handle.execute("UPDATE publication SET commit_wanted = 0 WHERE id = ?", publication.number()));
    }

    /** What was published of an entry, the oldest first. */
    List<Publication> doneOf(EntryId id) {
        return database.read(handle -> list(
                handle, "SELECT * FROM publication WHERE entry_id = ? AND state = 'done' ORDER BY id", id.value()));
    }

    /**
     * What came on the site between two moments and reads differently from what was there, the newest first.
     *
     * @param after the number of a publication: only what came before it
     */
    List<Following> changing(Instant since, Instant until, @Nullable Long after, int most) {
        return database.read(handle -> handle
                .createQuery(CHANGING)
                .bind("since", Moment.text(since))
                .bind("until", Moment.text(until))
                .bind("after", after == null ? 0 : after)
                .bind("most", most)
                .map((row, _) -> publication(row))
                .list()
                .stream()
                .map(each -> new Following(each, before(handle, each)))
                .toList());
    }

    private static @Nullable Publication before(Handle handle, Publication publication) {
        return handle.createQuery(BEFORE)
                .bind(0, publication.entry().value())
                .bind(1, publication.endedAt() == null ? null : Moment.text(publication.endedAt()))
                .bind(2, publication.number())
                .map((row, _) -> publication(row))
                .findOne()
                .orElse(null);
    }

    private static Optional<Publication> due(Handle handle, Instant now) {
        return handle.createQuery(DUE)
                .bind("now", Moment.text(now))
                .bind("farthest", Moment.text(now.plus(LONGEST_WAIT)))
                .map((row, _) -> publication(row))
                .findFirst();
    }

    private static List<Publication> list(Handle handle, String sql, String... values) {
        var query = handle.createQuery(sql);
        for (int at = 0; at < values.length; at++) query.bind(at, values[at]);
        return query.map((row, _) -> publication(row)).list();
    }

    private static Publication publication(ResultSet row) throws SQLException {
        return new Publication(
                row.getLong("id"),
                row.getString("case_id"),
                new EntryId(row.getString("entry_id")),
                Kind.find(row.getString("kind")).orElseThrow(),
                row.getString("base_hash"),
                row.getString("base_text"),
                row.getString("target_hash"),
                row.getString("target_text"),
                ReceiptBook.receipt(row.getString("receipt")),
                Moment.of(row.getString("decided_at")),
                Moment.of(row.getString("not_before")),
                Publication.State.of(row.getString("state")),
                moment(row.getString("ended_at")),
                row.getString("problem"),
                row.getString("found_text"),
                row.getInt("attempts"));
    }

    private static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : Moment.of(text);
    }
}
