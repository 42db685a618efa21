package org.ssos.clearinghouse.vetting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.submission.SuggestPage.Control;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * A draft, to be edited: by its main fields, or as a whole text.
 *
 * @param fields none in the view of the whole text
 * @param text the whole text, in that view
 * @param onSite the text on the site, where it is another one than the draft was made from
 * @param base SHA-256 of the published text that whoever saves has had in view
 * @param merged whether what is new on the site was taken over
 * @param clashes the fields that were changed on the site and in the draft, each in another way
 * @param takesApprovalAway whether saving ends an approval or a review
 * @param meanwhile what others did since the form was opened
 * @param before the text that the form was opened with, where others changed it meanwhile
 * @param theirs what they made of it
 */
public record DraftPage(
        Chrome chrome,
        Case one,
        List<Control> fields,
        @Nullable String text,
        @Nullable String onSite,
        @Nullable String base,
        boolean merged,
        List<Merge.Clash> clashes,
        boolean takesApprovalAway,
        List<CaseEvent> meanwhile,
        @Nullable String before,
        @Nullable String theirs,
        Problems problems) {

    public String path() {
        return QueueHandler.PATH + "/" + one.id() + "/draft";
    }
}
