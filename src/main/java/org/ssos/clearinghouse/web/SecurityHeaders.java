package org.ssos.clearinghouse.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.function.BiConsumer;

/** Headers that every answer bears: nothing from elsewhere runs here, and nobody may frame these pages. */
public final class SecurityHeaders {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final boolean https;

    /** @param https whether visitors reach the site by https, so that browsers may insist on it */
    public SecurityHeaders(boolean https) {
        this.https = https;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.before(this::set);
    }

    private void set(Context ctx) {
        set(ctx.res()::setHeader);
        if (https) ctx.res().setHeader("Strict-Transport-Security", "max-age=31536000");
    }

    static void set(BiConsumer<String, String> header) {
        header.accept("Content-Security-Policy", POLICY);
        header.accept("X-Content-Type-Options", "nosniff");
        // What somebody searched for stands in the address and is nobody else's business.
        header.accept("Referrer-Policy", "same-origin");
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
    }
}
