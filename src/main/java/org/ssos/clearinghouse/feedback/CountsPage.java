package org.ssos.clearinghouse.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.web.Chrome;

/**
 * How many readers said what of which entry within a year.
 *
 * @param total how many entries fit, shown or not
 * @param next the address of what follows
 */
public record CountsPage(
        Chrome chrome,
        ReportsRequest request,
        List<Row> rows,
        int waiting,
        int total,
        @Nullable String next) {
    /** @param path absent where the entry is gone */
    public record Row(EntryId id, String title, @Nullable String path, Counts counts) {}
}
