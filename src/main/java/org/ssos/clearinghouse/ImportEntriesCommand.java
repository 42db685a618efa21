package org.ssos.clearinghouse;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ssos.clearinghouse.account.Account;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.ContentReader;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.UnusableDatabase;
import org.ssos.clearinghouse.submission.EntryImport;
import org.ssos.clearinghouse.submission.ImportFile;
import org.ssos.clearinghouse.submission.ImportRow;
import org.ssos.clearinghouse.vetting.Cases;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts many suggestions into the queue, also while the site runs. Publishes nothing. */
@Command(
        name = "entries",
        mixinStandardHelpOptions = true,
        description = {
            "Put many suggestions into the queue at once (CSV or YAML), also while the site runs. Publishes nothing.",
            "Says what would come in. Then asks, on a terminal; elsewhere it changes nothing without --apply.",
            "A row that came in before makes no second case."
        })
final class ImportEntriesCommand implements Callable<Integer> {
    /** Some thousand entries. */
    private static final long MOST_BYTES = 4_000_000;

    private final PrintStream out;
    private final Callable<Settings> settings;
    private final Clock clock;

    @Parameters(paramLabel = "FILE", description = "A table (.csv) or a text (.yaml); docs/importing.md explains both.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "EMAIL",
            description = "The account that brings it in; its owner may not decide about it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String email;

    @Option(names = "--apply", description = "Put it into the queue without asking.")
    private boolean apply;

    ImportEntriesCommand(PrintStream out, Callable<Settings> settings, Clock clock) {
        this.out = out;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(file)) throw new Refusal("There is no file " + file + ".");
        if (Files.size(file) > MOST_BYTES) {
            throw new Refusal(file + " holds more than " + MOST_BYTES + " bytes. Divide it into several files.");
        }
        var known = settings.call();
        if (!Files.isDirectory(known.content())) throw Refusal.noContent(known.content());
        var catalog = ContentReader.read(ContentFiles.in(known.content()), ContentParts.ALL)
                .catalog();
        if (catalog == null) throw new Refusal("The content cannot be read; `check` says why. Mend it first.");
        var texts = new ContentTexts(known.content());
        var reading = ImportFile.read(
                file.getFileName().toString(), Files.readString(file), catalog, texts, LocalDate.now(clock));
        refuseProblems(reading);
        try (var database = Database.in(known.data())) {
            var account = account(database);
            // Cases are only opened here; nothing is decided, and so nothing published.
            var cases = new Cases(
                    database, () -> catalog, texts.of(() -> catalog), clock, false, (_, _) -> {}, (_, _) -> false);
            return bringIn(new EntryImport(database, cases::open), reading, account);
        } catch (UnusableDatabase unusable) {
            throw new Refusal(String.valueOf(unusable.getMessage()));
        }
    }

    private int bringIn(EntryImport entries, ImportFile.Reading reading, Account account) {
        var fresh = entries.fresh(reading.rows());
        show(reading, fresh);
        if (fresh.isEmpty()) return CommandLine.ExitCode.OK;
        if (!apply && !agreed()) {
            out.println("Nothing was put into the queue. Repeat with --apply to do it.");
            return CommandLine.ExitCode.OK;
        }
        int sent = entries.send(reading.rows(), file.getFileName().toString(), account, clock.instant());
        out.println("Put into the queue: " + sent + ".");
        return CommandLine.ExitCode.OK;
    }

    private void show(ImportFile.Reading reading, List<ImportRow> fresh) {
        for (var row : fresh) {
            var draft = row.draft();
            out.println(
                    row.place() + ": " + (draft.isNew() ? "new " + draft.kind().id() : "change of " + draft.entry()));
        }
        int before = reading.rows().size() - fresh.size();
        if (before > 0) out.println("Came in before: " + before + ".");
        if (reading.alreadyPublished() > 0) {
            out.println("Stands on the site like this: " + reading.alreadyPublished() + ".");
        }
        if (fresh.isEmpty()) out.println("Nothing is left to put into the queue.");
    }

    private static void refuseProblems(ImportFile.Reading reading) throws Refusal {
        if (reading.problems().isEmpty()) return;
        throw new Refusal(String.join("\n", reading.problems())
                + "\nNothing was put into the queue. Correct the file and start again.");
    }

    private Account account(Database database) throws Refusal {
        var account = new AccountDesk(database, false, () -> "", clock)
                .find(email)
                .filter(Account::isActive)
                .orElseThrow(() -> new Refusal(
                        "There is no active account for " + email + ". ./clearinghouse account list shows all."));
        if (!Action.IMPORT_ENTRIES.isOpenTo(account.roles(), Work.OTHERS)) {
            throw new Refusal("The account " + email + " may not " + Action.IMPORT_ENTRIES.label() + ".");
        }
        return account;
    }

    private static boolean agreed() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readLine("Put it into the queue? [y/N] "))
                .filter(answer -> answer.strip().toLowerCase(Locale.ROOT).startsWith("y"))
                .isPresent();
    }
}
