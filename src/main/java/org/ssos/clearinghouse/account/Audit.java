package org.ssos.clearinghouse.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.ssos.clearinghouse.db.Moment;

/**
 * The trail of what was done, refused and tried, within one transaction: a change and its row are kept together or not
 * at all. Rows are only added; the database itself refuses to change or delete one. Never holds a secret.
 */
public final class Audit {
    private static final String INSERT = """
            INSERT INTO audit (at, account_id, who, role, organization, action, target, outcome, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String FIND = """
            SELECT * FROM audit WHERE id < :before AND at >= :from AND at < :until
                AND lower(who) LIKE :person ESCAPE '!' AND lower(target) LIKE :target ESCAPE '!'
                AND (:action = '' OR action = :action) AND (:outcome = '' OR outcome = :outcome)
            ORDER BY id DESC LIMIT :most
            """;

    public enum Outcome {
        DONE,
        /** The permissions did not allow it. */
        REFUSED,
        /** It was tried and was not right, such as a password. */
        FAILED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param action of {@link Action}, or what somebody did with their own account */
    public record Row(
            long number,
            Instant at,
            String who,
            String role,
            String organization,
            String action,
            String target,
            String outcome,
            String detail) {}

    private final Handle handle;

    public Audit(Handle handle) {
        this.handle = handle;
    }

    public void add(Instant at, Actor actor, String action, String target, Outcome outcome, String detail) {
        handle.execute(
                INSERT,
                Moment.text(at),
                actor.accountId(),
                actor.who(),
                actor.role(),
                actor.organization(),
                action,
                target,
                outcome.id(),
                detail);
    }

    /** The newest rows, the newest first. */
    public List<Row> latest(int most) {
        return handle.createQuery("SELECT * FROM audit ORDER BY id DESC LIMIT ?")
                .bind(0, most)
                .map((row, _) -> row(row))
                .list();
    }

    /** The rows that fit, the newest first. What is left empty fits everything. */
    List<Row> find(AuditRequest wanted, ZoneId zone, int most) {
        var first = wanted.firstDay();
        var last = wanted.lastDay();
        var before = wanted.before();
        return handle.createQuery(FIND)
                .bind("person", like(wanted.person()))
                .bind("target", like(wanted.target()))
                .bind("action", wanted.action())
                .bind("outcome", wanted.outcome())
                .bind(
                        "from",
                        first == null
                                ? ""
                                : Moment.text(first.atStartOfDay(zone).toInstant()))
                .bind(
                        "until",
                        last == null
                                ? "9"
                                : Moment.text(
                                        last.plusDays(1).atStartOfDay(zone).toInstant()))
                .bind("before", before == null ? Long.MAX_VALUE : before)
                .bind("most", most)
                .map((row, _) -> row(row))
                .list();
    }

    /** The names of everything that was ever done, in alphabetical order. */
    List<String> actions() {
        return handle.createQuery("SELECT DISTINCT action FROM audit ORDER BY action")
                .mapTo(String.class)
                .list();
    }

    /** A pattern that finds the words anywhere, each of their letters standing for itself. */
    private static String like(String words) {
        return "%" + words.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                Moment.of(row.getString("at")),
                row.getString("who"),
                row.getString("role"),
                row.getString("organization"),
                row.getString("action"),
                row.getString("target"),
                row.getString("outcome"),
                row.getString("detail"));
    }
}
