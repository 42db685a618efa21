package org.ssos.clearinghouse.publishing;

import java.time.Instant;

/** Who is told what became of a decision. Each is told again after a crash, so that hearing it twice changes nothing. */
public interface Reports {
    /** @param hash SHA-256 of the text that is on the site now */
    void published(String caseId, String hash, Instant at);

    void conflict(String caseId, Conflict conflict, Instant at);
}
