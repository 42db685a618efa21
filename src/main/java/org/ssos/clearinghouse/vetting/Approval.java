package org.ssos.clearinghouse.vetting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;

/**
 * An order to publish.
 *
 * @param text the whole file
 * @param base the SHA-256 of the file it was made from; absent for a new entry
 * @param notBefore the moment of a scheduled publication
 */
public record Approval(
        String caseId,
        EntryId entry,
        Kind kind,
        String text,
        @Nullable String base,
        Decision decision,
        @Nullable Instant notBefore) {}
