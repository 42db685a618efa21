package org.ssos.clearinghouse.search;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;

/** Something worked out from a catalog once and kept as long as that catalog is served. Safe for use by many threads. */
public final class PerCatalog<T> {
    private final Function<Catalog, T> workOut;
    private volatile @Nullable Known<T> known;

    private record Known<T>(Catalog catalog, T value) {}

    public PerCatalog(Function<Catalog, T> workOut) {
        this.workOut = workOut;
    }

    /** While catalogs change hands two threads may do the work twice; each gets what belongs to its own catalog. */
    public T of(Catalog catalog) {
        var last = known;
        if (last != null && last.catalog() == catalog) return last.value();
        var value = workOut.apply(catalog);
        known = new Known<>(catalog, value);
        return value;
    }
}
