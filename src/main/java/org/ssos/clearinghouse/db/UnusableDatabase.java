package org.ssos.clearinghouse.db;

import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The database cannot be used as it is; the message is one sentence that says why and what to do. */
public final class UnusableDatabase extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableDatabase(String message) {
        super(message);
    }

    static UnusableDatabase damaged(Path file, String how) {
        return new UnusableDatabase("The database " + file.toAbsolutePath() + " is damaged (" + how
                + "). Put it aside and restore a backup; docs/backup.md says how.");
    }

    /** Where SQLite says that the file is no database of its own, or is a broken one. */
    static void throwIfDamaged(Exception failure, Path file) throws UnusableDatabase {
        if (!(failure.getCause() instanceof SQLiteException cause)) return;
        int code = cause.getResultCode().code & 0xff;
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) throw damaged(file, "it is no SQLite database");
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) throw damaged(file, "parts of it cannot be read");
    }
}
