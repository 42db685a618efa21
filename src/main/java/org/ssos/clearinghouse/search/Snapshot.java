package org.ssos.clearinghouse.search;

import org.ssos.clearinghouse.content.Catalog;

/**
 * What the site shows at one moment: the catalog and the search over that same catalog. A request takes one and keeps
 * it to its end, so that the two never disagree.
 */
public record Snapshot(Catalog catalog, EntrySearch search) {
    /** Changes whenever anything that is shown may have changed. */
    public String version() {
        return catalog.version();
    }
}
