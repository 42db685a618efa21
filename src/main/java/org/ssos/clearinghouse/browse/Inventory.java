package org.ssos.clearinghouse.browse;

import java.util.List;
import java.util.function.Function;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;

/**
 * How the entries of one kind are listed.
 *
 * @param lead what the list holds, in a sentence or two
 * @param columns those after the name
 * @param sort the order where none is asked for, as in an address
 * @param group the heading under which an entry stands, when the list is in that order
 */
record Inventory(
        Kind kind,
        String lead,
        List<Column> columns,
        List<Filter> filters,
        String sort,
        Function<Entry, String> group) {
    static final Function<Entry, String> UNGROUPED = _ -> "";

    boolean hasColumn(String id) {
        return columns.stream().anyMatch(column -> column.id().equals(id));
    }
}
