package org.ssos.clearinghouse.feedback;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Guard;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.feedback.ReportsRequest.After;
import org.ssos.clearinghouse.feedback.ReportsRequest.View;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;

/** What readers said, for curators: how often of which entry, what nobody has looked at yet, and the answers. */
final class ReportsHandler {
    static final String PATH = "/curate/feedback";
    private static final int PAGE = 25;
    private static final int LONGEST = 2_000;

    private final Readers readers;
    private final Snapshots snapshots;
    private final Guard guard;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    ReportsHandler(Readers readers, Snapshots snapshots, Guard guard, Pages pages, Site site, Clock clock) {
        this.readers = readers;
        this.snapshots = snapshots;
        this.guard = guard;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
        routes.get(PATH + "/{number}", this::showNote);
        routes.post(PATH + "/{number}/answer", this::answer);
        routes.post(PATH + "/{number}/look", this::look);
    }

    private void show(Context ctx) {
        guard.require(ctx, Action.SEE_REPORTS);
        var request = ReportsRequest.of(ctx);
        if (request.view() == View.ENTRIES) {
            showCounts(ctx, request);
        } else {
            showNotes(ctx, request);
        }
    }

    private void showNotes(Context ctx, ReportsRequest request) {
        var after = request.after();
        var open = request.view() == View.WAITING;
        var notes = readers.list(open, request.said(), request.entry(), after == null ? null : after.value(), PAGE + 1);
        var shown = notes.subList(0, Math.min(PAGE, notes.size()));
        var next = notes.size() > PAGE ? request.after(new After(shown.getLast().number(), "")) : null;
        var lines = shown.stream().map(this::line).toList();
        var page =
                new ReportsPage(chrome("What readers say", PATH), request, lines, readers.waiting(), next, done(ctx));
        pages.showUnstored(ctx, "feedback/desk/notes.jte", page);
    }

    private void showCounts(Context ctx, ReportsRequest request) {
        var order = request.order();
        var all = readers.counts().entrySet().stream()
                .map(this::row)
                .filter(row -> fits(row, request))
                .sorted(Comparator.comparingLong((CountsPage.Row row) -> -order.of(row.counts()))
                        .thenComparing(CountsPage.Row::id))
                .toList();
        var rest = all.stream().filter(row -> isBeyond(row, request)).toList();
        var shown = rest.subList(0, Math.min(PAGE, rest.size()));
        var next = rest.size() > PAGE
                ? request.after(new After(
                        order.of(shown.getLast().counts()), shown.getLast().id().value()))
                : null;
        var page =
                new CountsPage(chrome("What readers say", PATH), request, shown, readers.waiting(), all.size(), next);
        pages.showUnstored(ctx, "feedback/desk/counts.jte", page);
    }

    private CountsPage.Row row(Map.Entry<EntryId, Counts> counted) {
        var entry = snapshots.catalog().find(counted.getKey());
        return new CountsPage.Row(
                counted.getKey(),
                entry.map(Entry::title).orElse(counted.getKey().value()),
                entry.map(Entry::path).orElse(null),
                counted.getValue());
    }

    private boolean fits(CountsPage.Row row, ReportsRequest request) {
        if (request.entry() != null && !row.id().equals(request.entry())) return false;
        return request.kind() == null
                || snapshots
                        .catalog()
                        .find(row.id())
                        .filter(entry -> entry.kind() == request.kind())
                        .isPresent();
    }

    /** What counts more now than when the page before was made is not shown again; nothing is passed over. */
    private static boolean isBeyond(CountsPage.Row row, ReportsRequest request) {
        var after = request.after();
        if (after == null) return true;
        var value = request.order().of(row.counts());
        return value < after.value()
                || (value == after.value() && row.id().value().compareTo(after.entry()) > 0);
    }

    private void showNote(Context ctx) {
        var visitor = guard.require(ctx, Action.SEE_REPORTS);
        var note = note(ctx);
        show(ctx, visitor, note, note.words(), "", Problems.NONE);
    }

    private void answer(Context ctx) {
        var note = note(ctx);
        var visitor = guard.require(ctx, Action.ANSWER_REPORTS, Work.OTHERS, "feedback " + note.number());
        var said = typed(ctx, "said");
        var did = typed(ctx, "did");
        var problems = problems(note, said, did);
        if (!problems.isEmpty()) {
            show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), visitor, note, said, did, problems);
        } else if (!note.canBeAnswered()
                || !readers.answer(note, said, did, line(note).title(), visitor)) {
            var words = "Somebody dealt with it meanwhile, or nobody would read the answer. Nothing was sent.";
            show(ctx.status(HttpStatus.CONFLICT), visitor, note(ctx), said, did, Problems.of("did", words));
        } else {
            ctx.redirect(PATH + "?done=answer", HttpStatus.SEE_OTHER);
        }
    }

    private static Problems problems(Note note, String said, String did) {
        return Problems.NONE
                .unless(!note.mayPublish() || !said.isEmpty(), "said", "Say in a sentence what the reader said.")
                .unless(said.length() <= LONGEST, "said", "Shorten it to " + LONGEST + " characters.")
                .unless(!did.isEmpty(), "did", "Say what was done, or why nothing was.")
                .unless(did.length() <= LONGEST, "did", "Shorten it to " + LONGEST + " characters.");
    }

    private void look(Context ctx) {
        var note = note(ctx);
        var visitor = guard.require(ctx, Action.ANSWER_REPORTS, Work.OTHERS, "feedback " + note.number());
        readers.look(note, visitor);
        ctx.redirect(PATH + "?done=look", HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, SignedIn visitor, Note note, String said, String did, Problems problems) {
        var line = line(note);
        var chrome = chrome(problems.title(line.what() + ": " + line.title()), PATH + "/" + note.number())
                .below("What readers say", PATH);
        var page = new NotePage(chrome, line, visitor.may(Action.ANSWER_REPORTS), readers.mails(), said, did, problems);
        pages.showUnstored(ctx, "feedback/desk/note.jte", page);
    }

    private Chrome chrome(String title, String path) {
        return site.page(title, path).below("Curator desk", "/curate").notIndexed();
    }

    private NoteLine line(Note note) {
        var entry = snapshots.catalog().find(note.entry());
        return new NoteLine(
                note,
                entry.map(Entry::title).orElse(note.entry().value()),
                entry.map(Entry::path).orElse(null),
                PartialDate.of(LocalDate.ofInstant(note.at(), clock.getZone())));
    }

    private Note note(Context ctx) {
        var number = ctx.pathParam("number");
        if (!number.matches("\\d{1,18}")) throw new NotFoundResponse();
        return readers.find(Long.parseLong(number)).orElseThrow(NotFoundResponse::new);
    }

    private static String typed(Context ctx, String field) {
        var sent = ctx.formParam(field);
        return sent == null ? "" : sent.strip();
    }

    private static @Nullable String done(Context ctx) {
        return switch (ctx.queryParam("done")) {
            case "answer" -> "The answer is sent.";
            case "look" -> "It counts as looked at.";
            case null, default -> null;
        };
    }
}
