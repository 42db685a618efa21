package org.ssos.clearinghouse.ops;

import org.ssos.clearinghouse.db.Database;

/** Reads from the database. */
final class DatabaseProbe implements Probe {
    private final Database database;

    DatabaseProbe(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean isNeededByReaders() {
        return true;
    }

    @Override
    public Found look() {
        int schema = database.schema();
        return Found.ok(
                "It can be read. Its schema is number " + schema + ".",
                Figure.of("database.schema", "The number of the newest change of the schema", schema));
    }
}
