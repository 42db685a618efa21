package org.ssos.clearinghouse.db;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The tables of a database, whatever they are. */
final class Tables {
    private Tables() {}

    /** By name, without those of SQLite itself. */
    static List<String> of(Handle handle) {
        return handle.createQuery(
                        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY name")
                .mapTo(String.class)
                .list();
    }

    static long count(Handle handle, String table) {
        return handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Long.class)
                .one();
    }
}
