package org.ssos.clearinghouse;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.account.Account;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.AccountDesk.Result;
import org.ssos.clearinghouse.account.Actor;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.UnusableDatabase;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after accounts, also while the site runs. No password is ever typed here: links lead to a page that asks. */
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = "Look after accounts, also while the site runs.",
        synopsisSubcommandLabel = "COMMAND")
final class AccountCommand implements Runnable {
    private static final String EMAIL = "The e-mail address that names the account.";
    private static final String ROLES = "administrator, editor, lead-reviewer, reviewer, curator; several with commas.";

    private final PrintStream out;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    AccountCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public void run() {
        CommandLine.usage(spec, out);
    }

    @Command(mixinStandardHelpOptions = true, description = "List all accounts.")
    int list() throws Exception {
        return with(false, desk -> {
            desk.all()
                    .forEach(account -> out.printf(
                            "%s  %s  %s  %s  %s%n",
                            account.email(),
                            account.state().id(),
                            account.roleLabels(),
                            account.name(),
                            account.organization()));
            return new Result.Done("", null);
        });
    }

    @Command(mixinStandardHelpOptions = true, description = "Invite somebody.")
    int invite(
            @Parameters(paramLabel = "EMAIL", description = EMAIL) String email,
            @Option(names = "--name", required = true, description = "The name, as colleagues know it.") String name,
            @Option(
                            names = "--organization",
                            required = true,
                            description = "What their work stands for; nobody scores what belongs to their own.")
                    String organization,
            @Option(names = "--roles", required = true, split = ",", description = ROLES) String[] roles,
            @Option(names = "--print", description = "Print the link, also where mail is set up.") boolean print)
            throws Exception {
        var known = roles(roles);
        return with(!print, desk -> desk.invite(Actor.COMMAND_LINE, email, name, organization, known));
    }

    @Command(mixinStandardHelpOptions = true, description = "Give an account these roles, and no others.")
    int roles(
            @Parameters(paramLabel = "EMAIL", description = EMAIL) String email,
            @Parameters(paramLabel = "ROLES", split = ",", arity = "0..1", description = ROLES) String... roles)
            throws Exception {
        var known = roles(roles);
        return withAccount(
                email,
                false,
                (desk, account) -> desk.changeRoles(Actor.COMMAND_LINE, account.id(), account.organization(), known));
    }

    @Command(mixinStandardHelpOptions = true, description = "Keep somebody out, and sign them out everywhere.")
    int disable(@Parameters(paramLabel = "EMAIL", description = EMAIL) String email) throws Exception {
        return withAccount(email, false, (desk, account) -> desk.disable(Actor.COMMAND_LINE, account.id()));
    }

    @Command(name = "sign-out", mixinStandardHelpOptions = true, description = "Sign somebody out everywhere.")
    int signOut(@Parameters(paramLabel = "EMAIL", description = EMAIL) String email) throws Exception {
        return withAccount(email, false, (desk, account) -> desk.signOut(Actor.COMMAND_LINE, account.id()));
    }

    @Command(mixinStandardHelpOptions = true, description = "Let somebody in again.")
    int enable(@Parameters(paramLabel = "EMAIL", description = EMAIL) String email) throws Exception {
        return withAccount(email, false, (desk, account) -> desk.enable(Actor.COMMAND_LINE, account.id()));
    }

    @Command(mixinStandardHelpOptions = true, description = "Make a link to choose a new password.")
    int reset(
            @Parameters(paramLabel = "EMAIL", description = EMAIL) String email,
            @Option(names = "--two-step", description = "Forget the codes of a lost phone, too.") boolean twoStep,
            @Option(names = "--print", description = "Print the link, also where mail is set up.") boolean print)
            throws Exception {
        return withAccount(email, !print, (desk, account) -> desk.reset(Actor.COMMAND_LINE, account.id(), twoStep));
    }

    private interface Change {
        Result on(AccountDesk desk) throws Refusal;
    }

    private interface AccountChange {
        Result on(AccountDesk desk, Account account);
    }

    private int withAccount(String email, boolean mails, AccountChange change) throws Exception {
        return with(mails, desk -> {
            var account = desk.find(email)
                    .orElseThrow(() -> new Refusal(
                            "There is no account for " + email + ". ./clearinghouse account list" + " shows all."));
            return change.on(desk, account);
        });
    }

    private int with(boolean mails, Change change) throws Exception {
        var settings = Settings.from(System.getenv());
        try (var database = Database.in(settings.data())) {
            var desk = new AccountDesk(
                    database, mails && settings.mailServer() != null, settings::localUrl, Clock.systemUTC());
            switch (change.on(desk)) {
                case Result.Refused(var _, var words) -> throw new Refusal(words);
                case Result.Done(var words, var link) -> {
                    if (!words.isEmpty()) out.println(words);
                    if (link != null) out.println(link);
                }
            }
            return 0;
        } catch (UnusableDatabase unusable) {
            throw new Refusal(String.valueOf(unusable.getMessage()));
        }
    }

    private static Set<Role> roles(String... ids) throws Refusal {
        for (var id : ids) {
            if (Role.find(id.strip()).isEmpty()) throw new Refusal("There is no role '" + id + "'. Roles: " + ROLES);
        }
        return Arrays.stream(ids)
                .flatMap(id -> Role.find(id.strip()).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
