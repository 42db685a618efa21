package org.ssos.clearinghouse.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Audit.Outcome;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;

/** What everybody may do with their own account. The organization is not among it: whose work one may score hangs on it. */
final class AccountHandler {
    private final Database database;
    private final Passwords passwords;
    private final OwnPassword ownPassword;
    private final Notices notices;
    private final Guard guard;
    private final Browsers browsers;
    private final SignIn signIn;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    AccountHandler(
            Database database,
            Passwords passwords,
            OwnPassword ownPassword,
            Notices notices,
            Guard guard,
            Browsers browsers,
            SignIn signIn,
            Pages pages,
            Site site,
            Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.ownPassword = ownPassword;
        this.notices = notices;
        this.guard = guard;
        this.browsers = browsers;
        this.signIn = signIn;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/account", ctx -> {
            var visitor = guard.requireSignedIn(ctx);
            show(ctx, visitor, visitor.account().name(), notice(ctx), Problems.NONE);
        });
        routes.post("/account/name", this::rename);
        routes.post("/account/password", this::changePassword);
        routes.post("/account/sessions/end-others", this::endOthers);
        routes.post("/account/sessions/{id}/end", this::end);
    }

    private void rename(Context ctx) {
        var visitor = guard.requireSignedIn(ctx);
        var name = typed(ctx, "name").strip();
        if (!AccountDesk.isText(name)) {
            var problems = Problems.of("name", "Enter your name, as colleagues know you.");
            show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), visitor, name, null, problems);
            return;
        }
        var account = visitor.account();
        change(
                visitor,
                "change-name",
                handle -> new Accounts(handle).rename(account.id(), name, account.organization()));
        ctx.redirect("/account?done=name", HttpStatus.SEE_OTHER);
    }

    /** Ends every session, this one included, and begins a new one here. */
    private void changePassword(Context ctx) {
        var visitor = guard.requireSignedIn(ctx);
        var account = visitor.account();
        var fresh = typed(ctx, "new-password");
        var weak =
                passwords.problem(fresh, List.of(account.email(), account.name(), account.organization(), Site.NAME));
        var problems =
                ownPassword.check(visitor, ctx, "password").unless(weak.isEmpty(), "new-password", weak.orElse(""));
        if (!problems.isEmpty()) {
            show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), visitor, account.name(), null, problems);
            return;
        }
        var hash = passwords.hash(fresh);
        var done = database.write(handle -> {
            new Accounts(handle).changePassword(account.id(), hash);
            new Links(handle).forget(account.id());
            AccountDesk.endEverywhere(handle, account.id());
            audit(handle, visitor, "change-password");
            notices.tell(handle, account, "Your password was changed.");
            return signIn.letIn(handle, account, browsers.from(ctx), "new password");
        });
        browsers.keep(ctx, done);
        ctx.redirect("/account?done=password", HttpStatus.SEE_OTHER);
    }

    private void end(Context ctx) {
        var visitor = guard.requireRecent(ctx);
        long id = ctx.pathParamAsClass("id", Long.class).get();
        var ended = database.write(handle -> {
            audit(handle, visitor, "end-session");
            return new Sessions(handle).end(id, visitor.account().id());
        });
        if (!ended) throw new NotFoundResponse("This session has ended already.");
        ctx.redirect("/account?done=session", HttpStatus.SEE_OTHER);
    }

    private void endOthers(Context ctx) {
        var visitor = guard.requireRecent(ctx);
        change(
                visitor,
                "end-other-sessions",
                handle -> new Sessions(handle).endOthers(visitor.account().id(), visitor.session()));
        ctx.redirect("/account?done=session", HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, SignedIn visitor, String name, @Nullable String notice, Problems problems) {
        var id = visitor.account().id();
        var chrome = site.page("Your account", "/account").notIndexed();
        var page = database.read(handle -> new AccountPage(
                chrome,
                visitor.account(),
                name,
                new Sessions(handle)
                        .of(id, clock.instant()).stream()
                                .map(session -> AccountPage.Line.of(session, visitor.session()))
                                .toList(),
                new Accounts(handle).recoveryCodesLeft(id),
                notice,
                problems));
        pages.showUnstored(ctx, "account/account.jte", page);
    }

    private void change(SignedIn visitor, String action, Consumer<Handle> change) {
        database.write(handle -> {
            change.accept(handle);
            audit(handle, visitor, action);
            return handle;
        });
    }

    private void audit(Handle handle, SignedIn visitor, String action) {
        new Audit(handle)
                .add(clock.instant(), visitor.actor(), action, visitor.account().email(), Outcome.DONE, "");
    }

    private static @Nullable String notice(Context ctx) {
        return switch (String.valueOf(ctx.queryParam("done"))) {
            case "name" -> "Your name is changed.";
            case "password" -> "Your password is changed. You were signed out everywhere else.";
            case "session" -> "Signed out there.";
            case "two-step" -> "Two-step codes are turned off.";
            default -> null;
        };
    }

    private static String typed(Context ctx, String field) {
        var text = ctx.formParam(field);
        return text == null ? "" : text;
    }
}
