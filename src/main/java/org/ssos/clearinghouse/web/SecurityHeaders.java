package org.ssos.clearinghouse.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Headers that every answer bears: nothing from elsewhere runs here, and nobody may frame these pages. */
public final class SecurityHeaders {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final boolean https;

    /** @param https whether visitors reach the site by https, so that browsers may insist on it */
    public SecurityHeaders(boolean https) {
        this.https = https;
    }

    public void addRoutes(RoutesConfig routes) {
        routes.before(this::set);
    }

    private void set(Context ctx) {
        var response = ctx.res();
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        // What somebody searched for stands in the address and is nobody else's business.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (https) response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
}
