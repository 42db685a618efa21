package org.ssos.clearinghouse.db;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Runs a text of several statements. The driver hands it to SQLite whole, so that triggers stay in one piece. */
final class Statements {
    private Statements() {}

    static void run(Handle handle, String sql) {
        try (var statement = handle.getConnection().createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("The database refused a change of its schema", failure);
        }
    }
}
