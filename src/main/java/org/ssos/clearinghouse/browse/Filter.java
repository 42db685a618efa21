package org.ssos.clearinghouse.browse;

import java.util.Collection;
import java.util.function.Function;
import org.ssos.clearinghouse.entry.Entry;

/**
 * What a list can be narrowed by.
 *
 * @param parameter its name in addresses
 * @param all the choice that leaves everything in, such as "All types"
 * @param values the values that an entry has
 * @param label the words for a value
 */
record Filter(
        String parameter,
        String label,
        String all,
        Function<Entry, Collection<String>> values,
        Function<String, String> labelOf) {

    boolean lets(Entry entry, String value) {
        return values.apply(entry).contains(value);
    }
}
