package org.ssos.clearinghouse.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Receipt;

/**
 * A text on its way to the site, or there.
 *
 * @param base SHA-256 of the file it was made against; absent for a new entry
 * @param baseText that file, where it was still known when the decision was made
 * @param target SHA-256 of the text
 * @param notBefore the moment of a scheduled publication, or that of the decision
 * @param foundText what lay there instead of the base, in a conflict
 */
record Publication(
        long number,
        String caseId,
        EntryId entry,
        Kind kind,
        @Nullable String base,
        @Nullable String baseText,
        String target,
        String text,
        Receipt receipt,
        Instant decidedAt,
        Instant notBefore,
        State state,
        @Nullable Instant endedAt,
        @Nullable String problem,
        @Nullable String foundText,
        int attempts) {

    enum State {
        /** Decided, not yet begun. Only now can the decision be taken back. */
        WAITING,
        WRITING,
        DONE,
        CONFLICT,
        WITHDRAWN;

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String id) {
            return valueOf(id.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** The entry's file below the content folder. */
    String file() {
        return ContentFiles.fileOf(kind, entry);
    }

    Conflict conflict() {
        return new Conflict(baseText, text, foundText, problem == null ? "" : problem);
    }
}
