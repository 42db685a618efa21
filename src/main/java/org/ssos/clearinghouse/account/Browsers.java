package org.ssos.clearinghouse.account;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.SignIn.From;
import org.ssos.clearinghouse.account.SignIn.Result.Done;

/** What a browser says of itself when somebody signs in, and the cookies it gets for it. */
final class Browsers {
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final List<String> NAMES = List.of("Edg", "OPR", "Firefox", "Chromium", "Chrome", "Safari");
    private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux");

    private final Guard guard;
    private final Cookies cookies;

    Browsers(Guard guard, Cookies cookies) {
        this.guard = guard;
        this.cookies = cookies;
    }

    From from(Context ctx) {
        return new From(
                guard.network(ctx),
                name(ctx.userAgent()),
                cookies.find(ctx, Cookies.BROWSER).orElse(null));
    }

    void keep(Context ctx, Done done) {
        cookies.set(ctx, Cookies.SESSION, done.token(), Sessions.LONGEST);
        if (done.browser() != null) cookies.set(ctx, Cookies.BROWSER, done.browser(), A_YEAR);
        cookies.remove(ctx, Cookies.VISIT);
    }

    /** Such as "Firefox on Windows". */
    private static String name(@Nullable String userAgent) {
        if (userAgent == null) return "A browser";
        var name = first(NAMES, userAgent, "A browser").replace("Edg", "Edge").replace("OPR", "Opera");
        return name + " on " + first(SYSTEMS, userAgent, "an unknown system");
    }

    private static String first(List<String> words, String text, String otherwise) {
        return words.stream().filter(text::contains).findFirst().orElse(otherwise);
    }
}
