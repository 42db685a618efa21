package org.ssos.clearinghouse.publishing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.vetting.Approval;
import org.ssos.clearinghouse.vetting.Decision;
import org.ssos.clearinghouse.vetting.Person;
import org.ssos.clearinghouse.vetting.Settlement;

/** Publishing that says where it is, and what is on record of it, for tests. */
public final class Stepped {
    public static final Person EDITOR = new Person(1, "Ana Sample", "Editor", "Sample COE");

    private Stepped() {}

    /** The names of all steps, in their order. */
    public static List<String> steps() {
        return Arrays.stream(Step.values()).map(Step::name).toList();
    }

    public static Publisher publisher(
            Database database,
            Receipts receipts,
            Path folder,
            Shelf shelf,
            Publisher.Rules rules,
            Reports reports,
            @Nullable ContentGit git,
            Clock clock,
            Consumer<String> steps) {
        return new Publisher(
                database, receipts, folder, shelf, rules, reports, git, clock, step -> steps.accept(step.name()));
    }

    /** An order to publish, decided by one editor after gates that nobody wrote down. */
    public static Approval approval(
            String caseId, EntryId id, Kind kind, String text, @Nullable String base, Instant at) {
        return approval(caseId, id, kind, text, base, at, null);
    }

    public static Approval approval(
            String caseId,
            EntryId id,
            Kind kind,
            String text,
            @Nullable String base,
            Instant at,
            @Nullable Instant notBefore) {
        var decision = new Decision(
                EDITOR,
                at,
                ContentFiles.sha256(text),
                "It is right.",
                false,
                null,
                "2026-1",
                null,
                List.of(),
                Settlement.NONE,
                null,
                null);
        return new Approval(caseId, id, kind, text, base, decision, notBefore);
    }

    public record Row(String caseId, String entry, String state, String target, String text, boolean reported) {}

    /** What the outbox holds, in its order. */
    public static List<Row> rows(Database database) {
        return database.read(handle -> handle.createQuery(
                        "SELECT case_id, entry_id, state, target_hash, target_text, reported FROM publication ORDER BY id")
                .map((row, _) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6) == 1))
                .list());
    }

    /** How many receipts each publication has. */
    public static Map<String, Integer> receiptsByCase(Database database) {
        return database.read(handle -> handle.createQuery("SELECT p.case_id, count(r.id) FROM publication p"
                        + " LEFT JOIN receipt r ON r.publication_id = p.id WHERE p.state = 'done' GROUP BY p.id")
                .reduceRows(new java.util.TreeMap<>(), (map, row) -> {
                    map.merge(row.getColumn(1, String.class), row.getColumn(2, Integer.class), Integer::sum);
                    return map;
                }));
    }

    /** What the receipts' file of an entry should hold. */
    public static String exported(Receipts receipts, EntryId id) {
        return ReceiptBook.text(id, receipts.of(id));
    }

    public static String exportedTo(EntryId id) {
        return ReceiptBook.fileOf(id);
    }
}
