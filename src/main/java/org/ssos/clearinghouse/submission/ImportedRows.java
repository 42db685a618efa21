package org.ssos.clearinghouse.submission;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.ssos.clearinghouse.db.Moment;

/** The rows that bulk import has brought in. All SQL about them is in this file. */
final class ImportedRows {
    private final Handle handle;

    ImportedRows(Handle handle) {
        this.handle = handle;
    }

    boolean holds(String hash) {
        return handle.createQuery("SELECT COUNT(*) FROM imported_row WHERE hash = ?")
                        .bind(0, hash)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    void add(String hash, long account, Instant at) {
        handle.execute(
                "INSERT INTO imported_row (hash, account_id, at) VALUES (?, ?, ?)", hash, account, Moment.text(at));
    }
}
