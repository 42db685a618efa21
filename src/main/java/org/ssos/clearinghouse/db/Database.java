package org.ssos.clearinghouse.db;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The store of what happened: one SQLite file. Writers stand in a fair queue and each gets a transaction of its own;
 * readers see the last complete one and wait for nobody. Another program may write to the same file: it is waited for.
 *
 * <p>Safe for use by many threads, virtual ones included. What was read or written is on the disk when a call returns.
 */
public final class Database implements Closeable {
    /** A file of this name in the folder says that a restore into it has not ended; nothing there is whole. */
    public static final String BEING_RESTORED = "restore-under-way";

    private static final int READERS = 4;

    /** How long SQLite itself waits for another program, and how often we let it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int TRIES = 12;

    private final Handle writer;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final BlockingQueue<Handle> readers = new ArrayBlockingQueue<>(READERS, true);
    private final AtomicInteger waitingToRead = new AtomicInteger();

    /** How busy it is at a moment: connections that read, and threads that wait to read or to write. */
    public record Load(int reading, int waitingToRead, int waitingToWrite) {}

    private Database(Path file) {
        writer = open(file, false);
        for (int i = 0; i < READERS; i++) readers.add(open(file, true));
    }

    /**
     * Opens the database of a data folder, made or brought up to date where needed.
     *
     * @throws UnusableDatabase when a newer program has changed it, when it is no database or damaged, when the file cannot
     *     be opened, or when a restore into the folder was cut off
     */
    public static Database in(Path folder) throws IOException, UnusableDatabase {
        var file = folder.resolve(DatabaseFile.NAME);
        if (Files.exists(folder.resolve(BEING_RESTORED))) {
            throw new UnusableDatabase("A restore into the data folder " + folder.toAbsolutePath()
                    + " has not ended. If it was cut off, start the site: it puts back what was there before.");
        }
        try {
            Files.createDirectories(folder);
            keepToOurselves(file);
            return opened(file);
        } catch (JdbiException | Unavailable | AccessDeniedException failure) {
            UnusableDatabase.throwIfDamaged(failure, file);
            throw new UnusableDatabase("The database " + file.toAbsolutePath() + " cannot be opened ("
                    + reason(failure) + "). Give the user that runs the program the right to read and write it and its"
                    + " folder, see that the disk is not full, or restore a backup.");
        }
    }

    private static Database opened(Path file) throws UnusableDatabase {
        var database = new Database(file);
        try {
            requireSound(database.writer, file);
            Migrations.run(database.writer);
            return database;
        } catch (UnusableDatabase | RuntimeException failure) {
            database.close();
            throw failure;
        }
    }

    /** A millisecond for each megabyte: better now than in the middle of somebody's work. */
    private static void requireSound(Handle handle, Path file) throws UnusableDatabase {
        var found =
                handle.createQuery("PRAGMA quick_check(1)").mapTo(String.class).one();
        if (!found.equals("ok"))
            throw UnusableDatabase.damaged(file, found.lines().findFirst().orElse(found));
    }

    private static String reason(Exception failure) {
        return failure.getCause() instanceof SQLiteException cause ? cause.getResultCode().message : failure.toString();
    }

    /**
     * Reads, in one transaction: what several questions answer belongs together.
     *
     * @throws Unavailable when the file cannot be read now
     */
    public <T> T read(Function<Handle, T> questions) {
        try {
            return readNow(questions);
        } catch (JdbiException failure) {
            throw inWords(failure);
        }
    }

    private <T> T readNow(Function<Handle, T> questions) {
        var handle = takeReader();
        try {
            handle.execute("BEGIN");
            try {
                return questions.apply(handle);
            } finally {
                handle.execute("ROLLBACK");
            }
        } finally {
            readers.add(handle);
        }
    }

    /**
     * Writes, in one transaction: all of it is kept, or nothing when it throws. May not be called inside itself.
     *
     * @throws Unavailable when the disk is full, or the file cannot be written to for another reason of that kind
     */
    public <T> T write(Function<Handle, T> changes) {
        try {
            return writeNow(changes);
        } catch (JdbiException failure) {
            throw inWords(failure);
        }
    }

    private <T> T writeNow(Function<Handle, T> changes) {
        if (writing.isHeldByCurrentThread()) throw new IllegalStateException("Already in a transaction that writes");
        writing.lock();
        try {
            begin();
            try {
                var result = changes.apply(writer);
                writer.execute("COMMIT");
                return result;
            } catch (Throwable failure) {
                rollBack(failure);
                throw failure;
            }
        } finally {
            writing.unlock();
        }
    }

    /**
     * Takes what was deleted off the disk as well. {@code secure_delete} overwrites what is deleted where it stands, but
     * neither the log nor what SQLite left behind when it moved rows to another page; so the file is written anew
     * without them, and the log is cut to nothing. Nobody else can write meanwhile, which takes seconds where much is kept:
     * {@link Forgetting} does it for many at once. May not be called inside a transaction.
     *
     * @return false when another program was reading for so long that the log could not be cut, or the disk had no room for
     *     the new file; the next call does it
     */
    public boolean forget() {
        if (writing.isHeldByCurrentThread())
            throw new IllegalStateException("In a transaction nothing can be forgotten");
        writing.lock();
        try {
            writer.execute("VACUUM");
            boolean done = writer.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                    .map((row, _) -> row.getInt("busy") == 0)
                    .one();
            if (done) writer.execute("DELETE FROM owed_forgetting");
            return done;
        } catch (JdbiException failure) {
            if (inWords(failure) instanceof Unavailable) return false;
            throw failure;
        } finally {
            writing.unlock();
        }
    }

    /** How busy it is now. Waits for nothing. */
    public Load load() {
        return new Load(READERS - readers.size(), waitingToRead.get(), writing.getQueueLength());
    }

    /** The number of the newest change of its schema. */
    public int schema() {
        return read(Migrations::version);
    }

    @Override
    public void close() {
        writing.lock();
        try {
            for (int i = 0; i < READERS; i++) takeReader().close();
            writer.close();
        } finally {
            writing.unlock();
        }
    }

    /** Takes the right to write at once, so that nothing which was read meanwhile can have changed. */
    private void begin() {
        for (int tries = 1; ; tries++) {
            try {
                writer.execute("BEGIN IMMEDIATE");
                return;
            } catch (JdbiException failure) {
                if (tries == TRIES || !isBusy(failure)) throw failure;
            }
        }
    }

    private void rollBack(Throwable failure) {
        try {
            writer.execute("ROLLBACK");
        } catch (JdbiException alreadyRolledBack) {
            failure.addSuppressed(alreadyRolledBack);
        }
    }

    private Handle takeReader() {
        waitingToRead.incrementAndGet();
        try {
            return readers.take();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the database", stopped);
        } finally {
            waitingToRead.decrementAndGet();
        }
    }

    private static boolean isBusy(JdbiException failure) {
        return isOneOf(failure, SQLiteErrorCode.SQLITE_BUSY);
    }

    /** What does not come from what was asked, but from the disk or another program, is told apart. */
    private static RuntimeException inWords(JdbiException failure) {
        boolean outside = isOneOf(
                failure,
                SQLiteErrorCode.SQLITE_FULL,
                SQLiteErrorCode.SQLITE_IOERR,
                SQLiteErrorCode.SQLITE_READONLY,
                SQLiteErrorCode.SQLITE_CANTOPEN,
                SQLiteErrorCode.SQLITE_BUSY,
                SQLiteErrorCode.SQLITE_PROTOCOL,
                SQLiteErrorCode.SQLITE_CORRUPT,
                SQLiteErrorCode.SQLITE_NOTADB);
        return outside ? new Unavailable(failure) : failure;
    }

    private static boolean isOneOf(JdbiException failure, SQLiteErrorCode... codes) {
        if (!(failure.getCause() instanceof SQLiteException cause)) return false;
        int code = cause.getResultCode().code & 0xff;
        return Arrays.stream(codes).anyMatch(each -> each.code == code);
    }

    private static Handle open(Path file, boolean onlyToRead) {
        var config = new SQLiteConfig();
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        var jdbi = Jdbi.create(() -> DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties()));
        // What goes wrong is logged, and what was bound to a statement may be a secret or somebody's address.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        var handle = jdbi.open();
        handle.execute("PRAGMA secure_delete = ON");
        // What is in the file itself is not lost with its log. Each change is carried over at once; we write little.
        handle.execute("PRAGMA wal_autocheckpoint = 1");
        // Rows on their way into a new file lie nowhere else.
        handle.execute("PRAGMA temp_store = MEMORY");
        if (onlyToRead) handle.execute("PRAGMA query_only = ON");
        return handle;
    }

    /** Nobody else on this machine may read it. Where the system knows no such rights, the folder's are all there is. */
    private static void keepToOurselves(Path file) {
        try {
            if (Files.exists(file)) return;
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException withoutSuchRights) {
            // SQLite makes the file.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
