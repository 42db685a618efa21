package org.ssos.clearinghouse.browse;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;

/**
 * A column of a list.
 *
 * @param id its name in addresses, CSV and JSON
 * @param order what its head sorts by; absent where sorting says nothing
 */
record Column(
        String id,
        String label,
        Function<Entry, List<Item>> cell,
        @Nullable Comparator<Entry> order) {

    /** A column that sorts by its own text; entries without one come last. */
    static Column sortedByText(String id, String label, Function<Entry, List<Item>> cell) {
        return new Column(
                id,
                label,
                cell,
                Comparator.comparing(
                        entry -> text(cell.apply(entry)),
                        Comparator.comparing(String::isEmpty).thenComparing(String.CASE_INSENSITIVE_ORDER)));
    }

    static Column unsorted(String id, String label, Function<Entry, List<Item>> cell) {
        return new Column(id, label, cell, null);
    }

    Column sortedBy(Comparator<Entry> comparator) {
        return new Column(id, label, cell, comparator);
    }

    List<Item> of(Entry entry) {
        return cell.apply(entry);
    }

    String textOf(Entry entry) {
        return text(of(entry));
    }

    private static String text(List<Item> items) {
        return items.stream().map(Item::text).collect(Collectors.joining("; "));
    }
}
