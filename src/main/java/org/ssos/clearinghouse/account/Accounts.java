package org.ssos.clearinghouse.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Account.State;
import org.ssos.clearinghouse.db.Moment;

/** The accounts, within one transaction. All SQL about accounts, their roles and their two-step codes is in this file. */
public final class Accounts {
    private static final String SELECT = """
            SELECT id, email, name, organization, state, totp_secret IS NOT NULL AS two_step,
                (SELECT group_concat(role) FROM account_role WHERE account_id = account.id) AS roles
            FROM account
            """;
    private static final String INSERT = """
            INSERT INTO account (email, name, organization, state, created_at) VALUES (?, ?, ?, 'invited', ?)
            RETURNING id
            """;
    private static final String OTHER_ADMINISTRATORS = """
            SELECT count(*) FROM account JOIN account_role ON account_id = id
            WHERE role = ? AND state = 'active' AND id <> ?
            """;

    private final Handle handle;

    public Accounts(Handle handle) {
        this.handle = handle;
    }

    /** An e-mail address as it names an account. */
    static String normalized(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    public List<Account> all() {
        return accounts(SELECT + "ORDER BY name, id");
    }

    public Optional<Account> find(long id) {
        return accounts(SELECT + "WHERE id = ?", id).stream().findFirst();
    }

    public Account get(long id) {
        return find(id).orElseThrow();
    }

    public Optional<Account> find(String email) {
        return accounts(SELECT + "WHERE email = ?", normalized(email)).stream().findFirst();
    }

    /** Whether the site can still be looked after without this account. */
    boolean hasAdministratorBesides(long id) {
        return handle.createQuery(OTHER_ADMINISTRATORS)
                        .bind(0, Role.ADMINISTRATOR.id())
                        .bind(1, id)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    boolean hasAdministrator() {
        return hasAdministratorBesides(-1);
    }

    /** Adds an account that waits for its owner to choose a password. */
    Account add(String email, String name, String organization, Set<Role> roles, Instant now) {
        long id = handle.createQuery(INSERT)
                .bind(0, normalized(email))
                .bind(1, name)
                .bind(2, organization)
                .bind(3, Moment.text(now))
                .mapTo(Long.class)
                .one();
        change(id, roles);
        return get(id);
    }

    void change(long id, Set<Role> roles) {
        handle.execute("DELETE FROM account_role WHERE account_id = ?", id);
        roles.forEach(
                role -> handle.execute("INSERT INTO account_role (account_id, role) VALUES (?, ?)", id, role.id()));
    }

    void change(long id, State state) {
        handle.execute("UPDATE account SET state = ? WHERE id = ?", state.id(), id);
    }

    void rename(long id, String name, String organization) {
        handle.execute("UPDATE account SET name = ?, organization = ? WHERE id = ?", name, organization, id);
    }

    Optional<String> passwordHash(long id) {
        return text("SELECT password FROM account WHERE id = ?", id);
    }

    void changePassword(long id, String hash) {
        handle.execute("UPDATE account SET password = ? WHERE id = ?", hash, id);
    }

    Optional<String> twoStepSecret(long id) {
        return text("SELECT totp_secret FROM account WHERE id = ?", id);
    }

    /** @param secret none turns the codes off */
    void changeTwoStep(long id, @Nullable String secret) {
        handle.execute("UPDATE account SET totp_secret = ?, totp_step = 0 WHERE id = ?", secret, id);
        handle.execute("DELETE FROM recovery_code WHERE account_id = ?", id);
    }

    /** Uses up the codes of this half minute and all before; false when they were used up already. */
    boolean useStep(long id, long step) {
        return handle.execute("UPDATE account SET totp_step = ? WHERE id = ? AND totp_step < ?", step, id, step) == 1;
    }

    void replaceRecoveryCodes(long id, List<String> hashes) {
        handle.execute("DELETE FROM recovery_code WHERE account_id = ?", id);
        hashes.forEach(hash -> handle.execute("INSERT INTO recovery_code (account_id, hash) VALUES (?, ?)", id, hash));
    }

    boolean useRecoveryCode(long id, String hash) {
        return handle.execute("DELETE FROM recovery_code WHERE account_id = ? AND hash = ?", id, hash) == 1;
    }

    int recoveryCodesLeft(long id) {
        return handle.createQuery("SELECT count(*) FROM recovery_code WHERE account_id = ?")
                .bind(0, id)
                .mapTo(Integer.class)
                .one();
    }

    private Optional<String> text(String sql, long id) {
        return handle.createQuery(sql)
                .bind(0, id)
                .map((row, _) -> Optional.ofNullable(row.getString(1)))
                .one();
    }

    private List<Account> accounts(String sql, Object... values) {
        var query = handle.createQuery(sql);
        for (int i = 0; i < values.length; i++) query.bind(i, values[i]);
        return query.map((row, _) -> new Account(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getString("name"),
                        row.getString("organization"),
                        roles(row.getString("roles")),
                        State.of(row.getString("state")),
                        row.getBoolean("two_step")))
                .list();
    }

    private static Set<Role> roles(@Nullable String ids) {
        if (ids == null) return Set.of();
        return List.of(ids.split(",")).stream()
                .flatMap(id -> Role.find(id).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
