package org.ssos.clearinghouse.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that says what went wrong and what to do.
 *
 * @param typed what a form that could not be taken in held
 * @param at when it went wrong, where that is our fault and worth telling us
 */
public record ErrorPage(
        Chrome chrome,
        int status,
        String heading,
        String advice,
        String requestId,
        List<Typed> typed,
        @Nullable String at) {
    public ErrorPage {
        typed = List.copyOf(typed);
    }

    public boolean isOurs() {
        return at != null;
    }
}
