package org.ssos.clearinghouse.awareness;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Question.Option;
import org.ssos.clearinghouse.schoolyear.SchoolYear;

/**
 * What is shown of a school year. It is over, so that its numbers never change: the difference between two states of a
 * table would tell who came in between.
 *
 * @param agreed how many visitors are counted; absent under ten
 * @param items those of which every answer was given ten times or more
 * @param itemsLeftOut the others
 */
record Published(
        SchoolYear year, @Nullable Integer agreed, List<Item> items, List<Item> itemsLeftOut, List<Table> margins) {

    /** The rows of a margin. */
    record Table(Margin margin, List<Row> rows) {
        boolean isEmpty() {
            return rows.stream().allMatch(row -> row.numbers() == null);
        }

        List<String> leftOut() {
            return rows.stream()
                    .filter(row -> row.numbers() == null)
                    .map(Row::label)
                    .toList();
        }
    }

    /** @param numbers of every cell; absent where the row is left out */
    record Row(String id, String label, @Nullable Map<Cell, Integer> numbers) {}

    static Published of(SchoolYear year, Counts counts, Catalog catalog) {
        var rows = new LinkedHashMap<Margin, List<Option>>();
        for (var margin : Margin.values()) rows.put(margin, margin.rows(catalog));
        return of(year, counts, Item.all(catalog), rows);
    }

    /** @param known the rows of each margin, whether or not anybody is in them */
    static Published of(SchoolYear year, Counts counts, List<Item> asked, Map<Margin, List<Option>> known) {
        var items = asked.stream()
                .filter(item -> cells(item).stream().allMatch(cell -> counts.total(cell) >= LeavingOut.LEAST))
                .toList();
        var cells = items.stream().flatMap(item -> cells(item).stream()).toList();
        return new Published(
                year,
                counts.agreed() < LeavingOut.LEAST ? null : counts.agreed(),
                items,
                asked.stream().filter(item -> !items.contains(item)).toList(),
                Arrays.stream(Margin.values())
                        .map(margin -> table(margin, labels(margin, counts, known), counts, cells))
                        .toList());
    }

    /** Rows that the content no longer has are counted as they were. */
    private static Map<String, String> labels(Margin margin, Counts counts, Map<Margin, List<Option>> known) {
        var labels = new LinkedHashMap<String, String>();
        known.getOrDefault(margin, List.of()).forEach(row -> labels.put(row.id(), row.label()));
        counts.rows().getOrDefault(margin, Map.of()).keySet().forEach(row -> labels.putIfAbsent(row, row));
        return labels;
    }

    private static Table table(Margin margin, Map<String, String> labels, Counts counts, List<Cell> cells) {
        var rows = new LinkedHashMap<String, Map<Cell, Integer>>();
        labels.keySet().forEach(row -> rows.put(row, numbers(margin, row, counts, cells)));
        var left = cells.isEmpty() ? rows.keySet() : LeavingOut.of(rows, cells);
        return new Table(
                margin,
                labels.entrySet().stream()
                        .map(row -> new Row(
                                row.getKey(),
                                row.getValue(),
                                left.contains(row.getKey()) ? null : rows.get(row.getKey())))
                        .toList());
    }

    private static Map<Cell, Integer> numbers(Margin margin, String row, Counts counts, List<Cell> cells) {
        return cells.stream()
                .collect(Collectors.toMap(
                        cell -> cell, cell -> counts.of(margin, row, cell), (one, _) -> one, LinkedHashMap::new));
    }

    static List<Cell> cells(Item item) {
        return item.answers().stream()
                .map(answer -> new Cell(item.id(), answer.id()))
                .toList();
    }

    /** Whether there is any number to show. */
    boolean isEmpty() {
        return margins.stream().allMatch(Table::isEmpty);
    }
}
