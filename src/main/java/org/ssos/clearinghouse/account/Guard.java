package org.ssos.clearinghouse.account;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Audit.Outcome;
import org.ssos.clearinghouse.account.StaleForm.Why;
import org.ssos.clearinghouse.account.Visitor.Anonymous;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.db.Unavailable;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Route;
import org.ssos.clearinghouse.web.Site;
import org.ssos.clearinghouse.web.Token;
import org.ssos.clearinghouse.web.Visit;
import org.ssos.clearinghouse.web.VisitorAddress;

/**
 * Stands before every request: finds out once who asks, lets no form through that another site sent, and decides by
 * {@link Action} alone. A refusal says why and leaves a row in the audit trail.
 */
public final class Guard {
    private static final String VISITOR = "visitor";
    private static final String PENDING = "pending-session";
    private static final Duration A_DAY = Duration.ofDays(1);

    /** How long after signing in somebody may change how people sign in. */
    private static final Duration RECENT = Duration.ofHours(1);

    private static final Set<HandlerType> HARMLESS = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final Database database;
    private final FormTokens tokens;
    private final Cookies cookies;
    private final Pages pages;
    private final Site site;
    private final Clock clock;
    private final VisitorAddress visitors;

    Guard(
            Database database,
            FormTokens tokens,
            Cookies cookies,
            Pages pages,
            Site site,
            Clock clock,
            VisitorAddress visitors) {
        this.database = database;
        this.tokens = tokens;
        this.cookies = cookies;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
        this.visitors = visitors;
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.before(this::recognize);
        routes.beforeMatched(this::admit);
        routes.exception(SignInFirst.class, (first, ctx) -> ctx.redirect(first.path(), HttpStatus.SEE_OTHER));
        routes.exception(StaleForm.class, (stale, ctx) -> showTyped(ctx, stale.why()));
    }

    /** Who asks. */
    public Visitor visitor(Context ctx) {
        Visitor known = ctx.attribute(VISITOR);
        return known == null ? new Anonymous() : known;
    }

    /** Lets through who may do this to nobody's work in particular. */
    public SignedIn require(Context ctx, Action action) {
        return require(ctx, action, Work.OTHERS, ctx.path());
    }

    /**
     * Lets through who may do this.
     *
     * @param target what it is done to, as the audit trail names it
     * @throws ForbiddenResponse when they may not, after the trail has it
     */
    public SignedIn require(Context ctx, Action action, Work work, String target) {
        var visitor = requireSignedIn(ctx);
        if (visitor.account().lacksTwoStep()) throw new SignInFirst("/account/two-step");
        if (action.isOpenTo(visitor.roles(), work)) return visitor;
        var detail = work == Work.OTHERS ? "" : work.label();
        var now = clock.instant();
        record(audit -> audit.add(now, visitor.actor(), action.id(), target, Outcome.REFUSED, detail));
        throw new ForbiddenResponse(action.refusal(visitor.roles(), work));
    }

    /** Lets through who has signed in, for what everybody may do with their own account. */
    public SignedIn requireSignedIn(Context ctx) {
        return switch (visitor(ctx)) {
            case SignedIn signedIn -> signedIn;
            case Anonymous _ ->
                throw isHarmless(ctx) ? new SignInFirst(signInPath(ctx)) : new StaleForm(Why.SIGNED_OUT);
        };
    }

    /**
     * Lets through who has signed in within the last hour, by all steps that their account asks for: what changes how
     * somebody signs in takes more than a browser that was left open. Others sign in again and come back.
     */
    public SignedIn requireRecent(Context ctx) {
        var visitor = requireSignedIn(ctx);
        if (clock.instant().isBefore(visitor.since().plus(RECENT))) return visitor;
        throw isHarmless(ctx) ? new SignInFirst(signInPath(ctx)) : new StaleForm(Why.TOO_LONG_AGO);
    }

    /** Gives the forms of the page a token, also for somebody who has not signed in. */
    public void beginForm(Context ctx) {
        if (visitor(ctx) instanceof SignedIn) return;
        new Visit(null, tokens.of(formSecret(ctx))).bindTo(ctx);
    }

    /** Makes sure that a form of somebody who has not signed in came from our page. */
    public void requireFormToken(Context ctx) {
        if (visitor(ctx) instanceof SignedIn) return;
        var secret = pending(ctx).isPresent() ? cookies.find(ctx, Cookies.SESSION) : cookies.find(ctx, Cookies.VISIT);
        if (secret.isEmpty() || !bearsTokenOf(ctx, secret.get())) throw new StaleForm(Why.NOT_OF_OUR_PAGE);
    }

    /** The session of somebody who knows the password and still owes the code. */
    Optional<Session> pending(Context ctx) {
        return Optional.ofNullable(ctx.attribute(PENDING));
    }

    /** What stands for the network of the visitor when attempts are counted: an address, or the half of a long one. */
    public String network(Context ctx) {
        return visitors.of(ctx);
    }

    private void recognize(Context ctx) {
        if (ctx.path().startsWith("/static/")) return;
        try {
            cookies.find(ctx, Cookies.SESSION).ifPresent(token -> recognize(ctx, token));
        } catch (Unavailable unknown) {
            // What anybody may read can be read by whoever it is.
            if (!isHarmless(ctx) || ctx.path().startsWith("/curate")) throw unknown;
        }
    }

    private void admit(Context ctx) {
        if (!isHarmless(ctx)) check(ctx, cookies.find(ctx, Cookies.SESSION).orElse(null));
    }

    private void recognize(Context ctx, String token) {
        var now = clock.instant();
        record Found(Session session, Account account) {}
        var found = database.read(handle -> new Sessions(handle)
                .find(token, now)
                .map(session -> new Found(session, new Accounts(handle).get(session.accountId())))
                .filter(both -> both.account().isActive()));
        if (found.isEmpty()) {
            cookies.remove(ctx, Cookies.SESSION);
            return;
        }
        var session = found.get().session();
        if (!session.complete()) {
            ctx.attribute(PENDING, session);
            return;
        }
        if (Sessions.isWorthNoting(session, now)) noteSeen(session, now);
        ctx.attribute(VISITOR, new SignedIn(found.get().account(), session.id(), session.beganAt()));
        new Visit(found.get().account().name(), tokens.of(token)).bindTo(ctx);
    }

    private void noteSeen(Session session, Instant now) {
        try {
            database.write(handle -> {
                new Sessions(handle).note(session, now);
                return session;
            });
        } catch (Unavailable later) {
            // The next request notes it; this one is only about reading.
        }
    }

    /** Every form: it comes from our own pages, and with a session it bears the token of that session. */
    private void check(Context ctx, @Nullable String token) {
        if (!isFromHere(ctx)) {
            refuseForeign(ctx);
        } else if (visitor(ctx) instanceof SignedIn) {
            if (token == null || !bearsTokenOf(ctx, token)) throw new StaleForm(Why.NOT_OF_OUR_PAGE);
        } else if (token != null && pending(ctx).isEmpty() && !isSigningIn(ctx)) {
            throw new StaleForm(Why.SIGNED_OUT);
        }
    }

    private void refuseForeign(Context ctx) {
        var actor = visitor(ctx) instanceof SignedIn signedIn ? signedIn.actor() : Actor.NOBODY;
        var now = clock.instant();
        // Only with a session is it worth a row: anybody can send anything to an open form.
        if (actor.accountId() != null) {
            record(audit -> audit.add(now, actor, "send-form", Route.of(ctx), Outcome.REFUSED, "from another site"));
        }
        throw new ForbiddenResponse("This form was sent from another site. Open the page here and send it again.");
    }

    /** Where the browser says where a form comes from, it has to be here. Old browsers say nothing. */
    private boolean isFromHere(Context ctx) {
        var fetchSite = ctx.header("Sec-Fetch-Site");
        if (fetchSite != null) return fetchSite.equals("same-origin") || fetchSite.equals("none");
        var origin = ctx.header("Origin");
        return origin == null || origin.equals(site.baseUrl().get()) || isHost(origin, ctx.header("Host"));
    }

    /** A site tried out on its own machine has more than one name. */
    private static boolean isHost(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equals(host);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private boolean bearsTokenOf(Context ctx, String cookie) {
        var sent = ctx.formParam("csrf");
        return sent != null && Token.areEqual(sent, tokens.of(cookie));
    }

    private String formSecret(Context ctx) {
        if (pending(ctx).isPresent()) return cookies.find(ctx, Cookies.SESSION).orElseThrow();
        return cookies.find(ctx, Cookies.VISIT).orElseGet(() -> {
            var fresh = Token.fresh();
            cookies.set(ctx, Cookies.VISIT, fresh, A_DAY);
            return fresh;
        });
    }

    private void showTyped(Context ctx, Why why) {
        var chrome = site.page(StaleFormPage.heading(why), ctx.path())
                .withoutBreadcrumb()
                .notIndexed();
        ctx.status(HttpStatus.FORBIDDEN);
        var page = StaleFormPage.of(
                chrome, why, ctx.formParamMap(), why == Why.NOT_OF_OUR_PAGE ? back(ctx) : signInPath(ctx));
        pages.showUnstored(ctx, "account/stale.jte", page);
    }

    private static boolean isHarmless(Context ctx) {
        return HARMLESS.contains(ctx.method());
    }

    /** These forms need no session, and one that has ended shall not keep anybody from beginning another. */
    private static boolean isSigningIn(Context ctx) {
        return ctx.path().startsWith("/sign-in") || ctx.path().startsWith("/links/");
    }

    private static String signInPath(Context ctx) {
        var query = ctx.queryString();
        var here = isHarmless(ctx) ? ctx.path() + (query == null ? "" : "?" + query) : back(ctx);
        return "/sign-in?next=" + URLEncoder.encode(here, StandardCharsets.UTF_8);
    }

    /** The page that the form stood on. */
    private static String back(Context ctx) {
        try {
            var referer = ctx.header("Referer");
            return referer == null ? "/" : LocalPath.of(URI.create(referer).getRawPath());
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }

    private void record(Consumer<Audit> row) {
        database.write(handle -> {
            row.accept(new Audit(handle));
            return handle;
        });
    }
}
