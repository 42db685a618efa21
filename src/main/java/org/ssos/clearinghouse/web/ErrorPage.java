package org.ssos.clearinghouse.web;

import org.jspecify.annotations.Nullable;

/**
 * A page that says what went wrong and what to do.
 *
 * @param at when it went wrong, where that is our fault and worth telling us
 */
public record ErrorPage(
        Chrome chrome,
        int status,
        String heading,
        String advice,
        String requestId,
        @Nullable String at) {
    public boolean isOurs() {
        return at != null;
    }
}
