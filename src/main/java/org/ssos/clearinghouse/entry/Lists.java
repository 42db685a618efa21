package org.ssos.clearinghouse.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes absent lists empty and given ones unchangeable, once, in the constructors of records. */
public final class Lists {
    private Lists() {}

    public static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
