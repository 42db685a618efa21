package org.ssos.clearinghouse.submission;

import org.jspecify.annotations.Nullable;

/**
 * Who proposes something. No more is kept than they choose to say.
 *
 * @param name empty where they did not say
 * @param organization empty where they did not say
 * @param email only where they want an answer
 * @param account of somebody who had signed in; they may not decide about it
 */
public record Sender(
        String name,
        String organization,
        @Nullable String email,
        @Nullable Long account) {}
