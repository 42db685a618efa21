package org.ssos.clearinghouse.backup;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.DatabaseFile;
import org.ssos.clearinghouse.db.UnusableDatabase;

/**
 * Makes backups, beside a running site or without one. What a backup holds belongs together: the content is as it was
 * when the database was copied. It gets its name only after it was read back and proved whole; whatever goes wrong before
 * leaves earlier backups as they were and nothing else behind.
 *
 * <p>Safe for use by many threads and programs; one backup of a site is made at a time.
 */
public final class Backups {
    private static final Logger log = LoggerFactory.getLogger(Backups.class);

    /** While somebody publishes every second, nobody wants to wait for longer. After these, writers wait for us. */
    private static final int TRIES_BESIDE_WRITERS = 3;

    private static final String WORK = ".backup-under-way";
    private static final String LOCK = "backup-lock";
    private static final String PART = ".part";

    private final Path content;
    private final Path data;
    private final BackupPlan plan;
    private final Function<ContentFiles, Set<String>> unusable;
    private final String program;
    private final Clock clock;
    private volatile Last.@Nullable Failed failed;

    /**
     * What was made.
     *
     * @param size in bytes
     * @param rows of all tables
     * @param files of the content
     * @param worries what is not as one would wish, one sentence each; the backup is whole all the same
     */
    public record Made(Path file, long size, long rows, int files, List<String> worries) {
        public Made {
            worries = List.copyOf(worries);
        }
    }

    /**
     * @param content the folder of the content
     * @param data the folder of the database
     * @param unusable which files of a content cannot be used as they are
     * @param program the version of this program
     */
    public Backups(
            Path content,
            Path data,
            BackupPlan plan,
            Function<ContentFiles, Set<String>> unusable,
            String program,
            Clock clock) {
        this.content = content;
        this.data = data;
        this.plan = plan;
        this.unusable = unusable;
        this.program = program;
        this.clock = clock;
    }

    /** Makes one where backups are kept, and removes the oldest of those that are too many. */
    public Made make() throws BackupFailed {
        var made = make(plan.folder());
        removeOld(made.file());
        return made;
    }

    /** Makes one in any folder. */
    public Made make(Path folder) throws BackupFailed {
        try (var _ = lock()) {
            var made = write(folder);
            failed = null;
            return made;
        } catch (IOException | UnusableDatabase | BackupFailed failure) {
            var said = said(folder, failure);
            failed = new Last.Failed(clock.instant(), String.valueOf(said.getMessage()));
            throw said;
        }
    }

    /** The last that was made where backups are kept, by whatever program, or that failed here since. */
    public Optional<Last> last() {
        var failure = failed;
        try {
            var newest = BackupName.in(plan.folder()).stream().findFirst();
            if (failure != null
                    && newest.filter(made -> made.at().isAfter(failure.at())).isEmpty()) return Optional.of(failure);
            if (newest.isEmpty()) return Optional.empty();
            var found = newest.get();
            return Optional.of(new Last.Made(found.at(), found.file(), Files.size(found.file())));
        } catch (IOException unreadable) {
            return Optional.of(new Last.Failed(
                    clock.instant(), "The folder of the backups, " + plan.folder() + ", cannot be read."));
        }
    }

    private Made write(Path folder) throws IOException, UnusableDatabase, BackupFailed {
        Files.createDirectories(folder);
        tidy(folder);
        var work = data.resolve(WORK);
        var now = clock.instant();
        var file = BackupName.free(folder, now, plan.key() != null);
        var part = folder.resolve("." + file.getFileName() + PART);
        try {
            Folders.makePrivate(work);
            Folders.makePrivateFile(part);
            var sealing = Sealing.to(plan.key());
            var manifest = fill(part, sealing, new DatabaseFile(work.resolve("copy.db")));
            var worries = verify(part, sealing, manifest, work.resolve("read-back"));
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            Folders.flush(folder);
            return new Made(
                    file,
                    Files.size(file),
                    manifest.counts().values().stream()
                            .mapToLong(Long::longValue)
                            .sum(),
                    manifest.contentFiles(),
                    worries);
        } finally {
            Files.deleteIfExists(part);
            Folders.delete(work);
        }
    }

    /** What a program that was killed left behind. */
    private void tidy(Path folder) throws IOException {
        Folders.delete(data.resolve(WORK));
        try (var files = Files.newDirectoryStream(folder, ".clearinghouse-*.zip*" + PART)) {
            for (var file : files) Files.delete(file);
        }
    }

    /**
     * The database first, then the content, and once more when the content has changed since before: so no file is newer
     * than its row. In the last try, writers wait meanwhile: then a file may be that of a publication under way, whose row
     * says so; it is taken up again after a restore, which changes nothing when the file is there.
     */
    private Manifest fill(Path part, Sealing sealing, DatabaseFile copy) throws IOException, UnusableDatabase {
        var database = new DatabaseFile(data.resolve(DatabaseFile.NAME));
        for (int tries = 0; tries < TRIES_BESIDE_WRITERS; tries++) {
            var before = ContentFiles.stamps(content);
            copy(database, copy);
            try (var out = sealing.out(part)) {
                var writer = new Archive.Writer(out);
                addContent(writer);
                if (ContentFiles.stamps(content).equals(before)) return end(writer, copy);
            }
        }
        try (var out = sealing.out(part)) {
            var writer = new Archive.Writer(out);
            try (var _ = database.holdWriters()) {
                copy(database, copy);
                addContent(writer);
            }
            return end(writer, copy);
        }
    }

    private static void copy(DatabaseFile database, DatabaseFile copy) throws IOException, UnusableDatabase {
        Files.deleteIfExists(copy.path());
        Folders.makePrivateFile(copy.path());
        database.copyTo(copy.path());
    }

    private void addContent(Archive.Writer writer) throws IOException {
        writer.addAll(Archive.CONTENT, content);
        writer.addAll(Archive.LAST_GOOD, data.resolve(Archive.LAST_GOOD));
    }

    private Manifest end(Archive.Writer writer, DatabaseFile copy) throws IOException, UnusableDatabase {
        writer.add(DatabaseFile.NAME, copy.path());
        var manifest = writer.end(program, copy.schema(), clock.instant(), copy.counts());
        Files.delete(copy.path());
        return manifest;
    }

    /** Reads it back from the disk as a restore would. */
    private List<String> verify(Path part, Sealing sealing, Manifest written, Path readBack)
            throws IOException, UnusableDatabase, BackupFailed {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try (var in = sealing.in(part)) {
            var manifest = Archive.unpack(in, readBack::resolve);
            if (!manifest.equals(written)) throw new IOException("it reads differently from what was written");
        }
        var faults = new DatabaseFile(readBack.resolve(DatabaseFile.NAME)).faults();
        if (!faults.isEmpty()) throw new IOException("the database is not sound: " + faults.getFirst());
        return worries(readBack);
    }

    private List<String> worries(Path readBack) {
        var worries = new ArrayList<String>();
        var folder = readBack.resolve(Archive.CONTENT);
        if (!Files.isDirectory(folder)) {
            worries.add("The content folder " + content.toAbsolutePath() + " is empty.");
            return worries;
        }
        for (var file : unusable.apply(ContentFiles.in(folder))) {
            var good = Files.exists(readBack.resolve(Archive.LAST_GOOD).resolve(file));
            worries.add("The content file " + file + " does not check; "
                    + (good ? "its last good text is in the backup." : "there is no good text of it to keep."));
        }
        return worries;
    }

    private void removeOld(Path made) {
        try {
            int kept = 1;
            for (var each : BackupName.in(plan.folder())) {
                if (each.file().equals(made) || kept++ < plan.keep()) continue;
                Files.delete(each.file());
            }
        } catch (IOException failure) {
            log.warn("Backups: an old one in {} cannot be removed: {}", plan.folder(), failure.toString());
        }
    }

    private Closeable lock() throws IOException, BackupFailed {
        if (!Files.isDirectory(data)) throw new IOException("there is no data folder " + data.toAbsolutePath());
        var channel = FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) != null) return channel;
        channel.close();
        throw new BackupFailed("A backup of this site is being made already. Try again when that is done.");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProgram) {
            return null;
        }
    }

    private static BackupFailed said(Path folder, Exception failure) {
        if (failure instanceof BackupFailed said) return said;
        return new BackupFailed(
                "The backup into " + folder.toAbsolutePath() + " was not made: " + reason(failure)
                        + ". Nothing of it was left, and earlier backups are as they were.",
                failure);
    }

    /** The words of the system where it has some. */
    static String reason(Exception failure) {
        var words = String.valueOf(failure.getMessage()).replaceFirst("\\.$", "");
        return switch (failure) {
            case AccessDeniedException _ -> words + " may not be written to";
            case NoSuchFileException _ -> words + " is not there";
            default -> words;
        };
    }
}
