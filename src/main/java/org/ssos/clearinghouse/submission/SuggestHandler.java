package org.ssos.clearinghouse.submission;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Guard;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Door;
import org.ssos.clearinghouse.web.FloodGate;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;

/**
 * Where anybody proposes a new entry or a change of one. What a machine noticed is shown once before anything is sent; what
 * was typed is never lost.
 */
public final class SuggestHandler {
    private static final String PATH = "/suggest";
    private static final String OWN = "/cases/{token}/draft";

    /** A school or office is one network; a flood is more than its people would write in an hour. */
    private static final int SENT_BY_ONE_NETWORK = 10;

    private static final int SENT_ALTOGETHER = 200;

    /** Looking at links costs others a request each time. */
    private static final int LOOKED_AT_FOR_ONE_NETWORK = 40;

    private static final int LOOKED_AT_ALTOGETHER = 600;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    private final Snapshots snapshots;
    private final PublishedTexts published;
    private final Checks checks;
    private final Function<NewCase, String> open;
    private final OwnDrafts own;
    private final Guard guard;
    private final Pages pages;
    private final Site site;
    private final Clock clock;
    private final FloodGate sends;
    private final FloodGate looks;

    /**
     * @param open makes a case of what was sent and returns the path of its owner's page
     * @param own what was sent in before and may still be changed
     */
    public SuggestHandler(
            Snapshots snapshots,
            PublishedTexts published,
            Checks checks,
            Function<NewCase, String> open,
            OwnDrafts own,
            Guard guard,
            Pages pages,
            Site site,
            Clock clock) {
        this.snapshots = snapshots;
        this.published = published;
        this.checks = checks;
        this.open = open;
        this.own = own;
        this.guard = guard;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
        sends = new FloodGate(SENT_BY_ONE_NETWORK, SENT_ALTOGETHER, clock);
        looks = new FloodGate(LOOKED_AT_FOR_ONE_NETWORK, LOOKED_AT_ALTOGETHER, clock);
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
        routes.post(PATH, this::take);
        routes.get(OWN, this::show);
        routes.post(OWN, this::take);
    }

    /**
     * What a form is about: a new entry of a kind, one that is published, or what somebody sent in before.
     *
     * @param text what is to be changed
     * @param sent absent where nothing was sent in yet
     */
    private record About(
            Kind kind,
            @Nullable Entry entry,
            @Nullable String text,
            @Nullable Sent sent) {
        boolean isOutdated(Typed typed) {
            return text != null && !typed.base().equals(ContentFiles.sha256(text));
        }

        String base() {
            return text == null ? "" : ContentFiles.sha256(text);
        }
    }

    /** @param token of the private link */
    private record Sent(String token, Draft draft) {}

    private void show(Context ctx) {
        var about = about(ctx, ctx.queryParam("entry"), ctx.queryParam("kind"));
        if (about.isEmpty()) {
            pages.show(ctx, "submission/kinds.jte", new KindsPage(site.page("Suggest an entry", PATH)));
            return;
        }
        boolean whole = "text".equals(ctx.queryParam("view"));
        show(ctx, about.get(), whole ? blankText(about.get()) : blank(about.get()), Problems.NONE, null, null);
    }

    private static Typed blank(About about) {
        return about.text() == null
                ? Typed.nothing()
                : Typed.of(about.kind(), EntryText.fields(about.text()).orElseThrow(), about.base());
    }

    private static Typed blankText(About about) {
        return Typed.whole(about.text() == null ? template(about.kind()) : about.text(), about.base());
    }

    /** Where to begin with the text of a new entry. */
    private static String template(Kind kind) {
        return "# yaml-language-server: $schema=../schema/" + kind.id() + ".schema.json\n"
                + "id: a-short-name\ntitle: \nsummary: >-\n  \nlinks:\n  - {label: , url: ''}\n";
    }

    private void take(Context ctx) {
        guard.requireFormToken(ctx);
        var about = about(ctx, ctx.formParam("entry"), ctx.formParam("kind")).orElseThrow(NotFoundResponse::new);
        var typed = Typed.from(ctx, about.kind());
        var problems = typed.problems(about.kind());
        if (!problems.isEmpty()) {
            show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), about, typed, problems, null, null);
        } else if (about.isOutdated(typed)) {
            show(ctx.status(HttpStatus.CONFLICT), about, typed, Problems.NONE, null, null);
        } else {
            look(ctx, about, typed);
        }
    }

    /** Sends it when nothing is to be said about it, or when that was seen before. */
    private void look(Context ctx, About about, Typed typed) {
        var draft = draft(about, typed);
        if (about.text() != null && draft.text().equals(about.text())) {
            var words = about.sent() == null
                    ? "Nothing differs from what stands on the site. Change a field first."
                    : "Nothing differs from what you sent in. Change a field first.";
            var field = typed.text() == null ? "title" : "text";
            show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), about, typed, Problems.of(field, words), null, null);
            return;
        }
        boolean mayAsk = looks.enter(guard.network(ctx)).isEmpty();
        if (mayAsk) Door.letOthersIn(ctx);
        var found = checks.of(draft, mayAsk);
        var page = new Looked(draft, found);
        boolean seen = page.mark().equals(typed.seen());
        if (ctx.formParam("check") != null || (page.hasSomethingToSay(typed) && !seen)) {
            show(ctx, about, typed.with(typed.base(), page.mark()), Problems.NONE, page, null);
            return;
        }
        send(ctx, about, typed, page);
    }

    private void send(Context ctx, About about, Typed typed, Looked looked) {
        var closed = sends.enter(guard.network(ctx));
        if (closed.isPresent()) {
            ctx.header("Retry-After", String.valueOf(seconds(closed.get())));
            show(ctx.status(HttpStatus.TOO_MANY_REQUESTS), about, typed, Problems.NONE, null, words(closed.get()));
            return;
        }
        var sent = about.sent();
        if (sent != null) {
            keep(ctx, about, sent, typed, looked.draft());
            return;
        }
        var path = open.apply(NewCase.of(looked.draft(), typed.sender(guard.visitor(ctx))));
        ctx.redirect(path, HttpStatus.SEE_OTHER);
    }

    private void keep(Context ctx, About about, Sent sent, Typed typed, Draft draft) {
        var refusal = own.keep(sent.token(), sent.draft(), draft, guard.visitor(ctx));
        if (refusal.isPresent()) {
            show(ctx.status(HttpStatus.CONFLICT), about, typed, Problems.NONE, null, refusal.get());
        } else {
            ctx.redirect("/cases/" + sent.token() + "?done=edit", HttpStatus.SEE_OTHER);
        }
    }

    private long seconds(FloodGate.Closed closed) {
        return Math.max(1, Duration.between(clock.instant(), closed.until()).toSeconds());
    }

    private String words(FloodGate.Closed closed) {
        var time = TIME.format(closed.until().plusSeconds(59).atZone(clock.getZone()));
        return closed.altogether()
                ? "So much came in within an hour that we take nothing more until " + time
                        + ". Nothing is lost: keep this page open and send it again then."
                : "From your network, which may be a whole school or office, " + SENT_BY_ONE_NETWORK
                        + " suggestions came in within an hour. Keep this page open and send this one again at " + time
                        + ". For many entries at once, write to the operator.";
    }

    /** What machines said of a draft. */
    private record Looked(Draft draft, Checks.Result result) {
        List<SideBySide> sideBySide() {
            return result.duplicates().stream()
                    .map(duplicate -> SideBySide.of(draft, duplicate))
                    .toList();
        }

        /** Changes when something else is to be said. */
        String mark() {
            return ContentFiles.sha256(result.findings().toString()).substring(0, 16);
        }

        /** Whether there is something that the sender can do. What is missing, curators fill in. */
        boolean hasSomethingToSay(Typed typed) {
            return result.findings().stream().anyMatch(finding -> switch (finding.severity()) {
                case WRONG, LOOK -> true;
                case MISSING -> typed.text() != null;
                case HINT -> false;
            });
        }
    }

    private Draft draft(About about, Typed typed) {
        if (about.sent() != null) return Drafts.ofOwn(about.sent().draft(), typed);
        var entry = about.entry();
        var id = entry == null ? null : entry.id();
        if (typed.text() != null) return Drafts.ofText(about.kind(), id, about.text(), typed.text());
        if (id != null && about.text() != null) {
            return Drafts.ofChange(about.kind(), id, about.text(), typed.values());
        }
        var catalog = snapshots.catalog();
        return Drafts.ofNew(
                about.kind(),
                typed.values(),
                LocalDate.now(clock),
                known -> catalog.find(known).isPresent());
    }

    private Optional<About> about(Context ctx, @Nullable String entry, @Nullable String kind) {
        if (ctx.pathParamMap().containsKey("token")) {
            var token = ctx.pathParam("token");
            var draft = own.find(token).orElseThrow(NotFoundResponse::new);
            var changed = draft.entry() == null
                    ? null
                    : snapshots.catalog().find(draft.entry()).orElse(null);
            return Optional.of(new About(draft.kind(), changed, draft.text(), new Sent(token, draft)));
        }
        if (entry != null && !entry.isEmpty()) {
            var known = snapshots
                    .catalog()
                    .find(entry)
                    .filter(one -> !one.isTakenDown())
                    .orElseThrow(NotFoundResponse::new);
            var text = published.of(known).filter(file -> EntryText.fields(file).isPresent());
            return Optional.of(new About(known.kind(), known, text.orElseThrow(NotFoundResponse::new), null));
        }
        return Optional.ofNullable(kind).flatMap(Kind::find).map(known -> new About(known, null, null, null));
    }

    private void show(
            Context ctx,
            About about,
            Typed typed,
            Problems problems,
            @Nullable Looked looked,
            @Nullable String closed) {
        guard.beginForm(ctx);
        var entry = about.entry();
        boolean moved = !typed.base().isEmpty() && about.isOutdated(typed);
        var current = typed.with(about.base(), typed.seen());
        var controls = new FormControls(snapshots.catalog().vocabularies(), about.kind());
        var onSite = moved ? blank(about) : current;
        var sent = about.sent();
        var chrome = site.page(problems.title(title(about)), sent == null ? PATH : "/cases")
                .notIndexed();
        if (sent != null) {
            // The address is a secret: no page that is linked from here learns it.
            ctx.header("Referrer-Policy", "no-referrer");
            chrome = chrome.withoutBreadcrumb();
        } else if (entry == null) {
            chrome = chrome.below("Suggest an entry", PATH);
        } else {
            chrome = chrome.below(entry.kind().plural(), "/" + entry.kind().path())
                    .below(entry.title(), entry.path());
        }
        pages.showUnstored(
                ctx,
                "submission/form.jte",
                new SuggestPage(
                        chrome,
                        about.kind(),
                        entry,
                        typed.text() == null
                                ? controls.of(
                                        current,
                                        problems,
                                        field -> onSite.holdsTheSame(field, current)
                                                ? null
                                                : "On the site now: " + controls.inWords(field, onSite))
                                : List.of(),
                        typed.text(),
                        current,
                        problems,
                        looked == null ? List.of() : looked.result().findings(),
                        looked == null ? List.of() : looked.sideBySide(),
                        moved,
                        closed,
                        sent == null ? null : "/cases/" + sent.token(),
                        sent == null && !(guard.visitor(ctx) instanceof SignedIn)));
    }

    private static String title(About about) {
        var entry = about.entry();
        if (about.sent() != null) return "Change what you sent in";
        return entry == null ? "Suggest: " + about.kind().label() : "Suggest a change of " + entry.title();
    }
}
