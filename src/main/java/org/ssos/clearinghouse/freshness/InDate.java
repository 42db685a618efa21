package org.ssos.clearinghouse.freshness;

import java.time.LocalDate;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.EntryState;

/** How many entries are in date: neither due nor in doubt. */
public record InDate(int current, int all) {
    public static InDate of(Catalog catalog, LocalDate today) {
        var entries = catalog.all();
        int current = (int) entries.stream()
                .filter(entry -> EntryState.of(entry, catalog.vocabularies(), today) instanceof EntryState.Current)
                .count();
        return new InDate(current, entries.size());
    }

    /** Rounded down, so that all of them is said only when it is so. */
    public String words() {
        return all == 0 ? "None yet" : 100L * current / all + "% (" + current + " of " + all + ")";
    }
}
