package org.ssos.clearinghouse.account;

import java.time.Instant;
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

    public enum Outcome {
        DONE,
        /** The permissions did not allow it. */
        REFUSED,
        /** It was tried and was not right, such as a password. */
        FAILED;

        String id() {
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
                .map((row, _) -> new Row(
                        row.getLong("id"),
                        Moment.of(row.getString("at")),
                        row.getString("who"),
                        row.getString("role"),
                        row.getString("organization"),
                        row.getString("action"),
                        row.getString("target"),
                        row.getString("outcome"),
                        row.getString("detail")))
                .list();
    }
}
