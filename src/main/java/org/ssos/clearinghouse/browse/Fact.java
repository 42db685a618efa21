package org.ssos.clearinghouse.browse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A label with what is known under it.
 *
 * @param inferred it was read between the lines, and readers are told so
 */
public record Fact(
        String label,
        List<Item> items,
        boolean inferred,
        @Nullable String note) {
    public Fact {
        items = List.copyOf(items);
    }

    static Fact of(String label, List<Item> items) {
        return new Fact(label, items, false, null);
    }

    static Fact of(String label, @Nullable String text) {
        return of(label, text == null ? List.of() : List.of(Item.plain(text)));
    }

    public boolean isKnown() {
        return !items.isEmpty() || note != null;
    }
}
