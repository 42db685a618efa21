package org.ssos.clearinghouse.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryState;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Vetting;
import org.ssos.clearinghouse.entry.Vocabularies;

/** Whether somebody has checked the facts of an entry, and whether they are due again. */
public record CheckTag(String label, @Nullable PartialDate date, String style, String icon) {
    private static final int DUE_SOON_DAYS = 60;

    public static CheckTag of(Entry entry, Vocabularies vocabularies, LocalDate today) {
        var vetting = entry.vetting();
        if (vetting != null && vetting.standing() == Vetting.Standing.EDITED_OUTSIDE) {
            return new CheckTag("Edited outside the site, not confirmed", null, "ver-due", "due");
        }
        if (vetting != null && vetting.standing() == Vetting.Standing.EMERGENCY) {
            return new CheckTag("Published in an emergency, not reviewed", null, "ver-due", "due");
        }
        return switch (EntryState.of(entry, vocabularies, today)) {
            case EntryState.Flagged(var since, var _) ->
                new CheckTag("In doubt since", PartialDate.of(since), "ver-late", "late");
            case EntryState.Due(var since) ->
                new CheckTag("Check overdue since", PartialDate.of(since), "ver-late", "late");
            case EntryState.Archived(var on, var _) -> new CheckTag("Archived", PartialDate.of(on), "ver-late", "late");
            case EntryState.Current _ -> inDate(entry, vocabularies, today);
        };
    }

    private static CheckTag inDate(Entry entry, Vocabularies vocabularies, LocalDate today) {
        var check = entry.vetting() == null ? null : entry.vetting().factsChecked();
        if (check == null) return new CheckTag("Not yet reviewed", null, "", "open");
        return EntryState.dueOn(entry, vocabularies)
                .filter(due -> due.isBefore(today.plusDays(DUE_SOON_DAYS)))
                .map(due -> new CheckTag("Check due", PartialDate.of(due), "ver-due", "due"))
                .orElseGet(() -> new CheckTag("Checked", check.on(), "ver-good", "checked"));
    }
}
