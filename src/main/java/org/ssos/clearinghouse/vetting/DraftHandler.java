package org.ssos.clearinghouse.vetting;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Guard;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.submission.DraftForm;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;

/** Where curators edit the draft of a case. Nothing that others wrote meanwhile is overwritten unseen. */
final class DraftHandler {
    private static final String PATH = QueueHandler.PATH + "/{id}/draft";

    private final Cases cases;
    private final Supplier<Catalog> catalog;
    private final Function<EntryId, @Nullable String> published;
    private final Guard guard;
    private final Pages pages;
    private final Site site;

    DraftHandler(VettingFeature.Needs needs) {
        this.cases = needs.cases();
        this.catalog = needs.catalog();
        this.published = needs.published();
        this.guard = needs.guard();
        this.pages = needs.pages();
        this.site = needs.site();
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::show);
        routes.post(PATH, this::save);
    }

    /** What others did while the form was open; the texts are laid side by side where the form shows no fields. */
    private record Meanwhile(
            List<CaseEvent> events,
            @Nullable String before,
            @Nullable String theirs) {
        static final Meanwhile NOTHING = new Meanwhile(List.of(), null, null);
    }

    private void show(Context ctx) {
        var one = get(ctx);
        guard.require(ctx, Action.EDIT_DRAFT, Work.OTHERS, "case " + one.id());
        var text = begin(one, one.draft().number(), onSite(one)).text();
        boolean whole = "text".equals(ctx.queryParam("view"));
        var form = DraftForm.of(one.kind(), catalog.get().vocabularies(), text, whole);
        show(ctx, one, form, Meanwhile.NOTHING, Problems.NONE);
    }

    private void save(Context ctx) {
        var one = get(ctx);
        var visitor = guard.require(ctx, Action.EDIT_DRAFT, Work.OTHERS, "case " + one.id());
        var sent = CaseForm.of("draft", ctx.formParamMap());
        var from = from(one, sent);
        var form = DraftForm.sent(ctx, one.kind(), catalog.get().vocabularies(), from);
        var problems = form.problems();
        var text = problems.isEmpty() ? DraftText.of(form.text()) : null;
        if (text != null) problems = problems(one, text, form);
        if (text == null || !problems.isEmpty()) {
            show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), one, form, Meanwhile.NOTHING, problems);
            return;
        }
        var by = new By.Member(Person.of(visitor.account()), visitor.roles());
        switch (cases.edit(one.id(), sent.seen(), text, base(one, sent), by)) {
            case Cases.Result.Done _ ->
                ctx.redirect(QueueHandler.PATH + "/" + one.id() + "?done=edit", HttpStatus.SEE_OTHER);
            case Cases.Result.Refused(var reason) -> {
                var refused = Problems.of(form.isWhole() ? "text" : "title", reason);
                show(ctx.status(HttpStatus.CONFLICT), one, form, Meanwhile.NOTHING, refused);
            }
            case Cases.Result.MovedOn(var events) -> merge(ctx, form, from, events);
        }
    }

    private void merge(Context ctx, DraftForm form, String from, List<CaseEvent> events) {
        var now = get(ctx);
        var theirs = cases.text(now, now.draft().number());
        boolean sideBySide = form.isWhole() && !theirs.equals(from);
        var meanwhile = new Meanwhile(events, sideBySide ? from : null, sideBySide ? theirs : null);
        show(ctx.status(HttpStatus.CONFLICT), now, form.onto(theirs), meanwhile, Problems.NONE);
    }

    /**
     * What somebody begins with: the draft, and where the entry on the site has changed since it was made, the two
     * brought together as far as no person has to choose.
     */
    private Merge begin(Case one, int number, @Nullable String onSite) {
        var draft = cases.text(one, number);
        var before = onSite == null ? Optional.<String>empty() : cases.baseText(one);
        return before.flatMap(text -> Merge.of(one.kind(), text, String.valueOf(onSite), draft))
                .orElseGet(() -> new Merge(draft, List.of()));
    }

    /** The text that the form was opened with. */
    private String from(Case one, CaseForm sent) {
        var onSite = onSite(one);
        boolean merged = onSite != null && sent.text("base").equals(ContentFiles.sha256(onSite));
        return begin(one, draftNumber(one, sent), merged ? onSite : null).text();
    }

    /** The version that the form was opened with. */
    private static int draftNumber(Case one, CaseForm sent) {
        var number = sent.text("draft");
        int newest = one.draft().number();
        return number.matches("\\d{1,6}") ? Math.clamp(Integer.parseInt(number), 1, newest) : newest;
    }

    private static Problems problems(Case one, DraftText text, DraftForm form) {
        var field = form.isWhole() ? "text" : "title";
        return Problems.NONE
                .unless(
                        text.id().isEmpty() || EntryId.isValid(text.id()),
                        field,
                        "The field `id` has to be small letters, digits and single hyphens.")
                .unless(
                        one.base() == null || text.id().equals(one.entry()),
                        field,
                        "The id of a published entry never changes; it is `" + one.entry() + "`.");
    }

    /** What stood on the page that the form came from: nothing newer is overwritten unseen. */
    private static @Nullable String base(Case one, CaseForm form) {
        if (one.base() == null) return null;
        return form.text("base").matches("[0-9a-f]{64}") ? form.text("base") : one.base();
    }

    /** The text on the site, where it is another one than the draft was made from. */
    private @Nullable String onSite(Case one) {
        if (one.base() == null) return null;
        var now = published.apply(new EntryId(one.entry()));
        return now == null || ContentFiles.sha256(now).equals(one.base()) ? null : now;
    }

    private void show(Context ctx, Case one, DraftForm form, Meanwhile meanwhile, Problems problems) {
        var path = QueueHandler.PATH + "/" + one.id();
        var chrome = site.page(problems.title("Edit the draft"), path + "/draft")
                .below("Curator desk", "/curate")
                .below("Cases", QueueHandler.PATH)
                .below(one.name(), path)
                .notIndexed();
        var onSite = onSite(one);
        var clashes = begin(one, one.draft().number(), onSite).clashes();
        boolean merged = onSite != null && cases.baseText(one).isPresent();
        var shown = onSite == null || merged ? form : form.besideTheSite(onSite);
        boolean ends = !(one.state() instanceof CaseState.Submitted) && !(one.state() instanceof CaseState.Screening);
        pages.showUnstored(
                ctx,
                "vetting/cases/draft.jte",
                new DraftPage(
                        chrome,
                        one,
                        shown.fields(problems),
                        shown.whole(),
                        onSite,
                        onSite == null ? one.base() : ContentFiles.sha256(onSite),
                        merged,
                        clashes,
                        ends,
                        meanwhile.events(),
                        meanwhile.before(),
                        meanwhile.theirs(),
                        problems));
    }

    private Case get(Context ctx) {
        return cases.find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
    }
}
