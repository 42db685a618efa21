package org.ssos.clearinghouse.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.FieldChange;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Receipt.Signature;
import org.ssos.clearinghouse.web.Chrome;

/**
 * All versions of an entry, the newest first.
 *
 * @param mayReturn whether the visitor may ask for an earlier one to come back
 */
public record HistoryPage(Chrome chrome, String title, String path, List<Version> versions, boolean mayReturn) {

    /**
     * @param number names it in addresses
     * @param on the day it came on the site; absent where nobody knows
     * @param caseId absent where it came from outside the site
     * @param changes against the version before it
     * @param current whether this is the text that is shown
     */
    public record Version(
            String number,
            String heading,
            @Nullable PartialDate on,
            @Nullable String caseId,
            @Nullable String depth,
            List<Signature> by,
            List<FieldChange> changes,
            boolean current) {
        Version withoutChanges() {
            return new Version(number, heading, on, caseId, depth, by, List.of(), current);
        }
    }

    static HistoryPage of(
            Chrome chrome,
            Entry entry,
            String hash,
            String text,
            List<Publication> done,
            boolean mayReturn,
            boolean maySee,
            ZoneId zone) {
        return new HistoryPage(
                chrome,
                entry.fullTitle(),
                entry.path(),
                versions(hash, text, done, zone).reversed().stream()
                        .map(version -> maySee ? version : version.withoutChanges())
                        .toList(),
                mayReturn);
    }

    private static List<Version> versions(String hash, String text, List<Publication> done, ZoneId zone) {
        var versions = new ArrayList<Version>();
        String before = null;
        String beforeHash = null;
        for (var each : done) {
            // What the text was made from is not what was published before: somebody changed it in between.
            if (each.baseText() != null && !Objects.equals(each.base(), beforeHash)) {
                versions.add(outside("before-" + each.number(), before, each.baseText(), false));
                before = each.baseText();
            }
            versions.add(version(
                    each, before, each.equals(done.getLast()) && each.target().equals(hash), zone));
            before = each.text();
            beforeHash = each.target();
        }
        if (!hash.equals(beforeHash)) versions.add(outside("now", before, text, true));
        return versions;
    }

    private static Version outside(String number, @Nullable String before, String text, boolean current) {
        return new Version(
                number,
                before == null ? "As it was put together" : "Edited outside the site",
                null,
                null,
                null,
                List.of(),
                before == null ? List.of() : FieldChange.between(before, text),
                current);
    }

    private static Version version(Publication each, @Nullable String before, boolean current, ZoneId zone) {
        return new Version(
                Long.toString(each.number()),
                before == null ? "First published" : "Changed",
                day(each.endedAt() == null ? each.decidedAt() : each.endedAt(), zone),
                each.caseId(),
                each.receipt().depth(),
                each.receipt().signatures(),
                before == null ? List.of() : FieldChange.between(before, each.text()),
                current);
    }

    private static PartialDate day(Instant moment, ZoneId zone) {
        return PartialDate.of(LocalDate.ofInstant(moment, zone));
    }
}
