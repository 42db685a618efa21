package org.ssos.clearinghouse.account;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookies of the site. No script can read them, and other sites' forms do not send them. Behind HTTPS they never
 * travel in clear, and their names say that no other host may set them.
 */
final class Cookies {
    static final String SESSION = "session";

    /** Before somebody signs in: what the token of the form is the signature of. */
    static final String VISIT = "visit";

    /** Says that this browser signed in before. It opens nothing. */
    static final String BROWSER = "browser";

    private final boolean https;

    Cookies(boolean https) {
        this.https = https;
    }

    Optional<String> find(Context ctx, String name) {
        return Optional.ofNullable(ctx.cookie(fullName(name))).filter(value -> !value.isEmpty());
    }

    void set(Context ctx, String name, String value, Duration lasts) {
        ctx.res()
                .addHeader(
                        "Set-Cookie",
                        fullName(name) + "=" + value + "; Path=/; Max-Age=" + lasts.toSeconds()
                                + "; HttpOnly; SameSite=Lax" + (https ? "; Secure" : ""));
    }

    void remove(Context ctx, String name) {
        set(ctx, name, "", Duration.ZERO);
    }

    private String fullName(String name) {
        return https ? "__Host-" + name : name;
    }
}
