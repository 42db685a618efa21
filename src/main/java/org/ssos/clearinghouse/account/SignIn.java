package org.ssos.clearinghouse.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Audit.Outcome;
import org.ssos.clearinghouse.account.Throttle.Subject;
import org.ssos.clearinghouse.db.Database;

/**
 * Lets people in: a password first, then a code where the account asks for one. A wrong password, an unknown account
 * and a disabled one get the same answer after the same work.
 */
final class SignIn {
    private static final String ACTION = "sign-in";

    /** The browser an attempt comes from. */
    record From(String network, String browser, @Nullable String knownAs) {}

    sealed interface Result {
        /** Too many attempts; nothing was looked at. */
        record Wait(Duration time) implements Result {}

        record Wrong() implements Result {}

        /** The password was right; the session with this token waits for the code. */
        record CodeNext(String token) implements Result {}

        /** @param browser the new token of a browser that is known from now on */
        record Done(Account account, String token, @Nullable String browser) implements Result {}
    }

    private final Database database;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Notices notices;
    private final Clock clock;
    private final LongAdder failures = new LongAdder();

    SignIn(Database database, Passwords passwords, Throttle throttle, Notices notices, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.throttle = throttle;
        this.notices = notices;
        this.clock = clock;
    }

    Result byPassword(String email, String password, From from) {
        record Found(@Nullable Account account, @Nullable String hash, boolean knownBrowser) {}
        var found = database.read(handle -> {
            var account = new Accounts(handle).find(email).orElse(null);
            var id = account == null ? -1 : account.id();
            return new Found(
                    account,
                    account == null
                            ? null
                            : new Accounts(handle).passwordHash(id).orElse(null),
                    from.knownAs() != null && new Sessions(handle).isKnownBrowser(from.knownAs(), id));
        });
        var subjects = found.knownBrowser() && from.knownAs() != null
                ? List.of(Subject.browser(from.knownAs()))
                : List.of(Subject.account(Accounts.normalized(email)), Subject.address(from.network()));
        var wait = throttle.enter(subjects);
        if (wait.isPresent()) return new Result.Wait(wait.get());
        var account = found.account();
        var hash = account != null && account.isActive() ? found.hash() : null;
        if (!passwords.isRight(password, hash) || account == null) {
            return wrong(account, "password from " + from.network());
        }
        return database.write(handle -> {
            // Somebody may have disabled it or changed the password since.
            var now = new Accounts(handle).get(account.id());
            if (!now.isActive() || !new Accounts(handle).passwordHash(now.id()).equals(Optional.ofNullable(hash))) {
                return new Result.Wrong();
            }
            throttle.succeed(handle, subjects);
            return now.twoStep() ? askForCode(handle, now, from) : letIn(handle, now, from, "password");
        });
    }

    Result byCode(Session pending, String code, From from) {
        var known = from.knownAs();
        var knownBrowser = known != null
                && database.read(handle -> new Sessions(handle).isKnownBrowser(known, pending.accountId()));
        var subjects = List.of(
                knownBrowser && known != null ? Subject.codeFromBrowser(known) : Subject.code(pending.accountId()));
        var wait = throttle.enter(subjects);
        if (wait.isPresent()) return new Result.Wait(wait.get());
        Result result = database.write(handle -> {
            var account = new Accounts(handle).get(pending.accountId());
            var kind = account.isActive() ? useCode(handle, account, code) : Optional.<String>empty();
            if (kind.isEmpty()) return new Result.Wrong();
            throttle.succeed(handle, subjects);
            new Sessions(handle).end(pending.id(), account.id());
            return letIn(handle, account, from, "password and " + kind.get());
        });
        if (result instanceof Result.Wrong) {
            wrong(
                    database.read(handle -> new Accounts(handle).get(pending.accountId())),
                    "code from " + from.network());
        }
        return result;
    }

    /** How many passwords and codes were wrong since the program started. */
    long failures() {
        return failures.sum();
    }

    /**
     * Begins a complete session, as part of the transaction of the handle.
     *
     * @param by what they showed, as the audit trail names it
     */
    Result.Done letIn(Handle handle, Account account, From from, String by) {
        var now = clock.instant();
        var sessions = new Sessions(handle);
        sessions.tidy(now);
        var known = from.knownAs() != null && sessions.isKnownBrowser(from.knownAs(), account.id());
        var browser = known ? null : sessions.rememberBrowser(account.id(), now);
        var token = sessions.begin(account.id(), true, from.browser(), now);
        audit(handle, now, Actor.of(account), account.email(), Outcome.DONE, "by " + by + " from " + from.network());
        return new Result.Done(account, token, browser);
    }

    private Result askForCode(Handle handle, Account account, From from) {
        var now = clock.instant();
        new Audit(handle)
                .add(
                        now,
                        Actor.of(account),
                        "give-password",
                        account.email(),
                        Outcome.DONE,
                        "the code is still to come, from " + from.network());
        return new Result.CodeNext(new Sessions(handle).begin(account.id(), false, from.browser(), now));
    }

    /** Uses a code from the phone, which is good once, or one from paper; names which it was, where it was right. */
    private Optional<String> useCode(Handle handle, Account account, String code) {
        var accounts = new Accounts(handle);
        var step = accounts.twoStepSecret(account.id())
                .map(secret -> TwoStep.step(secret, code, clock.instant()))
                .orElseThrow();
        if (step.isPresent()) {
            return accounts.useStep(account.id(), step.getAsLong()) ? Optional.of("code") : Optional.empty();
        }
        if (!accounts.useRecoveryCode(account.id(), TwoStep.recoveryHash(code))) return Optional.empty();
        new Audit(handle)
                .add(
                        clock.instant(),
                        Actor.of(account),
                        "use-recovery-code",
                        account.email(),
                        Outcome.DONE,
                        accounts.recoveryCodesLeft(account.id()) + " left");
        notices.tell(handle, account, "A recovery code was used to sign in instead of a code from your phone.");
        return Optional.of("recovery code");
    }

    /** What was typed as an e-mail address is not kept where no account has it: it may be a password. */
    private Result.Wrong wrong(@Nullable Account account, String detail) {
        failures.increment();
        var target = account == null ? "unknown account" : account.email();
        return database.write(handle -> {
            audit(handle, clock.instant(), Actor.NOBODY, target, Outcome.FAILED, detail);
            return new Result.Wrong();
        });
    }

    private static void audit(Handle handle, Instant now, Actor actor, String target, Outcome outcome, String detail) {
        new Audit(handle).add(now, actor, ACTION, target, outcome, detail);
    }
}
