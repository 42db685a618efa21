package org.ssos.clearinghouse.feedback;

import java.time.Instant;
import org.ssos.clearinghouse.entry.EntryId;

/**
 * What was published of an answer.
 *
 * @param said what the reader said, in the words of a curator
 * @param did what was done about it
 */
public record Answer(long number, EntryId entry, String said, String did, Instant at) {}
