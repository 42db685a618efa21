package org.ssos.clearinghouse.ops;

import java.time.Clock;
import org.jdbi.v3.core.JdbiException;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.Moment;

/**
 * Writes one row to the database, down to the disk: nothing less shows whether what people send can be kept. Readers need
 * none of it. All SQL about it is in this file.
 */
final class WritingProbe implements Probe {
    private static final String WRITE = """
            INSERT INTO health_mark (name, at) VALUES ('written', ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at
            """;

    private final Database database;
    private final Clock clock;

    WritingProbe(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "writing";
    }

    @Override
    public Found look() {
        try {
            database.write(handle -> handle.execute(WRITE, Moment.text(clock.instant())));
        } catch (JdbiException failure) {
            return Found.fail("Nothing can be written to the database, so nothing that people send is kept: "
                    + failure.getCause());
        }
        return Found.ok("The database can be written to.");
    }
}
