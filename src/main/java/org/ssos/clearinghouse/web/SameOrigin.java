package org.ssos.clearinghouse.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells requests that our own pages make from those that another site makes a browser send. */
public final class SameOrigin {
    private SameOrigin() {}

    /**
     * Refuses what another site made a browser send. Every browser says where a form comes from, by
     * {@code Sec-Fetch-Site} or {@code Origin}; what says neither is no browser and carries nobody's cookies.
     *
     * @throws ForbiddenResponse with words for the visitor
     */
    public static void require(Context ctx) {
        var site = ctx.header("Sec-Fetch-Site");
        boolean ours =
                site == null ? isOurs(ctx.header("Origin"), ctx) : site.equals("same-origin") || site.equals("none");
        if (!ours) {
            throw new ForbiddenResponse(
                    "This was sent from another site. Go to the page on this site and try again there.");
        }
    }

    /** Where on this site the visitor came from; the fallback where that is unknown or another site. */
    public static String cameFrom(Context ctx, String fallback) {
        return uri(ctx.header("Referer"))
                .filter(from -> isHere(from, ctx))
                .map(from -> from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery()))
                .filter(SameOrigin::isLocal)
                .orElse(fallback);
    }

    private static boolean isOurs(@Nullable String origin, Context ctx) {
        return origin == null || uri(origin).filter(from -> isHere(from, ctx)).isPresent();
    }

    private static boolean isHere(URI from, Context ctx) {
        var authority = from.getRawAuthority();
        return authority != null && authority.equalsIgnoreCase(ctx.header("Host"));
    }

    /** Two slashes, also turned around, would name another host. */
    private static boolean isLocal(String path) {
        return path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0;
    }

    private static Optional<URI> uri(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(new URI(text));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
