package org.ssos.clearinghouse.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.DatabaseFile;
import org.ssos.clearinghouse.db.UnusableDatabase;

/**
 * Brings a backup back, whole or not at all. Everything is read, verified and made ready beside what is there before
 * anything is moved; what fails or is cut off after that is taken back, at once or by whoever comes next.
 *
 * <p>The caller holds the lock of the data folder. Used by one thread.
 */
public final class Restore {
    private final Places places;
    private final Function<ContentFiles, Set<String>> unusable;
    private final Consumer<Database> settling;
    private final Clock clock;
    private final Consumer<String> steps;

    /**
     * What was restored.
     *
     * @param made when the backup was made
     * @param program the version that made it
     * @param files of the content
     * @param unusable of these, those that do not check
     * @param aside where what was there before is
     */
    public record Done(Instant made, String program, int files, int unusable, List<Path> aside) {
        public Done {
            aside = List.copyOf(aside);
        }
    }

    /**
     * @param unusable which files of a content cannot be used as they are
     * @param settling ends in the restored database what must not go on from then, before anybody sees it
     */
    public Restore(
            Places places, Function<ContentFiles, Set<String>> unusable, Consumer<Database> settling, Clock clock) {
        this(places, unusable, settling, clock, _ -> {});
    }

    /** @param steps is told each step before it is taken */
    Restore(
            Places places,
            Function<ContentFiles, Set<String>> unusable,
            Consumer<Database> settling,
            Clock clock,
            Consumer<String> steps) {
        this.places = places;
        this.unusable = unusable;
        this.settling = settling;
        this.clock = clock;
        this.steps = steps;
    }

    /**
     * Puts back what was there before a restore that was cut off.
     *
     * @return whether one was
     */
    public static boolean takeBackUnfinished(Places places) throws IOException {
        return new Swap(places, _ -> {}).takeBack();
    }

    /**
     * Restores a backup.
     *
     * @param identity the file of the private key; absent where the backup is not encrypted
     * @param replace whether what is there may be put aside
     */
    public Done from(Path backup, @Nullable Path identity, boolean replace) throws BackupFailed {
        if (!Files.isRegularFile(backup)) {
            throw new BackupFailed("There is no backup " + backup.toAbsolutePath() + ".");
        }
        var identities = identity == null ? null : Identities.in(identity);
        var swap = new Swap(places, steps);
        try {
            swap.takeBack();
            requireRoom(replace);
            var manifest = stage(backup, identities);
            int broken = unusable.apply(ContentFiles.in(places.staged(Archive.CONTENT + "/")))
                    .size();
            var time = places.free(BackupName.minute(clock.instant()));
            swap.make(time);
            return new Done(
                    manifest.made(),
                    manifest.program(),
                    manifest.contentFiles(),
                    broken,
                    places.all(time).stream()
                            .map(Places.Place::aside)
                            .filter(Files::isDirectory)
                            .toList());
        } catch (IOException | RuntimeException failure) {
            takeBack(swap, failure);
            throw new BackupFailed(
                    "The backup " + backup.toAbsolutePath() + " was not restored: " + Backups.reason(failure)
                            + ". What was there before is as it was.",
                    failure);
        } catch (BackupFailed refused) {
            takeBack(swap, refused);
            throw refused;
        }
    }

    private static void takeBack(Swap swap, Exception failure) throws BackupFailed {
        try {
            swap.takeBack();
        } catch (IOException again) {
            again.addSuppressed(failure);
            throw new BackupFailed(
                    "The restore failed (" + Backups.reason(failure) + "), and what was there before cannot be put back"
                            + " yet: " + Backups.reason(again) + ". Mend that, then start the site: it puts it back.",
                    again);
        }
    }

    private void requireRoom(boolean replace) throws IOException, BackupFailed {
        if (!replace && !places.areEmpty()) {
            throw new BackupFailed("There is something in " + places.content().toAbsolutePath() + " or "
                    + places.data().toAbsolutePath()
                    + ". Restore into empty folders, or use --replace, which puts aside what is there.");
        }
    }

    private Manifest stage(Path backup, @Nullable Identities identities) throws IOException, BackupFailed {
        Files.createDirectories(places.content());
        Folders.makePrivate(places.staged(Archive.CONTENT + "/"));
        Folders.makePrivate(places.staged(""));
        steps.accept("unpack");
        try {
            var manifest = unpacked(backup, identities);
            var database = new DatabaseFile(places.staged(DatabaseFile.NAME));
            requireKnown(backup, manifest);
            var faults = database.faults();
            if (!faults.isEmpty()) throw damaged(backup, faults.getFirst(), null);
            steps.accept("settle");
            try (var opened = Database.in(places.staged(""))) {
                settling.accept(opened);
            }
            Folders.flushAll(places.staged(""));
            Folders.flushAll(places.staged(Archive.CONTENT + "/"));
            return manifest;
        } catch (UnusableDatabase unusableDatabase) {
            throw damaged(backup, "its database cannot be used", unusableDatabase);
        }
    }

    private Manifest unpacked(Path backup, @Nullable Identities identities) throws IOException, BackupFailed {
        try (var in = Sealing.in(backup, identities)) {
            return Archive.unpack(in, places::staged);
        } catch (Archive.Damaged found) {
            throw damaged(backup, String.valueOf(found.getMessage()), found);
        }
    }

    private static BackupFailed damaged(Path backup, String how, @Nullable Exception cause) {
        var words = "The backup " + backup.toAbsolutePath() + " is damaged: " + how
                + ". Nothing was changed; try an earlier one.";
        return cause == null ? new BackupFailed(words) : new BackupFailed(words, cause);
    }

    private static void requireKnown(Path backup, Manifest manifest) throws BackupFailed {
        if (manifest.format() > Manifest.FORMAT || manifest.schema() > DatabaseFile.newestSchema()) {
            throw new BackupFailed("The backup " + backup.toAbsolutePath() + " was made by a newer clearinghouse ("
                    + manifest.program() + ", schema number " + manifest.schema() + "; this program knows "
                    + DatabaseFile.newestSchema() + "). Restore it with that program, or a newer one.");
        }
    }
}
