package org.ssos.clearinghouse.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The numbered changes of the schema, each done once and whole. {@code db/migrations.txt} lists their files in order;
 * the database keeps the number of the last one. A file that was released is never edited: a new one follows it.
 */
final class Migrations {
    private static final String FOLDER = "/db/";

    private Migrations() {}

    /** @throws UnusableDatabase when a newer program has changed the database */
    static void run(Handle handle) throws UnusableDatabase {
        run(handle, files());
    }

    /** The number of the last change this program knows. */
    static int newest() {
        return files().size();
    }

    /** Brings an empty database to an earlier schema. */
    static void runTo(Handle handle, int number) throws UnusableDatabase {
        run(handle, files().subList(0, number));
    }

    private static List<String> files() {
        return text("migrations.txt").lines().toList();
    }

    /** Each change and its number are one transaction, so that a crash leaves the one before. */
    private static void run(Handle handle, List<String> files) throws UnusableDatabase {
        for (int number = 1; number <= files.size(); number++) {
            handle.execute("BEGIN IMMEDIATE");
            // Asked again inside the transaction: another program may have been faster.
            if (version(handle) < number) {
                Statements.run(handle, text(files.get(number - 1)) + "\nPRAGMA user_version = " + number + ";");
            }
            handle.execute("COMMIT");
        }
        if (version(handle) > files.size()) {
            throw new UnusableDatabase("The database was written by a newer clearinghouse (its schema is number "
                    + version(handle) + ", this program knows " + files.size()
                    + "). Start the newer program, or restore a backup that fits this one.");
        }
    }

    static int version(Handle handle) {
        return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
    }

    private static String text(String file) {
        try (var stream = Migrations.class.getResourceAsStream(FOLDER + file)) {
            return new String(require(stream, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static <T> T require(@Nullable T found, String file) {
        if (found == null) throw new IllegalStateException("The program lacks its file " + FOLDER + file);
        return found;
    }
}
