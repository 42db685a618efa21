package org.ssos.clearinghouse;

import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.search.Lookup;

/** What is found by its name in the content of this repository, as the site fills it. */
public final class NamesOfAll {
    private static final Lookup LOOKUP = new Lookup(Findables.in(RealContent.catalog()));

    private NamesOfAll() {}

    public static Lookup lookup() {
        return LOOKUP;
    }
}
