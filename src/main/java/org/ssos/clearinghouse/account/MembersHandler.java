package org.ssos.clearinghouse.account;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.AccountDesk.Result;
import org.ssos.clearinghouse.account.MembersPage.Invitation;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;

/** Where administrators look after the accounts of others. */
final class MembersHandler {
    private static final String PATH = "/curate/accounts";

    private final AccountDesk desk;
    private final Outbox outbox;
    private final Guard guard;
    private final Pages pages;
    private final Site site;

    MembersHandler(AccountDesk desk, Outbox outbox, Guard guard, Pages pages, Site site) {
        this.desk = desk;
        this.outbox = outbox;
        this.guard = guard;
        this.pages = pages;
        this.site = site;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, ctx -> {
            require(ctx);
            showAll(ctx, Invitation.EMPTY, null, Problems.NONE);
        });
        routes.post(PATH, this::invite);
        routes.get(PATH + "/{id}", ctx -> {
            require(ctx);
            show(ctx, null);
        });
        routes.post(PATH + "/{id}/roles", this::changeRoles);
        routes.post(PATH + "/{id}/disabling", ctx -> act(ctx, (visitor, id) -> desk.disable(visitor.actor(), id)));
        routes.post(PATH + "/{id}/enabling", ctx -> act(ctx, (visitor, id) -> desk.enable(visitor.actor(), id)));
        routes.post(PATH + "/{id}/sign-out", ctx -> act(ctx, (visitor, id) -> desk.signOut(visitor.actor(), id)));
        routes.post(
                PATH + "/{id}/reset",
                ctx -> act(ctx, (visitor, id) -> desk.reset(visitor.actor(), id, ctx.formParam("two-step") != null)));
    }

    /** Who may, and has signed in of late: an invitation from here opens everything. */
    private SignedIn require(Context ctx) {
        guard.require(ctx, Action.MANAGE_ACCOUNTS);
        return guard.requireRecent(ctx);
    }

    private void invite(Context ctx) {
        var visitor = require(ctx);
        var sent = new Invitation(typed(ctx, "email"), typed(ctx, "name"), typed(ctx, "organization"), roles(ctx));
        var result = desk.invite(visitor.actor(), sent.email(), sent.name(), sent.organization(), sent.roles());
        switch (result) {
            case Result.Done done -> showAll(ctx, Invitation.EMPTY, done, Problems.NONE);
            case Result.Refused(String field, String words) ->
                showAll(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), sent, null, Problems.of(field, words));
        }
    }

    private void changeRoles(Context ctx) {
        var visitor = require(ctx);
        var account = account(ctx);
        var organization = typed(ctx, "organization");
        var roles = roles(ctx);
        switch (desk.changeRoles(visitor.actor(), account.id(), organization, roles)) {
            case Result.Done done -> show(ctx, done);
            case Result.Refused(String field, String words) ->
                show(
                        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT),
                        account,
                        organization,
                        roles,
                        null,
                        Problems.of(field, words));
        }
    }

    private interface Change {
        Result by(SignedIn visitor, long account);
    }

    private void act(Context ctx, Change change) {
        var visitor = require(ctx);
        var account = account(ctx);
        switch (change.by(visitor, account.id())) {
            case Result.Done done -> show(ctx, done);
            case Result.Refused(String field, String words) ->
                show(
                        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT),
                        account,
                        account.organization(),
                        account.roles(),
                        null,
                        Problems.of(field, words));
        }
    }

    private void showAll(Context ctx, Invitation typed, Result.@Nullable Done done, Problems problems) {
        var chrome = site.page(problems.title("Accounts"), PATH)
                .below("Curator desk", "/curate")
                .notIndexed();
        var page = new MembersPage(chrome, desk.all(), typed, done, outbox.sends(), outbox.problems(), problems);
        pages.showUnstored(ctx, "account/members.jte", page);
    }

    private void show(Context ctx, Result.@Nullable Done done) {
        var account = account(ctx);
        show(ctx, account, account.organization(), account.roles(), done, Problems.NONE);
    }

    private void show(
            Context ctx,
            Account account,
            String organization,
            Set<Role> roles,
            Result.@Nullable Done done,
            Problems problems) {
        var chrome = site.page(problems.title(account.name()), PATH + "/" + account.id())
                .below("Curator desk", "/curate")
                .below("Accounts", PATH)
                .notIndexed();
        var page = new MemberPage(chrome, account, organization, roles, done, problems);
        pages.showUnstored(ctx, "account/member.jte", page);
    }

    private Account account(Context ctx) {
        long id = ctx.pathParamAsClass("id", Long.class).get();
        return desk.find(id).orElseThrow(NotFoundResponse::new);
    }

    private static Set<Role> roles(Context ctx) {
        return ctx.formParams("roles").stream()
                .flatMap(id -> Role.find(id).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static String typed(Context ctx, String field) {
        var text = ctx.formParam(field);
        return text == null ? "" : text;
    }
}
