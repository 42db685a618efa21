package org.ssos.clearinghouse.awareness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.intake.Question;
import org.ssos.clearinghouse.schoolyear.SchoolYear;
import org.ssos.clearinghouse.web.Chrome;

/**
 * What the field does not know, by school year.
 *
 * @param years those that can be chosen
 * @param shown the one chosen; absent while none is over
 * @param current the one that is being counted
 */
public record AwarenessPage(
        Chrome chrome, List<SchoolYear> years, @Nullable Year shown, SchoolYear current, List<String> counted) {

    /**
     * A school year in words.
     *
     * @param agreed how many are counted, in words
     * @param leftOut the questions left out
     */
    public record Year(SchoolYear year, String agreed, boolean empty, List<String> leftOut, List<Part> parts) {}

    /** A margin. */
    public record Part(String id, String title, List<Table> tables, List<String> leftOut) {}

    /** A question, or several of one kind, with a row for each role, kind of agency or region. */
    public record Table(String title, List<String> heads, List<Line> lines) {}

    /** A row that is shown. */
    public record Line(String label, List<String> cells) {}

    static Year year(Published published) {
        var groups = groups(published.items());
        var agreed = published.agreed();
        return new Year(
                published.year(),
                agreed == null
                        ? "Fewer than 10 visitors agreed to be counted."
                        : agreed + " visitors agreed to be counted.",
                published.isEmpty(),
                published.itemsLeftOut().stream().map(Item::briefly).toList(),
                published.margins().stream().map(margin -> part(margin, groups)).toList());
    }

    /** The checks stand in one table, and so do the options of a question. */
    private static Map<String, List<Item>> groups(List<Item> items) {
        var groups = new LinkedHashMap<String, List<Item>>();
        for (var item : items) {
            var question = item.question();
            var title = question.isCheck() ? "How many knew what is right" : question.text();
            groups.computeIfAbsent(title, _ -> new ArrayList<>()).add(item);
        }
        return groups;
    }

    private static Part part(Published.Table margin, Map<String, List<Item>> groups) {
        return new Part(
                margin.margin().id(),
                margin.margin().label(),
                margin.isEmpty()
                        ? List.of()
                        : groups.entrySet().stream()
                                .map(group -> table(group.getKey(), group.getValue(), margin))
                                .toList(),
                margin.leftOut());
    }

    private static Table table(String title, List<Item> items, Published.Table margin) {
        boolean single = items.getFirst().question().kind() == Question.Kind.SINGLE;
        var heads = single
                ? items.getFirst().answers().stream()
                        .map(Question.Option::label)
                        .toList()
                : items.stream().map(Item::shortly).toList();
        var lines = new ArrayList<Line>();
        for (var row : margin.rows()) {
            var numbers = row.numbers();
            if (numbers == null) continue;
            var cells = single
                    ? Published.cells(items.getFirst()).stream()
                            .map(cell -> String.valueOf(numbers.get(cell)))
                            .toList()
                    : items.stream().map(item -> ofAll(item, numbers)).toList();
            lines.add(new Line(row.label(), cells));
        }
        return new Table(title, heads, lines);
    }

    /** The first answer among all: such as {@code 34 of 60}. */
    private static String ofAll(Item item, Map<Cell, Integer> numbers) {
        var cells = Published.cells(item);
        int all = cells.stream().mapToInt(cell -> numbers.getOrDefault(cell, 0)).sum();
        return numbers.getOrDefault(cells.getFirst(), 0) + " of " + all;
    }

    public boolean isShown(SchoolYear year) {
        return shown != null && shown.year().equals(year);
    }

    /** The day from which the year being counted is shown. */
    public String from() {
        return PartialDate.of(current.next().first()).words();
    }
}
