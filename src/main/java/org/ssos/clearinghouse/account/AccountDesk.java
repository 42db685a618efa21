package org.ssos.clearinghouse.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Account.State;
import org.ssos.clearinghouse.account.Audit.Outcome;
import org.ssos.clearinghouse.account.OneTimeLink.Purpose;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.mail.Mail;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.web.Site;

/**
 * What is done to the accounts of others, from the administrator's pages or the command line. Each is one transaction
 * with its row in the audit trail. The last administrator stays one.
 */
public final class AccountDesk {
    private static final String LAST_ADMINISTRATOR = "Nobody else is an administrator. Make somebody one first.";
    private static final int LONGEST_TEXT = 200;

    /** How a change went. */
    public sealed interface Result {
        /** @param link to be handed to its owner; absent where it was mailed or none was made */
        record Done(String words, @Nullable String link) implements Result {}

        /** @param field what has to be mended, where it is a field */
        record Refused(String field, String words) implements Result {}
    }

    private final Database database;
    private final boolean mails;
    private final Notices notices;
    private final Supplier<String> baseUrl;
    private final Clock clock;

    /** @param mails whether links go out by mail; else they are shown */
    public AccountDesk(Database database, boolean mails, Supplier<String> baseUrl, Clock clock) {
        this.database = database;
        this.mails = mails;
        this.notices = new Notices(mails, clock);
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    public List<Account> all() {
        return database.read(handle -> new Accounts(handle).all());
    }

    public Optional<Account> find(String email) {
        return database.read(handle -> new Accounts(handle).find(email));
    }

    Optional<Account> find(long id) {
        return database.read(handle -> new Accounts(handle).find(id));
    }

    /** The link that makes the first account, as long as nobody administers the site. A new one ends the one before. */
    public Optional<String> firstAccountLink() {
        return database.write(handle -> {
            if (new Accounts(handle).hasAdministrator()) return Optional.empty();
            var link = new Links(handle).add(Purpose.FIRST, null, clock.instant());
            return address(handle, link);
        });
    }

    /**
     * Ends every sign-in and every link that works once, as part of a transaction: for a database that is an earlier one,
     * where what has ended since would work again. Passwords and roles stay.
     *
     * @param restored what it was restored from, for the audit trail
     */
    public static void endWhatCameBack(Handle handle, String restored, Instant now) {
        new Sessions(handle).endAll();
        new Links(handle).endAll();
        new Audit(handle).add(now, Actor.COMMAND_LINE, "restore", restored, Outcome.DONE, "");
    }

    public Result invite(Actor actor, String email, String name, String organization, Set<Role> roles) {
        var address = Accounts.normalized(email);
        if (!isEmail(address)) {
            return new Result.Refused("email", "Enter an e-mail address, such as ana@example.org.");
        }
        if (!isText(name))
            return new Result.Refused("name", "Enter a name of " + LONGEST_TEXT + " characters at most.");
        if (!isText(organization)) {
            return new Result.Refused("organization", "Enter the organization; reviews depend on it.");
        }
        if (roles.isEmpty()) return new Result.Refused("roles", "Choose at least one role.");
        return database.write(handle -> {
            var accounts = new Accounts(handle);
            var known = accounts.find(address).orElse(null);
            if (known != null && known.state() != State.INVITED) {
                return new Result.Refused("email", "There is an account for this address already.");
            }
            var account = known == null
                    ? accounts.add(address, name.strip(), organization.strip(), roles, clock.instant())
                    : known;
            accounts.rename(account.id(), name.strip(), organization.strip());
            accounts.change(account.id(), roles);
            audit(handle, actor, "invite", account, ids(roles));
            return linkFor(handle, account, Purpose.INVITATION);
        });
    }

    public Result changeRoles(Actor actor, long id, String organization, Set<Role> roles) {
        if (!isText(organization)) {
            return new Result.Refused("organization", "Enter the organization; reviews depend on it.");
        }
        return database.write(handle -> {
            var accounts = new Accounts(handle);
            var account = accounts.get(id);
            if (!roles.contains(Role.ADMINISTRATOR) && isLastAdministrator(accounts, account)) {
                return new Result.Refused("roles", LAST_ADMINISTRATOR);
            }
            accounts.change(id, roles);
            accounts.rename(id, account.name(), organization.strip());
            audit(
                    handle,
                    actor,
                    "change-roles",
                    account,
                    ids(account.roles()) + " → " + ids(roles) + "; " + account.organization() + " → "
                            + organization.strip());
            var changed = accounts.get(id);
            notices.tell(
                    handle,
                    changed,
                    "An administrator set your roles: " + (changed.roles().isEmpty() ? "none" : changed.roleLabels())
                            + ".");
            return new Result.Done("The roles of " + account.email() + " are changed.", null);
        });
    }

    public Result disable(Actor actor, long id) {
        return database.write(handle -> {
            var accounts = new Accounts(handle);
            var account = accounts.get(id);
            if (isLastAdministrator(accounts, account)) return new Result.Refused("state", LAST_ADMINISTRATOR);
            accounts.change(id, State.DISABLED);
            endEverywhere(handle, id);
            new Links(handle).forget(id);
            audit(handle, actor, "disable", account, "");
            return new Result.Done(account.email() + " can no longer sign in, and was signed out everywhere.", null);
        });
    }

    /** Ends every session of an account; its owner may sign in again at once. */
    public Result signOut(Actor actor, long id) {
        return database.write(handle -> {
            var account = new Accounts(handle).get(id);
            endEverywhere(handle, id);
            audit(handle, actor, "sign-out-everywhere", account, "");
            return new Result.Done(account.email() + " was signed out everywhere.", null);
        });
    }

    public Result enable(Actor actor, long id) {
        return database.write(handle -> {
            var accounts = new Accounts(handle);
            var account = accounts.get(id);
            if (account.state() != State.DISABLED) {
                return new Result.Refused("state", account.email() + " is not disabled.");
            }
            var state = accounts.passwordHash(id).isPresent() ? State.ACTIVE : State.INVITED;
            accounts.change(id, state);
            audit(handle, actor, "enable", account, "");
            return new Result.Done(account.email() + " can sign in again.", null);
        });
    }

    /** Lets the owner choose a new password; the old one is good until then. */
    public Result reset(Actor actor, long id, boolean alsoTwoStep) {
        return database.write(handle -> {
            var accounts = new Accounts(handle);
            var account = accounts.get(id);
            if (account.state() == State.DISABLED) {
                return new Result.Refused("state", account.email() + " is disabled. Enable it first.");
            }
            if (alsoTwoStep) {
                accounts.changeTwoStep(id, null);
                endEverywhere(handle, id);
                notices.tell(handle, account, "An administrator made the site forget your two-step codes.");
            }
            audit(handle, actor, "reset", account, alsoTwoStep ? "with two-step codes" : "");
            return linkFor(handle, account, account.isActive() ? Purpose.RESET : Purpose.INVITATION);
        });
    }

    /** The address a link of the given number is opened at, with a token made now; nothing when it is used or over. */
    public static Function<String, Optional<String>> linkMaker(
            Database database, Supplier<String> baseUrl, Clock clock) {
        return secret -> database.write(handle -> new Links(handle)
                .mint(Long.parseLong(secret), clock.instant())
                .map(token -> baseUrl.get() + "/links/" + token));
    }

    static void endEverywhere(Handle handle, long id) {
        new Sessions(handle).endAll(id);
        new Sessions(handle).forgetBrowsers(id);
    }

    static boolean isText(String text) {
        return !text.isBlank() && text.length() <= LONGEST_TEXT && text.chars().noneMatch(Character::isISOControl);
    }

    static boolean isEmail(String text) {
        return text.length() <= LONGEST_TEXT
                && text.matches(
                        "[^@\\s<>(),;:\\\\\"\\p{Cntrl}]+@[^@\\s<>(),;:\\\\\"\\p{Cntrl}]+\\.[^@\\s.<>(),;:\\\\\"\\p{Cntrl}]+");
    }

    private Result linkFor(Handle handle, Account account, Purpose purpose) {
        var link = new Links(handle).add(purpose, account.id(), clock.instant());
        if (!mails) {
            var words = "Hand this link to " + account.name() + ". It works once, and "
                    + (purpose == Purpose.RESET ? "for an hour." : "for 7 days.");
            return new Result.Done(words, address(handle, link).orElseThrow());
        }
        Outbox.add(handle, mail(account, purpose, Long.toString(link)), clock.instant());
        return new Result.Done("A mail with a link goes to " + account.email() + ".", null);
    }

    private Optional<String> address(Handle handle, long link) {
        return new Links(handle).mint(link, clock.instant()).map(token -> baseUrl.get() + "/links/" + token);
    }

    private static Mail mail(Account account, Purpose purpose, String link) {
        return switch (purpose) {
            case RESET ->
                new Mail(
                        account.email(),
                        "Choose a new password for the " + Site.NAME,
                        """
                        An administrator of the %s sends you this link to choose a new password. It works once, and
                        for an hour:

                        %s

                        If you did not ask for it, leave it: your password stays as it is.
                        """.formatted(Site.NAME, Mail.SECRET),
                        link);
            case INVITATION, FIRST ->
                new Mail(
                        account.email(),
                        "Your account at the " + Site.NAME,
                        """
                        You are invited to work on the %s (%s). Open this link and choose a password. It works once,
                        and for 7 days:

                        %s

                        If you do not expect this, you need not do anything.
                        """.formatted(Site.NAME, account.roleLabels(), Mail.SECRET),
                        link);
        };
    }

    private static boolean isLastAdministrator(Accounts accounts, Account account) {
        return account.isActive()
                && account.roles().contains(Role.ADMINISTRATOR)
                && !accounts.hasAdministratorBesides(account.id());
    }

    private void audit(Handle handle, Actor actor, String action, Account account, String detail) {
        new Audit(handle).add(clock.instant(), actor, action, account.email(), Outcome.DONE, detail);
    }

    private static String ids(Set<Role> roles) {
        return roles.stream().sorted().map(Role::id).collect(Collectors.joining(" "));
    }
}
