package org.ssos.clearinghouse.freshness;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.freshness.OwnerQuestions.Offered;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.Archiving;
import org.ssos.clearinghouse.web.Problems;

/**
 * What the links in the mail to an owner open. Looking at one changes nothing, since mail scanners do that; its button
 * makes a case and publishes nothing.
 */
final class OwnerHandler {
    static final String PATH = "/verify";
    private static final int LONGEST = 5_000;

    private final FreshnessFeature.Needs needs;

    OwnerHandler(FreshnessFeature.Needs needs) {
        this.needs = needs;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH + "/{token}", this::open);
        routes.post(PATH + "/{token}", this::answer);
    }

    private void open(Context ctx) {
        find(ctx).ifPresentOrElse(known -> show(ctx, known, "", Problems.NONE), () -> showNone(ctx));
    }

    private void answer(Context ctx) {
        needs.guard().requireFormToken(ctx);
        var known = find(ctx);
        if (known.isEmpty()) {
            showNone(ctx);
            return;
        }
        var sent = ctx.formParam("words");
        var words = sent == null ? "" : sent.strip();
        var problems = check(known.get().offered().answer(), words);
        if (!problems.isEmpty()) {
            show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), known.get(), words, problems);
            return;
        }
        needs.database()
                .write(handle -> open(handle, known.get(), words))
                .ifPresentOrElse(path -> ctx.redirect(path, HttpStatus.SEE_OTHER), () -> showNone(ctx));
    }

    private static Problems check(OwnerAnswer answer, String words) {
        return Problems.NONE
                .unless(answer != OwnerAnswer.CHANGE || !words.isEmpty(), "words", "Say what is no longer right.")
                .unless(words.length() <= LONGEST, "words", "Use " + LONGEST + " characters at most.");
    }

    /** The answer, the links that are used up, and the case: all of it or nothing. */
    private Optional<String> open(Handle handle, Known known, String words) {
        if (!new OwnerQuestions(handle).answer(known.offered(), needs.clock().instant())) return Optional.empty();
        var question = known.offered().question();
        var answer = known.offered().answer();
        // Nobody takes an entry off the site alone: whoever asked is as good as who proposes it, and another decides.
        var account = answer == OwnerAnswer.ENDED ? question.askedBy() : null;
        var sender = new Sender("", question.office(), question.email(), account);
        var message = answer.label() + "." + (words.isEmpty() ? "" : "\n\n" + words);
        return Optional.of(needs.cases()
                .open(
                        handle,
                        new NewCase(
                                draft(known, words), sender, answer.subject().name(), message)));
    }

    private Draft draft(Known known, String words) {
        var entry = known.entry();
        return switch (known.offered().answer()) {
            case STILL_RIGHT, CHANGE ->
                new Draft(entry.kind(), known.text(), entry.id(), ContentFiles.sha256(known.text()));
            case ENDED ->
                Archiving.archive(
                        entry.kind(),
                        entry.id(),
                        known.text(),
                        LocalDate.now(needs.clock()),
                        words.isEmpty() ? "Its owner says that it has ended." : words);
        };
    }

    /** @param text of the entry as it is on the site */
    private record Known(Offered offered, Entry entry, String text) {}

    private Optional<Known> find(Context ctx) {
        return needs.database()
                .read(handle -> new OwnerQuestions(handle)
                        .find(ctx.pathParam("token"), needs.clock().instant()))
                .flatMap(offered -> needs.catalog()
                        .get()
                        .find(offered.question().entry())
                        .filter(entry -> !entry.isArchived())
                        .flatMap(entry -> needs.texts().of(entry).map(text -> new Known(offered, entry, text))));
    }

    private void show(Context ctx, Known known, String words, Problems problems) {
        needs.guard().beginForm(ctx);
        // The address is a secret: no page that is linked from here learns it.
        ctx.header("Referrer-Policy", "no-referrer");
        var chrome = needs.site()
                .page(problems.title(known.entry().title()), PATH)
                .withoutBreadcrumb()
                .notIndexed();
        var page = new OwnerPage(
                chrome,
                ctx.pathParam("token"),
                known.entry(),
                known.offered().answer(),
                needs.clock().getZone(),
                known.offered().question().expiresAt(),
                words,
                problems);
        needs.pages().showUnstored(ctx, "freshness/owner.jte", page);
    }

    private void showNone(Context ctx) {
        var chrome = needs.site()
                .page("This link is used up", PATH)
                .withoutBreadcrumb()
                .notIndexed();
        needs.pages().showUnstored(ctx.status(HttpStatus.GONE), "freshness/noOwner.jte", new NoOwnerPage(chrome));
    }
}
