package org.ssos.clearinghouse.browse;

import org.ssos.clearinghouse.entry.Archived;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Site;

/**
 * All that is left to be seen of an entry that was taken off the site.
 *
 * @param archive where curators propose to bring it back
 */
public record TakenDownPage(Chrome chrome, String kind, String title, Archived archived, String archive) {
    static TakenDownPage of(Entry entry, Site site) {
        var archived = entry.archived();
        if (archived == null) throw new IllegalArgumentException("It is on the site: " + entry.id());
        var chrome = site.page(entry.title(), entry.path())
                .below(entry.kind().plural(), "/" + entry.kind().path())
                .notIndexed();
        return new TakenDownPage(chrome, entry.kind().label(), entry.fullTitle(), archived, entry.path() + "/archive");
    }
}
