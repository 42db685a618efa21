package org.ssos.clearinghouse.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.PartialDate;

/** Whether somebody has checked the facts of an entry, and whether they are due again. */
public record CheckTag(String label, @Nullable PartialDate date, String style, String icon) {
    private static final int DUE_SOON_DAYS = 60;

    public static CheckTag of(Entry entry, LocalDate today) {
        var vetting = entry.vetting();
        var check = vetting == null ? null : vetting.factsChecked();
        if (check == null) return new CheckTag("Not yet reviewed", null, "", "open");
        var due = check.due();
        if (due != null && due.firstDay().isBefore(today)) {
            return new CheckTag("Check overdue since", due, "ver-late", "late");
        }
        if (due != null && due.firstDay().isBefore(today.plusDays(DUE_SOON_DAYS))) {
            return new CheckTag("Check due", due, "ver-due", "due");
        }
        return new CheckTag("Checked", check.on(), "ver-good", "checked");
    }
}
