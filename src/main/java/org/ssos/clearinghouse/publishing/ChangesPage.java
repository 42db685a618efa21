package org.ssos.clearinghouse.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * What changed in the directory between two days.
 *
 * @param since as it stands in its field
 * @param until as it stands in its field
 * @param query of the same choice; empty where the days cannot be read
 * @param next the address of what follows
 */
public record ChangesPage(
        Chrome chrome,
        String since,
        String until,
        List<Row> rows,
        String query,
        @Nullable String next,
        Problems problems) {
    /**
     * @param path of the entry; absent where it is gone
     * @param history the place in the entry's history
     */
    public record Row(
            Change change,
            PartialDate on,
            @Nullable String path,
            @Nullable String history) {}
}
