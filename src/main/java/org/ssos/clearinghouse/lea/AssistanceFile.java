package org.ssos.clearinghouse.lea;

import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Source;

/**
 * The state's file for one Dashboard year.
 *
 * @param id as {@code source} of the rows names it, such as {@code CDE 2024-11}
 * @param rows how many LEAs it lists
 * @param note what it leaves out
 */
public record AssistanceFile(
        int year,
        String id,
        int rows,
        Source source,
        @Nullable String note) {}
