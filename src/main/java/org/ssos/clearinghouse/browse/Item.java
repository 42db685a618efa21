package org.ssos.clearinghouse.browse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;

/** A short text that may lead somewhere. */
public record Item(String text, @Nullable String path) {
    public static Item plain(String text) {
        return new Item(text, null);
    }

    public static Item of(Entry entry) {
        return new Item(entry.title(), entry.path());
    }

    /** What stands between items in a line: a semicolon where one of them has a comma of its own. */
    public static String separator(List<Item> items) {
        return items.stream().anyMatch(item -> item.text().contains(", ")) ? "; " : ", ";
    }
}
