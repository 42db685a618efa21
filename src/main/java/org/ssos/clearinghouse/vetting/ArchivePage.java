package org.ssos.clearinghouse.vetting;

import java.util.List;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * An entry that somebody wants to archive or to bring back.
 *
 * @param open the cases about it in which something is left to do
 * @param mayPropose whether the visitor may open a case
 * @param mayTakeDown whether the visitor may take it off the site alone
 */
public record ArchivePage(
        Chrome chrome,
        Entry entry,
        List<Case> open,
        boolean mayPropose,
        boolean mayTakeDown,
        CaseForm form,
        Problems problems) {
    public String path() {
        return entry.path() + "/archive";
    }

    public String value(String field) {
        return form.text(field);
    }

    public Problems problemsOf(String name) {
        return form.name().equals(name) ? problems : Problems.NONE;
    }
}
