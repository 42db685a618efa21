package org.ssos.clearinghouse.awareness;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.ssos.clearinghouse.schoolyear.SchoolYear;

/** The stored numbers, within one transaction. Nothing in it is about one person. */
final class CountStore {
    private static final String ADD = """
            INSERT INTO awareness_count (school_year, margin, row_id, item, answer, n) VALUES (?, ?, ?, ?, ?, 1)
            ON CONFLICT (school_year, margin, row_id, item, answer) DO UPDATE SET n = awareness_count.n + 1
            """;
    private static final String ADD_AGREED = """
            INSERT INTO awareness_agreed (school_year, n) VALUES (?, 1)
            ON CONFLICT (school_year) DO UPDATE SET n = awareness_agreed.n + 1
            """;
    private static final String NOTE = """
            INSERT INTO awareness_run (number_hash, on_day) VALUES (?, ?) ON CONFLICT (number_hash) DO NOTHING
            """;

    private final Handle handle;

    CountStore(Handle handle) {
        this.handle = handle;
    }

    /** Notes that a run was counted; false where it was before. */
    boolean note(String numberHash, LocalDate day) {
        return handle.execute(NOTE, numberHash, day.toString()) == 1;
    }

    void forgetRunsBefore(LocalDate day) {
        handle.execute("DELETE FROM awareness_run WHERE on_day < ?", day.toString());
    }

    void add(SchoolYear year, Margin margin, String row, Cell cell) {
        handle.execute(ADD, year.start(), margin.id(), row, cell.item(), cell.answer());
    }

    void addAgreed(SchoolYear year) {
        handle.execute(ADD_AGREED, year.start());
    }

    /** The school years in which anybody was counted, the newest first. */
    List<SchoolYear> years() {
        return handle.createQuery("SELECT school_year FROM awareness_agreed ORDER BY school_year DESC")
                .mapTo(Integer.class)
                .map(SchoolYear::new)
                .list();
    }

    Counts of(SchoolYear year) {
        var agreed = handle.createQuery("SELECT n FROM awareness_agreed WHERE school_year = ?")
                .bind(0, year.start())
                .mapTo(Integer.class)
                .findOne()
                .orElse(0);
        var rows = new LinkedHashMap<Margin, Map<String, Map<Cell, Integer>>>();
        var counts = new Counts(agreed, rows);
        for (var margin : Margin.values()) {
            handle.createQuery("SELECT * FROM awareness_count WHERE school_year = ? AND margin = ?")
                    .bind(0, year.start())
                    .bind(1, margin.id())
                    .map((row, _) -> {
                        var cell = new Cell(row.getString("item"), row.getString("answer"));
                        counts.add(margin, row.getString("row_id"), cell, row.getInt("n"));
                        return cell;
                    })
                    .list();
        }
        return counts;
    }
}
