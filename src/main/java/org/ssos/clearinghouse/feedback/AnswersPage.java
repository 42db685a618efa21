package org.ssos.clearinghouse.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.web.Chrome;

/**
 * What readers said and what was done, the newest first.
 *
 * @param next the address of what follows
 */
public record AnswersPage(
        Chrome chrome, List<Row> rows, @Nullable String next) {
    /** @param path absent where the entry is gone */
    public record Row(String title, @Nullable String path, String said, String did, PartialDate on) {}
}
