package org.ssos.clearinghouse.db;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * A database as a file: looked over, copied and counted as it is, whatever program wrote it and whoever has it open.
 * Nothing here changes what it holds.
 */
public final class DatabaseFile {
    /** What it is called in its folder. */
    public static final String NAME = "clearinghouse.db";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path file;

    public DatabaseFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    /**
     * Writes what the last complete transaction left into another file, which may be there and empty. What was deleted is
     * not in it. Writers and readers go on meanwhile.
     *
     * @throws UnusableDatabase when the file is no database or is damaged
     * @throws IOException when it cannot be read or the copy cannot be written
     */
    public void copyTo(Path copy) throws IOException, UnusableDatabase {
        ask(handle -> handle.execute("VACUUM INTO ?", copy.toAbsolutePath().toString()));
    }

    /** Everything that is wrong with it, as SQLite says it; empty when it is sound. */
    public List<String> faults() throws IOException, UnusableDatabase {
        return ask(handle -> {
            var faults = new ArrayList<>(handle.createQuery("PRAGMA integrity_check")
                    .mapTo(String.class)
                    .filter(line -> !line.equals("ok"))
                    .list());
            handle.createQuery("PRAGMA foreign_key_check")
                    .map((row, _) ->
                            "a row of " + row.getString(1) + " names one of " + row.getString(3) + " that is not there")
                    .forEach(faults::add);
            return faults;
        });
    }

    /** The number of the last change of its schema. */
    public int schema() throws IOException, UnusableDatabase {
        return ask(Migrations::version);
    }

    /** The number that this program knows. */
    public static int newestSchema() {
        return Migrations.newest();
    }

    /** How many rows each table has. */
    public SortedMap<String, Long> counts() throws IOException, UnusableDatabase {
        return ask(handle -> {
            var counts = new TreeMap<String, Long>();
            for (var table : Tables.of(handle)) counts.put(table, Tables.count(handle, table));
            return counts;
        });
    }

    /** Lets everybody who wants to write wait until it is closed; readers go on. */
    public Closeable holdWriters() throws IOException, UnusableDatabase {
        try {
            var handle = open();
            try {
                handle.execute("BEGIN IMMEDIATE");
                return handle;
            } catch (JdbiException failure) {
                handle.close();
                throw failure;
            }
        } catch (JdbiException failure) {
            throw said(failure);
        }
    }

    private <T> T ask(Function<Handle, T> question) throws IOException, UnusableDatabase {
        try (var handle = open()) {
            return question.apply(handle);
        } catch (JdbiException failure) {
            throw said(failure);
        }
    }

    private IOException said(JdbiException failure) throws UnusableDatabase {
        UnusableDatabase.throwIfDamaged(failure, file);
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return new IOException(cause.getMessage(), failure);
    }

    private Handle open() throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException("there is no database " + file.toAbsolutePath());
        var config = new SQLiteConfig();
        // One that is not there is not made.
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        var handle = Jdbi.create(() -> DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties()))
                .open();
        // Rows on their way into a new file lie nowhere else.
        handle.execute("PRAGMA temp_store = MEMORY");
        return handle;
    }
}
