package org.ssos.clearinghouse.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.OneTimeLink.Purpose;
import org.ssos.clearinghouse.db.Moment;
import org.ssos.clearinghouse.web.Token;

/** The one-time links, within one transaction. An account has one at most; the newest counts. Holds hashes only. */
final class Links {
    private static final String INSERT = """
            INSERT INTO one_time_link (purpose, account_id, made_at, expires_at) VALUES (?, ?, ?, ?) RETURNING id
            """;
    private static final String SELECT = """
            SELECT id, purpose, account_id, expires_at FROM one_time_link WHERE token_hash = ? AND expires_at > ?
            """;

    private final Handle handle;

    Links(Handle handle) {
        this.handle = handle;
    }

    /** Makes a link that nobody can open until {@link #mint} gives it a token. */
    long add(Purpose purpose, @Nullable Long account, Instant now) {
        handle.execute("DELETE FROM one_time_link WHERE expires_at <= ?", Moment.text(now));
        if (account == null) {
            handle.execute("DELETE FROM one_time_link WHERE account_id IS NULL");
        } else {
            forget(account);
        }
        return handle.createQuery(INSERT)
                .bind(0, purpose.id())
                .bind(1, account)
                .bind(2, Moment.text(now))
                .bind(3, Moment.text(now.plus(purpose.lasts())))
                .mapTo(Long.class)
                .one();
    }

    /** Gives the link a new token, so that an older one opens it no more; nothing when it is used or over. */
    Optional<String> mint(long id, Instant now) {
        var token = Token.fresh();
        var changed = handle.execute(
                "UPDATE one_time_link SET token_hash = ? WHERE id = ? AND expires_at > ?",
                Token.hash(token),
                id,
                Moment.text(now));
        return changed == 1 ? Optional.of(token) : Optional.empty();
    }

    Optional<OneTimeLink> find(String token, Instant now) {
        return handle.createQuery(SELECT)
                .bind(0, Token.hash(token))
                .bind(1, Moment.text(now))
                .map((row, _) -> new OneTimeLink(
                        row.getLong("id"),
                        Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                        row.getObject("account_id") == null ? null : row.getLong("account_id"),
                        Moment.of(row.getString("expires_at"))))
                .findOne();
    }

    /** Uses the link up; false when somebody else was faster. */
    boolean use(OneTimeLink link) {
        return handle.execute("DELETE FROM one_time_link WHERE id = ?", link.id()) == 1;
    }

    void endAll() {
        handle.execute("DELETE FROM one_time_link");
    }

    void forget(long account) {
        handle.execute("DELETE FROM one_time_link WHERE account_id = ?", account);
    }
}
