package org.ssos.clearinghouse;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.backup.BackupFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies everything that cannot be made again into one file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copy the content and the database into one file, also while the site runs.",
            "The file is read back and verified before it gets its name.",
            "docs/backup.md says what is in it, and how to restore it."
        })
final class BackupCommand implements Callable<Integer> {
    private final PrintStream out;
    private final Callable<Settings> settings;
    private final Clock clock;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "Where to put it, instead of CLEARINGHOUSE_BACKUPS. Nothing is removed there.")
    private @Nullable Path folder;

    BackupCommand(PrintStream out, Callable<Settings> settings, Clock clock) {
        this.out = out;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        var known = settings.call();
        var backups = SiteBackups.of(known, clock);
        try {
            var made = folder == null ? backups.make() : backups.make(folder);
            out.println(made.file().toAbsolutePath());
            out.printf(
                    "%,d bytes: %,d content files, %,d rows of the database%s. Read back, and whole.%n",
                    made.size(), made.files(), made.rows(), known.backups().key() == null ? "" : ", encrypted");
            made.worries().forEach(out::println);
            return CommandLine.ExitCode.OK;
        } catch (BackupFailed failed) {
            throw new Refusal(String.valueOf(failed.getMessage()));
        }
    }
}
