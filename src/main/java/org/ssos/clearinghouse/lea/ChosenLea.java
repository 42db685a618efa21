package org.ssos.clearinghouse.lea;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.web.Chosen;
import org.ssos.clearinghouse.web.SameOrigin;

/**
 * The LEA that a visitor chose. A cookie remembers its code and nothing else, on the visitor's own device; choosing needs
 * no account, and one click clears it.
 */
public final class ChosenLea {
    private static final String COOKIE = "lea";
    private static final int LASTING = (int) Duration.ofDays(180).toSeconds();

    private final Supplier<Catalog> catalog;
    private final boolean https;

    /** @param https whether visitors reach the site by https only */
    public ChosenLea(Supplier<Catalog> catalog, boolean https) {
        this.catalog = catalog;
        this.https = https;
    }

    public void addRoutes(RoutesConfig routes) {
        routes.before(this::note);
        routes.post("/leas/{cds}/choose", this::choose);
        routes.post("/leas/forget", this::forget);
    }

    /** The visitor's LEA; a page that depends on it is for this visitor alone. */
    public static Optional<Lea> of(Context ctx, Catalog catalog) {
        var chosen = Chosen.of(ctx);
        return chosen == null ? Optional.empty() : catalog.part(Roster.PART).find(chosen.code());
    }

    private void note(Context ctx) {
        var code = ctx.cookie(name());
        if (code == null) return;
        catalog.get()
                .part(Roster.PART)
                .find(code)
                .ifPresent(lea -> new Chosen(lea.cds(), lea.name(), lea.path()).noteIn(ctx));
    }

    private void choose(Context ctx) {
        SameOrigin.require(ctx);
        var lea = catalog.get()
                .part(Roster.PART)
                .find(ctx.pathParam("cds"))
                .orElseThrow(() -> new NotFoundResponse("No LEA has this code. /leas finds LEAs by name."));
        ctx.cookie(cookie(lea.cds(), LASTING));
        goBack(ctx, lea.path());
    }

    private void forget(Context ctx) {
        SameOrigin.require(ctx);
        ctx.cookie(cookie("", 0));
        goBack(ctx, "/");
    }

    private static void goBack(Context ctx, String fallback) {
        ctx.header("Cache-Control", "no-store");
        ctx.redirect(SameOrigin.cameFrom(ctx, fallback), HttpStatus.SEE_OTHER);
    }

    private Cookie cookie(String value, int seconds) {
        return new Cookie(name(), value, "/", seconds, https, true, null, SameSite.LAX);
    }

    /** Behind HTTPS a browser takes a cookie of this name from no other host. */
    private String name() {
        return https ? "__Host-" + COOKIE : COOKIE;
    }
}
