package org.ssos.clearinghouse.web;

import io.javalin.http.Context;

/** What an address is called in logs and in the audit trail. */
public final class Route {
    private Route() {}

    /** The pattern that the address matches, such as {@code /links/{token}}: never the secret that a link holds. */
    public static String of(Context ctx) {
        var matched = ctx.endpoints().matchedHttpEndpoint();
        return matched == null ? "an unknown address" : matched.path;
    }
}
