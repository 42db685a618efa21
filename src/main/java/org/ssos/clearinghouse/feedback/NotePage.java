package org.ssos.clearinghouse.feedback;

import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * One note, and the form that answers it.
 *
 * @param mayAnswer whether the visitor's roles let them
 * @param mails whether the site writes to those who left an address
 */
public record NotePage(
        Chrome chrome, NoteLine line, boolean mayAnswer, boolean mails, String said, String did, Problems problems) {
    /** Who will read the answer. */
    public String readers() {
        var note = line.note();
        var email = note.email();
        var privately = note.began()
                ? "The reader sees it on their private page."
                : email == null
                        ? ""
                        : mails
                                ? "The reader gets it by mail."
                                : "No mail server is set: write to " + email + " yourself.";
        return (note.mayPublish() ? "It is published on the page of the entry and at “You said, we did”. " : "")
                + privately;
    }

    public @Nullable String whyNoAnswer() {
        var note = line.note();
        if (!note.isOpen()) return "It was dealt with.";
        return note.canBeAnswered()
                ? null
                : "The reader did not ask for an answer and did not agree that one is published.";
    }
}
