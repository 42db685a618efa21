package org.ssos.clearinghouse.account;

import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;
import org.ssos.clearinghouse.web.VisitorAddress;

/** Everything about accounts that the site serves. Other features ask its {@link #guard}. */
public final class AccountFeature {
    private final Guard guard;
    private final SignIn letIn;
    private final SignInHandler signIn;
    private final LinkHandler links;
    private final AccountHandler account;
    private final TwoStepHandler twoStep;
    private final DeskHandler desk;
    private final MembersHandler members;
    private final AuditHandler audit;

    public AccountFeature(
            Database database,
            AccountDesk accountDesk,
            Outbox outbox,
            Pages pages,
            Site site,
            Clock clock,
            boolean https,
            VisitorAddress visitors) {
        var tokens = new FormTokens(database);
        var cookies = new Cookies(https);
        var passwords = new Passwords();
        var throttle = new Throttle(database, clock);
        var ownPassword = new OwnPassword(database, passwords, throttle);
        var notices = new Notices(outbox.sends(), clock);
        letIn = new SignIn(database, passwords, throttle, notices, clock);
        guard = new Guard(database, tokens, cookies, pages, site, clock, visitors);
        var browsers = new Browsers(guard, cookies);

        signIn = new SignInHandler(database, letIn, guard, cookies, browsers, pages, site, clock);
        links = new LinkHandler(database, passwords, letIn, notices, guard, browsers, pages, site, clock);
        account = new AccountHandler(
                database, passwords, ownPassword, notices, guard, browsers, letIn, pages, site, clock);
        twoStep = new TwoStepHandler(database, ownPassword, tokens, notices, guard, pages, site, clock);
        desk = new DeskHandler(guard, pages, site);
        members = new MembersHandler(accountDesk, outbox, guard, pages, site);
        audit = new AuditHandler(database, guard, pages, site, clock);
    }

    public Guard guard() {
        return guard;
    }

    /** How many passwords and codes were wrong since the program started. */
    public long signInFailures() {
        return letIn.failures();
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        guard.addRoutes(routes);
        signIn.addRoutes(routes);
        links.addRoutes(routes);
        account.addRoutes(routes);
        twoStep.addRoutes(routes);
        desk.addRoutes(routes);
        members.addRoutes(routes);
        audit.addRoutes(routes);
    }
}
