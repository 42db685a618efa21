package org.ssos.clearinghouse.awareness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rows of a margin are left out, so that no number under ten is shown or can be worked out.
 *
 * <p>A row is left out when any of its numbers is under ten; zero is. Since the totals can be had from the other margins,
 * the rows left out can be had together; so at least two are left out, and more, the smallest first, until together they
 * have at least ten of every answer.
 *
 * <p>What that guarantees: of every number left out nobody can tell, whatever the other margins show and even knowing
 * these rules, whether it is zero or all that the rows left out have together, which is ten or more. For take the persons
 * in the rows left out, and any answer to any question. Put all who gave it into one of these rows, all others into a
 * second, none into the rest. Each of these rows then has a zero, so that the same rows are left out, and everything
 * shown is the same; and the number in question is everything in the first row and zero in the others. The condition is
 * that every question has two answers or more, and that every answer has ten in total, which {@link Published} sees to.
 * What somebody knows of a person beside this table is not covered.
 */
final class LeavingOut {
    static final int LEAST = 10;

    private LeavingOut() {}

    /**
     * @param rows the numbers of every row; each has every cell
     * @param cells of each of them there are at least ten in all rows together
     */
    static Set<String> of(Map<String, Map<Cell, Integer>> rows, Collection<Cell> cells) {
        var left = new LinkedHashSet<String>();
        var others = new ArrayList<String>();
        rows.forEach((row, numbers) -> {
            if (isSafe(List.of(numbers), cells)) others.add(row);
            else left.add(row);
        });
        if (left.isEmpty()) return left;
        others.sort(Comparator.<String>comparingInt(row -> size(rows.getOrDefault(row, Map.of()), cells))
                .thenComparing(Comparator.naturalOrder()));
        for (var smallest : others) {
            if (left.size() > 1 && isSafe(numbers(left, rows), cells)) break;
            left.add(smallest);
        }
        return left;
    }

    private static List<Map<Cell, Integer>> numbers(Set<String> some, Map<String, Map<Cell, Integer>> rows) {
        return some.stream().map(row -> rows.getOrDefault(row, Map.of())).toList();
    }

    /** Whether the rows together have at least ten of every answer. */
    private static boolean isSafe(List<Map<Cell, Integer>> rows, Collection<Cell> cells) {
        return cells.stream()
                .allMatch(cell ->
                        rows.stream().mapToInt(row -> row.getOrDefault(cell, 0)).sum() >= LEAST);
    }

    private static int size(Map<Cell, Integer> row, Collection<Cell> cells) {
        return cells.stream().mapToInt(cell -> row.getOrDefault(cell, 0)).sum();
    }
}
