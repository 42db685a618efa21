package org.ssos.clearinghouse.feedback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.db.Moment;
import org.ssos.clearinghouse.entry.EntryId;

/** What readers said, within one transaction. All SQL about it is in this file. */
final class Notes {
    private static final int MONTHS_KEPT = 12;
    private static final String COUNT = """
            INSERT INTO feedback_count (entry, month, helpful, not_helpful, reports) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (entry, month) DO UPDATE SET helpful = feedback_count.helpful + excluded.helpful,
                not_helpful = feedback_count.not_helpful + excluded.not_helpful,
                reports = feedback_count.reports + excluded.reports
            """;
    private static final String INSERT = """
            INSERT INTO reader_note (entry, said, problem, words, email, may_publish, case_id, began_case, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CLOSE = """
            UPDATE reader_note SET closed_at = ?, email = NULL WHERE id = ? AND closed_at IS NULL
            """;

    private final Handle handle;

    Notes(Handle handle) {
        this.handle = handle;
    }

    void count(EntryId entry, Said said, Instant now, ZoneId zone) {
        handle.execute(
                COUNT,
                entry.value(),
                month(now, zone),
                said == Said.HELPFUL ? 1 : 0,
                said == Said.NOT_HELPFUL ? 1 : 0,
                said == Said.REPORT ? 1 : 0);
    }

    /** Keeps a note; its number does not count. */
    void add(Note note) {
        handle.execute(
                INSERT,
                note.entry().value(),
                note.said().id(),
                note.problem() == null ? null : note.problem().id(),
                note.words(),
                note.email(),
                note.mayPublish() ? 1 : 0,
                note.caseId(),
                note.began() ? 1 : 0,
                Moment.text(note.at()));
    }

    /** The case that the first report of this problem began, where it is one of these. */
    Optional<String> caseOf(EntryId entry, Problem problem, List<String> cases) {
        return handle
                .createQuery("SELECT DISTINCT case_id FROM reader_note WHERE entry = ? AND problem = ?"
                        + " AND case_id IS NOT NULL ORDER BY case_id")
                .bind(0, entry.value())
                .bind(1, problem.id())
                .mapTo(String.class)
                .list()
                .stream()
                .filter(cases::contains)
                .findFirst();
    }

    Optional<Note> find(long number) {
        return handle.createQuery("SELECT * FROM reader_note WHERE id = ?")
                .bind(0, number)
                .map((row, _) -> note(row))
                .findOne();
    }

    /**
     * The oldest first where they wait for somebody, else the newest first.
     *
     * @param after the number of a note: only what follows it
     */
    List<Note> list(boolean open, @Nullable Said said, @Nullable EntryId entry, @Nullable Long after, int most) {
        var sql = "SELECT * FROM reader_note WHERE closed_at IS " + (open ? "" : "NOT ") + "NULL"
                + (said == null ? "" : " AND said = :said")
                + (entry == null ? "" : " AND entry = :entry")
                + (after == null ? "" : " AND id " + (open ? ">" : "<") + " :after")
                + " ORDER BY id" + (open ? "" : " DESC") + " LIMIT :most";
        var query = handle.createQuery(sql).bind("most", most);
        if (said != null) query.bind("said", said.id());
        if (entry != null) query.bind("entry", entry.value());
        if (after != null) query.bind("after", after);
        return query.map((row, _) -> note(row)).list();
    }

    int waiting() {
        return handle.createQuery("SELECT count(*) FROM reader_note WHERE closed_at IS NULL")
                .mapTo(Integer.class)
                .one();
    }

    /** Notes that it was dealt with, and forgets where to write to. False when somebody was faster. */
    boolean close(long number, Instant now) {
        return handle.execute(CLOSE, Moment.text(now), number) > 0;
    }

    void publish(EntryId entry, String said, String did, Instant now) {
        handle.execute(
                "INSERT INTO reader_answer (entry, said, did, at) VALUES (?, ?, ?, ?)",
                entry.value(),
                said,
                did,
                Moment.text(now));
    }

    /**
     * What was published, the newest first.
     *
     * @param before the number of an answer: only older ones
     */
    List<Answer> answers(@Nullable EntryId entry, @Nullable Long before, int most) {
        var query = handle.createQuery("SELECT * FROM reader_answer WHERE id < :before"
                        + (entry == null ? "" : " AND entry = :entry") + " ORDER BY id DESC LIMIT :most")
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("most", most);
        if (entry != null) query.bind("entry", entry.value());
        return query.map((row, _) -> new Answer(
                        row.getLong("id"),
                        new EntryId(row.getString("entry")),
                        row.getString("said"),
                        row.getString("did"),
                        Moment.of(row.getString("at"))))
                .list();
    }

    /** What was said of each entry within a year, this month included. */
    Map<EntryId, Counts> counts(Instant now, ZoneId zone) {
        var counts = new HashMap<EntryId, Counts>();
        handle.createQuery("SELECT entry, sum(helpful) AS helpful, sum(not_helpful) AS not_helpful,"
                        + " sum(reports) AS reports FROM feedback_count WHERE month > ? GROUP BY entry")
                .bind(0, month(yearBefore(now), zone))
                .map((row, _) -> Map.entry(
                        new EntryId(row.getString("entry")),
                        new Counts(row.getInt("helpful"), row.getInt("not_helpful"), row.getInt("reports"))))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    /** Of what was dealt with a year ago, the counts are left. */
    void forget(Instant now) {
        handle.execute("DELETE FROM reader_note WHERE closed_at < ?", Moment.text(yearBefore(now)));
    }

    private static Instant yearBefore(Instant now) {
        return now.atZone(ZoneOffset.UTC).minus(MONTHS_KEPT, ChronoUnit.MONTHS).toInstant();
    }

    private static String month(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate().toString().substring(0, 7);
    }

    private static Note note(ResultSet row) throws SQLException {
        var closed = row.getString("closed_at");
        return new Note(
                row.getLong("id"),
                new EntryId(row.getString("entry")),
                Said.find(row.getString("said")).orElseThrow(),
                Problem.find(row.getString("problem")).orElse(null),
                row.getString("words"),
                row.getString("email"),
                row.getInt("may_publish") == 1,
                row.getString("case_id"),
                row.getInt("began_case") == 1,
                Moment.of(row.getString("at")),
                closed == null ? null : Moment.of(closed));
    }
}
