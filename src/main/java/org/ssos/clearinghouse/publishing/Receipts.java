package org.ssos.clearinghouse.publishing;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.Moment;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Receipt;

/**
 * The receipts of all decisions. What lies in {@code content/receipts} is adopted once, when the database is new; from
 * then on a receipt counts only when publishing itself wrote it here. All SQL about receipts is in this file.
 *
 * <p>Safe for use by many threads.
 */
public final class Receipts {
    private static final String ADOPTED = "receipts-adopted";
    private static final String INSERT = """
            INSERT INTO receipt (entry_id, content_hash, body, publication_id) VALUES (?, ?, ?, ?)
            ON CONFLICT (publication_id) DO NOTHING
            """;
    private static final String LATEST = """
            SELECT entry_id, body FROM receipt WHERE id IN (SELECT max(id) FROM receipt GROUP BY entry_id)
            """;
    private static final String OF_ENTRY = "SELECT body FROM receipt WHERE entry_id = ? ORDER BY id";
    private static final String MARK = """
            INSERT INTO publishing_mark (name, at) VALUES (?, ?) ON CONFLICT (name) DO NOTHING
            """;

    private final Database database;
    private final Clock clock;
    private volatile @Nullable Trust trust;

    public Receipts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is believed of the entries.
     *
     * @param exported what lies in the content folder; only a new database adopts it
     */
    public Trust trust(ReceiptBook exported) {
        var known = trust;
        return known == null ? load(exported) : known;
    }

    private synchronized Trust load(ReceiptBook exported) {
        if (trust == null) {
            if (!isAdopted()) adopt(exported);
            trust = Publications.coming(database, Trust.of(latest()));
        }
        return java.util.Objects.requireNonNull(trust);
    }

    /** All of an entry, the oldest first. */
    List<Receipt> of(EntryId id) {
        return database.read(handle -> of(handle, id));
    }

    /** The last one of an entry. */
    static Optional<Receipt> latest(Handle handle, EntryId id) {
        return of(handle, id).reversed().stream().findFirst();
    }

    /** Keeps the receipt of a publication; to do it again changes nothing. */
    static void add(Handle handle, Publication publication) {
        handle.execute(
                INSERT,
                publication.entry().value(),
                publication.target(),
                ReceiptBook.json(publication.receipt()),
                publication.number());
    }

    synchronized Trust change(UnaryOperator<Trust> change) {
        var changed = change.apply(trust(new ReceiptBook(Map.of())));
        trust = changed;
        return changed;
    }

    private static List<Receipt> of(Handle handle, EntryId id) {
        return handle.createQuery(OF_ENTRY)
                .bind(0, id.value())
                .mapTo(String.class)
                .map(ReceiptBook::receipt)
                .list();
    }

    private Map<EntryId, Receipt> latest() {
        var latest = new HashMap<EntryId, Receipt>();
        database.read(handle ->
                        handle.createQuery(LATEST).mapToMap(String.class).list())
                .forEach(row ->
                        latest.put(new EntryId(text(row.get("entry_id"))), ReceiptBook.receipt(text(row.get("body")))));
        return latest;
    }

    private static String text(@Nullable String column) {
        return java.util.Objects.requireNonNull(column);
    }

    private boolean isAdopted() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM publishing_mark WHERE name = ?")
                        .bind(0, ADOPTED)
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    private void adopt(ReceiptBook exported) {
        database.write(handle -> {
            if (handle.execute(MARK, ADOPTED, Moment.text(clock.instant())) == 0) return 0;
            exported.receipts().forEach((id, receipts) -> {
                for (var receipt : receipts) {
                    handle.execute(INSERT, id.value(), receipt.content(), ReceiptBook.json(receipt), null);
                }
            });
            return exported.receipts().size();
        });
    }
}
