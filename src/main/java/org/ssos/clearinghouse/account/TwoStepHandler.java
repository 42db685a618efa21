package org.ssos.clearinghouse.account;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Audit.Outcome;
import org.ssos.clearinghouse.account.TwoStepPage.SetUp;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;
import org.ssos.clearinghouse.web.Token;

/**
 * Setting up the codes from the phone, and the recovery codes. All of it takes a recent sign-in; what is set up is changed
 * with the password besides, and whoever is signed in elsewhere is signed out.
 */
final class TwoStepHandler {
    private static final String PATH = "/account/two-step";

    private final Database database;
    private final OwnPassword ownPassword;
    private final FormTokens tokens;
    private final Notices notices;
    private final Guard guard;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    TwoStepHandler(
            Database database,
            OwnPassword ownPassword,
            FormTokens tokens,
            Notices notices,
            Guard guard,
            Pages pages,
            Site site,
            Clock clock) {
        this.database = database;
        this.ownPassword = ownPassword;
        this.tokens = tokens;
        this.notices = notices;
        this.guard = guard;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, ctx -> {
            var visitor = guard.requireRecent(ctx);
            show(
                    ctx,
                    visitor,
                    visitor.account().twoStep() ? null : setUp(visitor, TwoStep.freshSecret()),
                    Problems.NONE);
        });
        routes.post(PATH, this::confirm);
        routes.post(PATH + "/anew", this::beginAnew);
        routes.post(PATH + "/recovery-codes", this::renewCodes);
        routes.post(PATH + "/off", this::turnOff);
    }

    /** Takes the first code of the app, which shows that it learned the secret. */
    private void confirm(Context ctx) {
        var visitor = guard.requireRecent(ctx);
        var secret = typed(ctx, "secret");
        if (!Token.areEqual(typed(ctx, "proof"), proof(visitor, secret))) {
            throw new ForbiddenResponse("Begin again with setting up your codes, from the page of your account.");
        }
        var step = TwoStep.step(secret, typed(ctx, "code"), clock.instant());
        if (step.isEmpty()) {
            var words = "This code does not fit. Enter the six digits that the app shows now.";
            show(unprocessable(ctx), visitor, setUp(visitor, secret), Problems.of("code", words));
            return;
        }
        var codes = TwoStep.freshRecoveryCodes();
        var account = visitor.account().id();
        database.write(handle -> {
            var accounts = new Accounts(handle);
            accounts.changeTwoStep(account, secret);
            accounts.useStep(account, step.getAsLong());
            accounts.replaceRecoveryCodes(account, hashes(codes));
            // Whoever signed in elsewhere did so without these codes.
            endElsewhere(handle, visitor);
            return note(handle, visitor, "set-up-two-step", "Two-step codes were set up.");
        });
        showCodes(ctx, visitor, codes);
    }

    private void beginAnew(Context ctx) {
        var visitor = guard.requireRecent(ctx);
        var problems = ownPassword.check(visitor, ctx, "password");
        if (problems.isEmpty()) {
            show(ctx, visitor, setUp(visitor, TwoStep.freshSecret()), Problems.NONE);
        } else {
            show(unprocessable(ctx), visitor, null, problems);
        }
    }

    private void renewCodes(Context ctx) {
        var visitor = guard.requireRecent(ctx);
        var problems = ownPassword.check(visitor, ctx, "password");
        if (!problems.isEmpty()) {
            show(unprocessable(ctx), visitor, null, problems);
            return;
        }
        var codes = TwoStep.freshRecoveryCodes();
        database.write(handle -> {
            new Accounts(handle).replaceRecoveryCodes(visitor.account().id(), hashes(codes));
            endElsewhere(handle, visitor);
            return note(handle, visitor, "renew-recovery-codes", "New recovery codes were made.");
        });
        showCodes(ctx, visitor, codes);
    }

    private void turnOff(Context ctx) {
        var visitor = guard.requireRecent(ctx);
        if (visitor.account().needsTwoStep()) {
            throw new ForbiddenResponse("Your role asks for two-step codes. You may set them up anew.");
        }
        var problems = ownPassword.check(visitor, ctx, "password");
        if (!problems.isEmpty()) {
            show(unprocessable(ctx), visitor, null, problems);
            return;
        }
        database.write(handle -> {
            new Accounts(handle).changeTwoStep(visitor.account().id(), null);
            endElsewhere(handle, visitor);
            return note(handle, visitor, "turn-off-two-step", "Two-step codes were turned off.");
        });
        ctx.redirect("/account?done=two-step", HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, SignedIn visitor, @Nullable SetUp setUp, Problems problems) {
        var title = problems.title("Two-step codes");
        pages.showUnstored(ctx, "account/twoStep.jte", page(title, visitor, setUp, List.of(), problems));
    }

    private void showCodes(Context ctx, SignedIn visitor, List<String> codes) {
        var now = new SignedIn(
                database.read(
                        handle -> new Accounts(handle).get(visitor.account().id())),
                visitor.session(),
                visitor.since());
        pages.showUnstored(ctx, "account/twoStep.jte", page("Your recovery codes", now, null, codes, Problems.NONE));
    }

    private TwoStepPage page(
            String title, SignedIn visitor, @Nullable SetUp setUp, List<String> fresh, Problems problems) {
        var chrome = site.page(title, PATH).below("Your account", "/account").notIndexed();
        int left = database.read(handle ->
                new Accounts(handle).recoveryCodesLeft(visitor.account().id()));
        return new TwoStepPage(chrome, visitor.account(), setUp, fresh, left, problems);
    }

    private SetUp setUp(SignedIn visitor, String secret) {
        var address = TwoStep.address(secret, visitor.account().email());
        return new SetUp(secret, proof(visitor, secret), TwoStep.picture(address), address);
    }

    private String proof(SignedIn visitor, String secret) {
        return tokens.proof("two-step", Long.toString(visitor.session()), secret);
    }

    private static void endElsewhere(Handle handle, SignedIn visitor) {
        new Sessions(handle).endOthers(visitor.account().id(), visitor.session());
        new Sessions(handle).forgetBrowsers(visitor.account().id());
    }

    private String note(Handle handle, SignedIn visitor, String action, String words) {
        new Audit(handle)
                .add(clock.instant(), visitor.actor(), action, visitor.account().email(), Outcome.DONE, "");
        notices.tell(handle, visitor.account(), words);
        return action;
    }

    private static Context unprocessable(Context ctx) {
        return ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static List<String> hashes(List<String> codes) {
        return codes.stream().map(TwoStep::recoveryHash).toList();
    }

    private static String typed(Context ctx, String field) {
        var text = ctx.formParam(field);
        return text == null ? "" : text;
    }
}
