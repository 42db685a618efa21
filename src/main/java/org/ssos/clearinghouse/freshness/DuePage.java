package org.ssos.clearinghouse.freshness;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;

/**
 * The entries that somebody should look at.
 *
 * @param total how many fit, shown or not
 * @param next the address of what follows
 */
public record DuePage(
        Chrome chrome,
        DueRequest request,
        List<DueEntry> rows,
        int total,
        List<Tab> tabs,
        @Nullable String next,
        LocalDate today) {
    public record Tab(DueRequest.View view, int count, boolean current) {}

    public String shown() {
        return rows.size() + " of " + total + " shown";
    }
}
