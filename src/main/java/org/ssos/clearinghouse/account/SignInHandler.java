package org.ssos.clearinghouse.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.ssos.clearinghouse.account.Audit.Outcome;
import org.ssos.clearinghouse.account.SignIn.Result;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;

/** Signing in, in one step or two, and signing out. */
final class SignInHandler {
    private final Database database;
    private final SignIn signIn;
    private final Guard guard;
    private final Cookies cookies;
    private final Browsers browsers;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    SignInHandler(
            Database database,
            SignIn signIn,
            Guard guard,
            Cookies cookies,
            Browsers browsers,
            Pages pages,
            Site site,
            Clock clock) {
        this.database = database;
        this.signIn = signIn;
        this.guard = guard;
        this.cookies = cookies;
        this.browsers = browsers;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/sign-in", ctx -> show(ctx, "", Problems.NONE));
        routes.post("/sign-in", this::takePassword);
        routes.get("/sign-in/code", ctx -> showCode(ctx, Problems.NONE));
        routes.post("/sign-in/code", this::takeCode);
        routes.post("/sign-out", this::signOut);
    }

    private void takePassword(Context ctx) {
        guard.requireFormToken(ctx);
        var email = typed(ctx, "email");
        switch (signIn.byPassword(email, typed(ctx, "password"), browsers.from(ctx))) {
            case Result.Wait(Duration time) ->
                show(ctx.status(HttpStatus.TOO_MANY_REQUESTS), email, Problems.of("password", waitWords(time)));
            case Result.Wrong() -> {
                var words = "This e-mail address and password do not belong together. Check both and try again.";
                show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), email, Problems.of("password", words));
            }
            case Result.CodeNext(String token) -> {
                endOld(ctx);
                cookies.set(ctx, Cookies.SESSION, token, Sessions.LONGEST_FOR_CODE);
                ctx.redirect("/sign-in/code?next=" + encoded(next(ctx)), HttpStatus.SEE_OTHER);
            }
            case Result.Done done -> goOn(ctx, done);
        }
    }

    private void takeCode(Context ctx) {
        var pending = guard.pending(ctx).orElseThrow(() -> new SignInFirst("/sign-in?next=" + encoded(next(ctx))));
        guard.requireFormToken(ctx);
        switch (signIn.byCode(pending, typed(ctx, "code"), browsers.from(ctx))) {
            case Result.Wait(Duration time) ->
                showCode(ctx.status(HttpStatus.TOO_MANY_REQUESTS), Problems.of("code", waitWords(time)));
            case Result.Done done -> goOn(ctx, done);
            case Result.Wrong(), Result.CodeNext _ -> {
                var words = "This code is not right or was used already. Wait for the next one, and check that the"
                        + " clock of your phone is right.";
                showCode(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), Problems.of("code", words));
            }
        }
    }

    private void signOut(Context ctx) {
        if (guard.visitor(ctx) instanceof SignedIn visitor) {
            database.write(handle -> {
                new Sessions(handle).end(visitor.session(), visitor.account().id());
                new Audit(handle)
                        .add(
                                clock.instant(),
                                visitor.actor(),
                                "sign-out",
                                visitor.account().email(),
                                Outcome.DONE,
                                "");
                return handle;
            });
        }
        cookies.remove(ctx, Cookies.SESSION);
        // The browser forgets what pages it kept, too.
        ctx.header("Clear-Site-Data", "\"cache\"");
        ctx.redirect("/", HttpStatus.SEE_OTHER);
    }

    private void goOn(Context ctx, Result.Done done) {
        endOld(ctx);
        browsers.keep(ctx, done);
        var next = next(ctx);
        var desk = next.equals("/") ? "/curate" : next;
        ctx.redirect(done.account().lacksTwoStep() ? "/account/two-step" : desk, HttpStatus.SEE_OTHER);
    }

    /** A session the browser had before does not live on unseen. */
    private void endOld(Context ctx) {
        cookies.find(ctx, Cookies.SESSION)
                .ifPresent(old -> database.write(handle -> {
                    new Sessions(handle).end(old);
                    return handle;
                }));
    }

    private void show(Context ctx, String email, Problems problems) {
        guard.beginForm(ctx);
        var chrome = site.page("Sign in", "/sign-in").notIndexed();
        pages.showUnstored(ctx, "account/signIn.jte", new SignInPage(chrome, email, next(ctx), problems));
    }

    private void showCode(Context ctx, Problems problems) {
        if (guard.pending(ctx).isEmpty()) throw new SignInFirst("/sign-in");
        guard.beginForm(ctx);
        var chrome = site.page("Enter your code", "/sign-in/code")
                .below("Sign in", "/sign-in")
                .notIndexed();
        pages.showUnstored(ctx, "account/code.jte", new CodePage(chrome, next(ctx), problems));
    }

    private static String waitWords(Duration time) {
        long seconds = time.plusMillis(999).toSeconds();
        var words = seconds < 60 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
        return "There were too many attempts. Wait " + words + ", then try again.";
    }

    private static String next(Context ctx) {
        var sent = ctx.formParam("next");
        return LocalPath.of(sent == null ? ctx.queryParam("next") : sent);
    }

    private static String typed(Context ctx, String field) {
        var text = ctx.formParam(field);
        return text == null ? "" : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
