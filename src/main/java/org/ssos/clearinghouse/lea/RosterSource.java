package org.ssos.clearinghouse.lea;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Source;

/**
 * Where a group of the roster's columns comes from.
 *
 * @param table {@code districts} or {@code charters}
 * @param covers what the columns hold, in words
 * @param note how far it can be relied on
 */
public record RosterSource(
        String id,
        String table,
        String covers,
        List<String> columns,
        Source source,
        @Nullable String note) {
    public RosterSource {
        columns = List.copyOf(columns);
    }
}
