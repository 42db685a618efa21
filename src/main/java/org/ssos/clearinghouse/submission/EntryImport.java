package org.ssos.clearinghouse.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.ssos.clearinghouse.account.Account;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Actor;
import org.ssos.clearinghouse.account.Audit;
import org.ssos.clearinghouse.account.Audit.Outcome;
import org.ssos.clearinghouse.db.Database;

/** Brings many suggestions into the queue at once: all of a file or nothing, and no row twice. */
public final class EntryImport {
    private final Database database;
    private final BiFunction<Handle, NewCase, String> open;

    /** @param open makes a case of what is sent, as part of the transaction of the handle */
    public EntryImport(Database database, BiFunction<Handle, NewCase, String> open) {
        this.database = database;
        this.open = open;
    }

    /** The rows that did not come in before. */
    public List<ImportRow> fresh(List<ImportRow> rows) {
        return database.read(handle -> fresh(handle, rows));
    }

    /**
     * Makes a case of each row that did not come in before, and says how many that were. Whoever brings rows in stands for
     * them and may not decide about them.
     */
    public int send(List<ImportRow> rows, String file, Account account, Instant now) {
        var sender = new Sender(account.name(), account.organization(), null, account.id());
        return database.write(handle -> {
            var fresh = fresh(handle, rows);
            var opened = new ArrayList<String>();
            for (var row : fresh) {
                new ImportedRows(handle).add(row.hash(), account.id(), now);
                opened.add(open.apply(handle, NewCase.of(row.draft(), sender)));
            }
            if (!fresh.isEmpty()) {
                new Audit(handle)
                        .add(
                                now,
                                Actor.of(account),
                                Action.IMPORT_ENTRIES.id(),
                                file,
                                Outcome.DONE,
                                opened.size() + " rows");
            }
            return opened.size();
        });
    }

    private static List<ImportRow> fresh(Handle handle, List<ImportRow> rows) {
        var known = new ImportedRows(handle);
        var fresh = new ArrayList<ImportRow>();
        for (var row : rows) if (!known.holds(row.hash())) fresh.add(row);
        return fresh;
    }
}
