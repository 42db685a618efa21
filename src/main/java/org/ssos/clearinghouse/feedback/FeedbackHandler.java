package org.ssos.clearinghouse.feedback;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Guard;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.browse.FromReaders;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Unavailable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.feedback.Readers.Reported;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.PublishedTexts;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.FloodGate;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;

/** Where anybody says whether an entry helped or what is wrong with it, and where everybody reads what came of it. */
public final class FeedbackHandler {
    private static final String PATH = "/feedback";
    private static final int PAGE = 25;
    private static final int ON_ENTRY = 3;

    /** A school is one network, and its people say yes or no more often than they report. */
    private static final int VOTES_OF_ONE_NETWORK = 40;

    private static final int VOTES_ALTOGETHER = 2_000;
    private static final int REPORTS_OF_ONE_NETWORK = 10;
    private static final int REPORTS_ALTOGETHER = 200;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

    private final Readers readers;
    private final Snapshots snapshots;
    private final PublishedTexts published;
    private final Guard guard;
    private final Pages pages;
    private final Site site;
    private final Clock clock;
    private final FloodGate votes;
    private final FloodGate reports;

    public FeedbackHandler(
            Readers readers,
            Snapshots snapshots,
            PublishedTexts published,
            Guard guard,
            Pages pages,
            Site site,
            Clock clock) {
        this.readers = readers;
        this.snapshots = snapshots;
        this.published = published;
        this.guard = guard;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
        votes = new FloodGate(VOTES_OF_ONE_NETWORK, VOTES_ALTOGETHER, clock);
        reports = new FloodGate(REPORTS_OF_ONE_NETWORK, REPORTS_ALTOGETHER, clock);
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
        routes.post(PATH, this::take);
        new ReportsHandler(readers, snapshots, guard, pages, site, clock).addRoutes(routes);
    }

    /** What the page of an entry says about its readers. */
    public FromReaders onPageOf(EntryId entry) {
        try {
            return saidOf(entry);
        } catch (Unavailable unreadable) {
            // The entry is worth reading without it.
            return FromReaders.NONE;
        }
    }

    private FromReaders saidOf(EntryId entry) {
        var since = readers.reported(entry).stream().findFirst().map(one -> day(one.opened()));
        var answers = readers.answers(entry, null, ON_ENTRY).stream()
                .map(answer -> new FromReaders.Answer(answer.said(), answer.did(), day(answer.at())))
                .toList();
        return new FromReaders(since.orElse(null), answers);
    }

    private void show(Context ctx) {
        var id = ctx.queryParam("entry");
        if (id == null) {
            showAnswers(ctx);
            return;
        }
        var entry = entry(id);
        var done = ctx.queryParam("done");
        if (done != null) {
            var chrome = chrome("Thank you", entry);
            pages.showUnstored(ctx, "feedback/thanks.jte", new ThanksPage(chrome, entry, done.equals("joined")));
        } else {
            show(ctx, entry, FeedbackForm.blank(ctx.queryParam("say")), Problems.NONE, null);
        }
    }

    private void showAnswers(Context ctx) {
        var before = ctx.queryParam("before");
        var known = before != null && before.matches("\\d{1,18}") ? Long.valueOf(before) : null;
        var answers = readers.answers(null, known, PAGE + 1);
        var shown = answers.subList(0, Math.min(PAGE, answers.size()));
        var next = answers.size() > PAGE ? PATH + "?before=" + shown.getLast().number() : null;
        var catalog = snapshots.catalog();
        var rows = shown.stream()
                .map(answer -> {
                    var entry = catalog.find(answer.entry());
                    return new AnswersPage.Row(
                            entry.map(Entry::title).orElse(answer.entry().value()),
                            entry.map(Entry::path).orElse(null),
                            answer.said(),
                            answer.did(),
                            day(answer.at()));
                })
                .toList();
        var chrome = site.page("You said, we did", PATH)
                .describedAs("What readers said of entries of the directory, and what was done about it.");
        pages.show(ctx, "feedback/answers.jte", new AnswersPage(chrome, rows, next));
    }

    private void take(Context ctx) {
        guard.requireFormToken(ctx);
        var entry = entry(ctx.formParam("entry"));
        var form = FeedbackForm.from(ctx);
        var problems = form.problems();
        if (!problems.isEmpty()) {
            show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), entry, form, problems, null);
            return;
        }
        var closed = (form.report() ? reports : votes).enter(guard.network(ctx));
        if (closed.isPresent()) {
            ctx.header("Retry-After", String.valueOf(seconds(closed.get())));
            show(ctx.status(HttpStatus.TOO_MANY_REQUESTS), entry, form, Problems.NONE, words(closed.get()));
            return;
        }
        ctx.redirect(form.report() ? report(ctx, entry, form) : vote(entry, form), HttpStatus.SEE_OTHER);
    }

    private String vote(Entry entry, FeedbackForm form) {
        readers.vote(entry.id(), form.helpful().equals("yes"), form.words(), form.publish());
        return thanks(entry, "vote");
    }

    private String report(Context ctx, Entry entry, FeedbackForm form) {
        var text = published.of(entry).orElseThrow(NotFoundResponse::new);
        var draft = new Draft(entry.kind(), text, entry.id(), ContentFiles.sha256(text));
        var problem = Problem.find(form.what()).orElseThrow();
        return switch (readers.report(draft, problem, form.words(), sender(ctx, form), form.publish())) {
            case Reported.Opened(var path) -> path;
            case Reported.Joined() -> thanks(entry, "joined");
        };
    }

    /** Somebody who has signed in may not decide about what they reported; of others nothing is known. */
    private Sender sender(Context ctx, FeedbackForm form) {
        var email = form.email().isEmpty() ? null : form.email();
        return guard.visitor(ctx) instanceof SignedIn(var account, var _, var _)
                ? new Sender(account.name(), account.organization(), email, account.id())
                : new Sender("A reader", "", email, null);
    }

    private static String thanks(Entry entry, String done) {
        return PATH + "?entry=" + entry.id() + "&done=" + done;
    }

    private void show(Context ctx, Entry entry, FeedbackForm form, Problems problems, @Nullable String closed) {
        guard.beginForm(ctx);
        var title = form.report() ? "Report a problem" : "Was this helpful?";
        var page = new FeedbackPage(chrome(problems.title(title), entry), entry, form, problems, closed);
        pages.showUnstored(ctx, "feedback/form.jte", page);
    }

    private Chrome chrome(String title, Entry entry) {
        return site.page(title, PATH)
                .below(entry.kind().plural(), "/" + entry.kind().path())
                .below(entry.title(), entry.path())
                .notIndexed();
    }

    private Entry entry(@Nullable String id) {
        return Optional.ofNullable(id)
                .flatMap(snapshots.catalog()::find)
                .filter(entry -> !entry.isTakenDown())
                .orElseThrow(NotFoundResponse::new);
    }

    private long seconds(FloodGate.Closed closed) {
        return Math.max(1, Duration.between(clock.instant(), closed.until()).toSeconds());
    }

    private String words(FloodGate.Closed closed) {
        var time = TIME.format(closed.until().plusSeconds(59).atZone(clock.getZone()));
        var where =
                closed.altogether() ? "So much" : "From your network, which may be a whole school or office, so much";
        return where + " came in within an hour that we take nothing more until " + time
                + ". Keep this page open and send it again then.";
    }

    private PartialDate day(Instant moment) {
        return PartialDate.of(LocalDate.ofInstant(moment, clock.getZone()));
    }
}
