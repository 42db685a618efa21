package org.ssos.clearinghouse.account;

import java.time.Instant;

/**
 * One browser that somebody has signed in with.
 *
 * @param complete false as long as the code from the phone is still to come
 * @param browser what it calls itself, in few words
 */
record Session(long id, long accountId, boolean complete, String browser, Instant beganAt, Instant seenAt) {}
