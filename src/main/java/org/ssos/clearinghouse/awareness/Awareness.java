package org.ssos.clearinghouse.awareness;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.intake.Intake;
import org.ssos.clearinghouse.schoolyear.SchoolYear;
import org.ssos.clearinghouse.web.FloodGate;
import org.ssos.clearinghouse.web.Token;

/** Counts the answers of visitors who agree, and says what may be shown of the numbers. Safe for use by many threads. */
public final class Awareness {
    /** A county office may be one network for a whole meeting. Beyond it nothing is counted, and the visitor goes on. */
    private static final int COUNTED_FROM_ONE_NETWORK = 60;

    private static final int COUNTED_ALTOGETHER = 600;

    private final Database database;
    private final Supplier<Catalog> catalog;
    private final FloodGate gate;
    private final Clock clock;

    public Awareness(Database database, Supplier<Catalog> catalog, Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.clock = clock;
        gate = new FloodGate(COUNTED_FROM_ONE_NETWORK, COUNTED_ALTOGETHER, clock);
    }

    /**
     * Counts a finished intake, where its visitor agreed: each run once, also when its last page is sent again.
     *
     * @param network where it came from; it bounds how much is counted, and is not kept
     */
    public void count(Intake intake, String network) {
        var today = SchoolYear.today(clock);
        var now = catalog.get();
        var cells = Item.all(now).stream()
                .flatMap(item -> item.of(intake.answers()).stream().map(answer -> new Cell(item.id(), answer)))
                .toList();
        if (!intake.mayCount() || cells.isEmpty() || !intake.run().isFrom(today)) return;
        if (gate.enter(network).isPresent()) return;
        var year = SchoolYear.of(today);
        database.write(handle -> {
            var store = new CountStore(handle);
            store.forgetRunsBefore(today.minusDays(1));
            if (!store.note(Token.hash(intake.run().number()), today)) return false;
            store.addAgreed(year);
            for (var margin : Margin.values()) {
                var row = margin.rowOf(intake.answers(), now);
                cells.forEach(cell -> store.add(year, margin, row, cell));
            }
            return true;
        });
    }

    /** The school years that are over and in which anybody was counted, the newest first. */
    List<SchoolYear> years() {
        var current = current();
        return database.read(handle -> new CountStore(handle).years()).stream()
                .filter(year -> year.compareTo(current) < 0)
                .toList();
    }

    /** The school year that is being counted. */
    SchoolYear current() {
        return SchoolYear.of(SchoolYear.today(clock));
    }

    /** @param year one of {@link #years} */
    Published published(SchoolYear year) {
        return Published.of(year, database.read(handle -> new CountStore(handle).of(year)), catalog.get());
    }
}
