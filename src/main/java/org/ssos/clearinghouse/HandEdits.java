package org.ssos.clearinghouse;

import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Vetting;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.vetting.Cases;
import org.ssos.clearinghouse.vetting.Subject;

/** Sees to it that each text which came into the content folder outside of the site has its case, and only as long. */
record HandEdits(Cases cases, ContentTexts texts) {
    void look(Catalog catalog) {
        for (var entry : catalog.withArchived()) {
            if (isEdited(entry)) open(entry, catalog);
        }
        for (var one : cases.open()) {
            if (one.subject() != Subject.HAND_EDIT) continue;
            catalog.find(one.entry())
                    .filter(entry -> !isEdited(entry))
                    .ifPresent(entry -> cases.noLongerHandEdited(entry.id()));
        }
    }

    private static boolean isEdited(Entry entry) {
        return entry.vetting() != null && entry.vetting().standing() == Vetting.Standing.EDITED_OUTSIDE;
    }

    /** What changed once more since is looked at when it has been read. */
    private void open(Entry entry, Catalog catalog) {
        var shown = catalog.hashOf(entry).orElse("");
        texts.of(entry)
                .filter(text -> ContentFiles.sha256(text).equals(shown))
                .ifPresent(text -> cases.handEdited(new Draft(entry.kind(), text, entry.id(), shown)));
    }
}
