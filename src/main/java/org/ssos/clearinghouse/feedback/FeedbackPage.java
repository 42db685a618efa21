package org.ssos.clearinghouse.feedback;

import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * The form by which a reader says something of an entry.
 *
 * @param closed why nothing is taken at the moment
 */
public record FeedbackPage(
        Chrome chrome,
        Entry entry,
        FeedbackForm form,
        Problems problems,
        @Nullable String closed) {
    public String other() {
        return "/feedback?entry=" + entry.id() + (form.report() ? "" : "&say=problem");
    }

    public String change() {
        return "/suggest?entry=" + entry.id();
    }

    public @Nullable String describedBy(String field, @Nullable String hint) {
        if (problems.with(field) == null) return hint;
        return field + "-error" + (hint == null ? "" : " " + hint);
    }
}
