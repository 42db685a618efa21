package org.ssos.clearinghouse.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Account.State;
import org.ssos.clearinghouse.account.Audit.Outcome;
import org.ssos.clearinghouse.account.LinkPage.Form;
import org.ssos.clearinghouse.account.OneTimeLink.Purpose;
import org.ssos.clearinghouse.account.SignIn.Result.Done;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;

/** What one-time links open. Looking at one changes nothing, since mail scanners do that; its button does. */
final class LinkHandler {
    private final Database database;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Notices notices;
    private final Guard guard;
    private final Browsers browsers;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    LinkHandler(
            Database database,
            Passwords passwords,
            SignIn signIn,
            Notices notices,
            Guard guard,
            Browsers browsers,
            Pages pages,
            Site site,
            Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.signIn = signIn;
        this.notices = notices;
        this.guard = guard;
        this.browsers = browsers;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get("/links/{token}", this::open);
        routes.post("/links/{token}", this::use);
    }

    private void open(Context ctx) {
        var known = find(ctx);
        if (known.isEmpty()) {
            showNone(ctx);
        } else {
            var account = known.get().account();
            var form = account == null
                    ? new Form(known.get().link().purpose(), "", "", "")
                    : new Form(known.get().link().purpose(), account.email(), account.name(), account.organization());
            show(ctx, form, Problems.NONE);
        }
    }

    private void use(Context ctx) {
        guard.requireFormToken(ctx);
        var known = find(ctx);
        if (known.isEmpty()) {
            showNone(ctx);
            return;
        }
        var form = read(ctx, known.get());
        var password = typed(ctx, "password");
        var problems = check(form, password);
        if (!problems.isEmpty()) {
            show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), form, problems);
            return;
        }
        // Hashed before the transaction, which others wait for.
        var hash = passwords.hash(password);
        var done = database.write(handle -> use(handle, known.get().link(), form, hash, ctx));
        if (done.isEmpty()) {
            showNone(ctx);
            return;
        }
        var account = done.get().account();
        if (account.twoStep()) {
            // The link stands for the password only; the code is still asked for.
            ctx.redirect("/sign-in", HttpStatus.SEE_OTHER);
        } else {
            browsers.keep(ctx, done.get());
            ctx.redirect(account.lacksTwoStep() ? "/account/two-step" : "/curate", HttpStatus.SEE_OTHER);
        }
    }

    /** All of it or nothing: the link is used up, the account has its password, and every older session has ended. */
    private Optional<Done> use(Handle handle, OneTimeLink link, Form form, String hash, Context ctx) {
        var accounts = new Accounts(handle);
        var now = clock.instant();
        if (!new Links(handle).use(link)) return Optional.empty();
        var id = link.accountId();
        var account = id == null ? addFirst(accounts, form) : accounts.find(id).orElse(null);
        if (account == null || account.state() == State.DISABLED) return Optional.empty();
        if (link.purpose() != Purpose.RESET) accounts.rename(account.id(), form.name(), account.organization());
        accounts.changePassword(account.id(), hash);
        accounts.change(account.id(), State.ACTIVE);
        AccountDesk.endEverywhere(handle, account.id());
        var changed = accounts.get(account.id());
        new Audit(handle)
                .add(
                        now,
                        Actor.of(changed),
                        "use-link",
                        changed.email(),
                        Outcome.DONE,
                        link.purpose().id());
        if (link.purpose() == Purpose.RESET) notices.tell(handle, changed, "Your password was changed by a link.");
        if (changed.twoStep()) return Optional.of(new Done(changed, "", null));
        return Optional.of(signIn.letIn(handle, changed, browsers.from(ctx), "link"));
    }

    private @Nullable Account addFirst(Accounts accounts, Form form) {
        if (accounts.hasAdministrator() || accounts.find(form.email()).isPresent()) return null;
        return accounts.add(
                form.email(), form.name(), form.organization(), Set.of(Role.ADMINISTRATOR), clock.instant());
    }

    private record Known(OneTimeLink link, @Nullable Account account) {}

    private Optional<Known> find(Context ctx) {
        return database.read(handle -> new Links(handle)
                .find(ctx.pathParam("token"), clock.instant())
                .map(link -> {
                    var id = link.accountId();
                    return new Known(link, id == null ? null : new Accounts(handle).get(id));
                })
                .filter(known -> known.account() == null || known.account().state() != State.DISABLED));
    }

    private static Form read(Context ctx, Known known) {
        var account = known.account();
        var purpose = known.link().purpose();
        if (account == null) {
            return new Form(
                    purpose,
                    Accounts.normalized(typed(ctx, "email")),
                    typed(ctx, "name").strip(),
                    typed(ctx, "organization").strip());
        }
        var name =
                purpose == Purpose.RESET ? account.name() : typed(ctx, "name").strip();
        return new Form(purpose, account.email(), name, account.organization());
    }

    private Problems check(Form form, String password) {
        var weak = passwords.problem(password, List.of(form.email(), form.name(), form.organization(), Site.NAME));
        return Problems.NONE
                .unless(AccountDesk.isEmail(form.email()), "email", "Enter an e-mail address, such as ana@example.org.")
                .unless(AccountDesk.isText(form.name()), "name", "Enter your name, as colleagues know you.")
                .unless(AccountDesk.isText(form.organization()), "organization", "Enter the organization you work for.")
                .unless(weak.isEmpty(), "password", weak.orElse(""));
    }

    private void show(Context ctx, Form form, Problems problems) {
        guard.beginForm(ctx);
        var chrome = site.page(LinkPage.heading(form.purpose()), "/links")
                .withoutBreadcrumb()
                .notIndexed();
        pages.showUnstored(ctx, "account/link.jte", new LinkPage(chrome, ctx.pathParam("token"), form, problems));
    }

    private void showNone(Context ctx) {
        var chrome =
                site.page("This link is used up", "/links").withoutBreadcrumb().notIndexed();
        pages.showUnstored(ctx.status(HttpStatus.GONE), "account/noLink.jte", new NoLinkPage(chrome));
    }

    private static String typed(Context ctx, String field) {
        var text = ctx.formParam(field);
        return text == null ? "" : text;
    }
}
