package org.ssos.clearinghouse.vetting;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Guard;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;

/** Where an entry is proposed for the archive, or for coming back, and taken off the site in an emergency. */
final class ArchiveHandler {
    private static final int LONGEST = 600;

    private final Cases cases;
    private final Supplier<Catalog> catalog;
    private final Function<EntryId, @Nullable String> published;
    private final Guard guard;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    ArchiveHandler(VettingFeature.Needs needs) {
        this.cases = needs.cases();
        this.catalog = needs.catalog();
        this.published = needs.published();
        this.guard = needs.guard();
        this.pages = needs.pages();
        this.site = needs.site();
        this.clock = needs.clock();
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        for (var kind : Kind.values()) {
            var path = "/" + kind.path() + "/{id}/archive";
            routes.get(path, ctx -> {
                var entry = entry(ctx, kind);
                show(ctx, mayLook(ctx, entry), entry, CaseForm.NONE, Problems.NONE);
            });
            routes.post(path, ctx -> propose(ctx, entry(ctx, kind)));
            routes.post(path + "/take-down", ctx -> takeDown(ctx, entry(ctx, kind)));
        }
    }

    private SignedIn mayLook(Context ctx, Entry entry) {
        var takesDown = guard.visitor(ctx) instanceof SignedIn known && known.may(Action.TAKE_DOWN);
        return guard.require(ctx, takesDown ? Action.TAKE_DOWN : Action.PROPOSE_CHANGE, Work.OTHERS, entry.path());
    }

    /** Opens a case, which somebody else decides. */
    private void propose(Context ctx, Entry entry) {
        var visitor = guard.require(ctx, Action.PROPOSE_CHANGE, Work.OTHERS, entry.path());
        var form = CaseForm.of("archive", ctx.formParamMap());
        var problems = reason(form, "reason");
        if (!problems.isEmpty()) {
            show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), visitor, entry, form, problems);
            return;
        }
        var reason = form.text("reason").strip();
        var subject = entry.isArchived() ? Subject.UNARCHIVE : Subject.ARCHIVE;
        var draft = entry.isArchived()
                ? Archiving.unarchive(entry.kind(), entry.id(), text(entry))
                : Archiving.archive(entry.kind(), entry.id(), text(entry), LocalDate.now(clock), reason);
        var account = visitor.account();
        var sender = new Sender(account.name(), account.organization(), null, account.id());
        var path = cases.open(new NewCase(draft, sender, subject.name(), reason));
        var opened = cases.ofToken(path.substring("/cases/".length())).orElseThrow();
        ctx.redirect(QueueHandler.PATH + "/" + opened.id() + "?done=archive", HttpStatus.SEE_OTHER);
    }

    private void takeDown(Context ctx, Entry entry) {
        var visitor = guard.require(ctx, Action.TAKE_DOWN, Work.OTHERS, entry.path());
        var form = CaseForm.of("take-down", ctx.formParamMap());
        var problems = reason(form, "take-down-reason")
                .unless(form.text("sure").equals("yes"), "sure", "Confirm that it cannot wait for a second person.");
        if (!problems.isEmpty()) {
            show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), visitor, entry, form, problems);
            return;
        }
        var reason = form.text("take-down-reason").strip();
        Draft draft = Archiving.takeDown(entry.kind(), entry.id(), text(entry), LocalDate.now(clock), reason);
        var by = new By.Member(Person.of(visitor.account()), visitor.roles());
        switch (cases.takeDown(draft, reason, by)) {
            case Cases.Result.Done(var after) ->
                ctx.redirect(
                        visitor.may(Action.SEE_QUEUE)
                                ? QueueHandler.PATH + "/" + after.id() + "?done=take-down"
                                : entry.path(),
                        HttpStatus.SEE_OTHER);
            case Cases.Result.Refused(var words) ->
                show(ctx.status(HttpStatus.CONFLICT), visitor, entry, form, Problems.of("take-down-reason", words));
            case Cases.Result.MovedOn _ -> throw new IllegalStateException("No version was sent");
        }
    }

    /** Everybody reads it on the page of the entry. */
    private static Problems reason(CaseForm form, String field) {
        var reason = form.text(field);
        return Problems.NONE
                .unless(!reason.isBlank(), field, "Write the reason.")
                .unless(reason.length() <= LONGEST, field, "Shorten the reason to " + LONGEST + " characters.");
    }

    private void show(Context ctx, SignedIn visitor, Entry entry, CaseForm form, Problems problems) {
        var title = entry.isArchived() ? "Bring back from the archive" : "Archive";
        var chrome = site.page(problems.title(title), entry.path() + "/archive")
                .below(entry.kind().plural(), "/" + entry.kind().path())
                .below(entry.title(), entry.path())
                .notIndexed();
        var page = new ArchivePage(
                chrome,
                entry,
                cases.about(entry.id()),
                visitor.may(Action.PROPOSE_CHANGE),
                visitor.may(Action.TAKE_DOWN) && !entry.isTakenDown(),
                form,
                problems);
        pages.showUnstored(ctx, "vetting/cases/archive.jte", page);
    }

    private Entry entry(Context ctx, Kind kind) {
        return catalog.get()
                .find(ctx.pathParam("id"))
                .filter(entry -> entry.kind() == kind)
                .orElseThrow(NotFoundResponse::new);
    }

    private String text(Entry entry) {
        var text = published.apply(entry.id());
        if (text == null) throw new NotFoundResponse();
        return text;
    }
}
