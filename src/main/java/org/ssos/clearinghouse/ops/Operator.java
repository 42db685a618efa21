package org.ssos.clearinghouse.ops;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Token;

/**
 * Knows whoever runs the site from visitors: by the token of the settings, or because the request was made on this very
 * machine. Behind a web server on the same machine every request comes from here, so one that any server handed on, or
 * that asks for another name than this machine's own, counts as a visitor's.
 */
final class Operator {
    private static final String BEARER = "Bearer ";
    private static final List<String> HANDED_ON =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private final @Nullable String token;

    /** @param token absent where none is set */
    Operator(@Nullable String token) {
        this.token = token;
    }

    boolean asks(Context ctx) {
        return bearsToken(ctx) || isHere(ctx);
    }

    private boolean bearsToken(Context ctx) {
        var authorization = ctx.header("Authorization");
        return token != null
                && authorization != null
                && authorization.startsWith(BEARER)
                && Token.areEqual(authorization.substring(BEARER.length()), token);
    }

    private static boolean isHere(Context ctx) {
        return HANDED_ON.stream().noneMatch(name -> ctx.header(name) != null)
                && isLoopback(ctx.req().getRemoteAddr())
                && isLoopbackName(ctx.req().getServerName());
    }

    private static boolean isLoopbackName(String name) {
        return name.equalsIgnoreCase("localhost") || isLoopback(name);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
