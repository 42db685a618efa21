package org.ssos.clearinghouse.feedback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;

/**
 * What readers said, one by one.
 *
 * @param waiting how many nobody has looked at
 * @param next the address of what follows
 * @param done what was done just now
 */
public record ReportsPage(
        Chrome chrome,
        ReportsRequest request,
        List<NoteLine> lines,
        int waiting,
        @Nullable String next,
        @Nullable String done) {}
