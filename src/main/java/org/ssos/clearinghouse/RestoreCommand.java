package org.ssos.clearinghouse;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.backup.BackupFailed;
import org.ssos.clearinghouse.backup.Restore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a backup back. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Bring a backup back into the folders of the settings, while the site does not run.",
            "It is verified before anything is changed. docs/backup.md says what follows."
        })
final class RestoreCommand implements Callable<Integer> {
    private final PrintStream out;
    private final Callable<Settings> settings;
    private final Clock clock;

    @Parameters(paramLabel = "FILE", description = "The backup: clearinghouse-….zip or clearinghouse-….zip.age.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path backup;

    @Option(
            names = "--identity",
            paramLabel = "KEYFILE",
            description = "The file of the private key, as age-keygen writes it, where the backup is encrypted.")
    private @Nullable Path identity;

    @Option(
            names = "--replace",
            description = "Put aside what is in the folders, under before-restore-… in each of them.")
    private boolean replace;

    RestoreCommand(PrintStream out, Callable<Settings> settings, Clock clock) {
        this.out = out;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        var known = settings.call();
        try (var _ = FolderLock.take(known.data())) {
            if (Restore.takeBackUnfinished(SiteBackups.places(known))) out.println(SiteBackups.TAKEN_BACK);
            var name = String.valueOf(backup.getFileName());
            tell(SiteBackups.restore(known, name, clock).from(backup, identity, replace));
            return CommandLine.ExitCode.OK;
        } catch (BackupFailed failed) {
            throw new Refusal(String.valueOf(failed.getMessage()));
        }
    }

    private void tell(Restore.Done done) {
        out.printf("Restored the backup of %s: %,d content files and the database.%n", done.made(), done.files());
        done.aside().forEach(folder -> out.println("What was there before is in " + folder.toAbsolutePath() + "."));
        if (done.unusable() > 0) {
            out.println(done.unusable() + " of the content files do not check; ./clearinghouse check says why.");
        }
        out.println(
                "Everybody has to sign in again, links to set a password have ended, and mail that waited is dropped."
                        + " Start the site now.");
    }
}
