package org.ssos.clearinghouse.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values that are either stated by a source or read from the description; readers are told which. */
public record Marked<T>(List<T> values, boolean inferred) {
    public Marked {
        values = Lists.copy(values);
    }

    static <T> Marked<T> orNone(@Nullable Marked<T> marked) {
        return marked == null ? new Marked<>(List.of(), false) : marked;
    }
}
