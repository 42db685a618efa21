package org.ssos.clearinghouse.web;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Headers that every answer bears: nothing from elsewhere runs here, no other site reads along, and only the sites that the
 * operator names may show public pages inside theirs. Pages that somebody does something on are never shown inside others.
 */
public final class SecurityHeaders {
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    private static final String NO_SITE = "'none'";

    /** What a page can ask a browser for. None of ours asks for any of it. */
    private static final String NO_FEATURES = "accelerometer=(), autoplay=(), browsing-topics=(), camera=(),"
            + " clipboard-read=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(),"
            + " hid=(), idle-detection=(), magnetometer=(), microphone=(), midi=(), payment=(),"
            + " picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(),"
            + " xr-spatial-tracking=()";

    /** For a year, and for everything below this name, which is the operator's as well. */
    private static final String HTTPS_ONLY = "max-age=31536000; includeSubDomains";

    /** Pages of accounts, of curators, and those whose link is a key. */
    private static final List<String> NEVER_EMBEDDED = List.of(
            "/account", "/sign-in", "/sign-out", "/links/", "/curate", "/roadmaps", "/cohorts", "/cases/", "/verify/");

    private final boolean https;
    private final String embeddedBy;

    /**
     * @param https whether visitors reach the site by https, so that browsers may insist on it
     * @param embeddedBy the sites that may show public pages inside theirs
     */
    public SecurityHeaders(boolean https, List<String> embeddedBy) {
        this.https = https;
        this.embeddedBy = embeddedBy.isEmpty() ? NO_SITE : String.join(" ", embeddedBy);
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.before(this::set);
    }

    private void set(Context ctx) {
        set(ctx.path(), ctx.res()::setHeader);
    }

    void set(String path, BiConsumer<String, String> header) {
        var frames = NEVER_EMBEDDED.stream().anyMatch(path::startsWith) ? NO_SITE : embeddedBy;
        header.accept("Content-Security-Policy", POLICY + frames);
        // Browsers that know no frame-ancestors know this; it cannot name a site.
        if (frames.equals(NO_SITE)) header.accept("X-Frame-Options", "DENY");
        header.accept("X-Content-Type-Options", "nosniff");
        // What somebody searched for stands in the address and is nobody else's business.
        header.accept("Referrer-Policy", "same-origin");
        header.accept("Cross-Origin-Opener-Policy", "same-origin");
        header.accept("Cross-Origin-Resource-Policy", "same-origin");
        header.accept("Permissions-Policy", NO_FEATURES);
        if (https) header.accept("Strict-Transport-Security", HTTPS_ONLY);
    }
}
