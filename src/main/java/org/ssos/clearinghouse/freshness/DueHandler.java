package org.ssos.clearinghouse.freshness;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Audit;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.freshness.DueRequest.View;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.vetting.By;
import org.ssos.clearinghouse.vetting.Cases;
import org.ssos.clearinghouse.vetting.Person;
import org.ssos.clearinghouse.web.Problems;

/** The entries that somebody should look at, and what a curator says after looking. */
final class DueHandler {
    static final String PATH = "/curate/due";
    private static final int PAGE = 25;
    private static final int LONGEST_NOTE = 2_000;

    private final FreshnessFeature.Needs needs;

    DueHandler(FreshnessFeature.Needs needs) {
        this.needs = needs;
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, this::list);
        routes.get(PATH + "/{id}", this::open);
        routes.post(PATH + "/{id}/check", this::confirm);
        routes.post(PATH + "/{id}/question", this::ask);
    }

    private void list(Context ctx) {
        needs.guard().require(ctx, Action.SEE_DUE);
        var request = DueRequest.of(ctx);
        var today = LocalDate.now(needs.clock());
        var all = DueEntry.in(needs.catalog().get(), needs.flags().get(), today).stream()
                .filter(due -> request.kind() == null || due.entry().kind() == request.kind())
                .toList();
        Function<DueEntry, String> place = place(request);
        var fitting = all.stream()
                .filter(due -> due.isIn(request.view()))
                .sorted(Comparator.comparing(place))
                .toList();
        var after = request.after();
        // What came or went meanwhile moves nothing: a place in the list is of the entry alone.
        var rest = fitting.stream()
                .filter(due -> after == null || place.apply(due).compareTo(after) > 0)
                .toList();
        var shown = rest.subList(0, Math.min(PAGE, rest.size()));
        var next = rest.size() > PAGE ? request.after(place.apply(shown.getLast())) : null;
        var tabs = Arrays.stream(View.values())
                .map(view -> new DuePage.Tab(
                        view, (int) all.stream().filter(due -> due.isIn(view)).count(), view == request.view()))
                .toList();
        var chrome = needs.site()
                .page("To be checked again", PATH)
                .below("Curator desk", "/curate")
                .notIndexed();
        needs.pages()
                .showUnstored(
                        ctx,
                        "freshness/due.jte",
                        new DuePage(chrome, request, shown, fitting.size(), tabs, next, today));
    }

    private Function<DueEntry, String> place(DueRequest request) {
        return switch (request.order()) {
            case WAITING -> DueEntry::place;
            case UNHELPFUL -> {
                var unhelpful = needs.unhelpful().get();
                yield due -> due.place(unhelpful.applyAsDouble(due.entry().id()));
            }
        };
    }

    private void open(Context ctx) {
        var visitor = needs.guard().require(ctx, Action.SEE_DUE);
        var done = "check".equals(ctx.queryParam("done")) ? "Noted. The new check is on the site in a moment." : null;
        show(ctx, visitor, entry(ctx), new Shown(done, Map.of(), Map.of(), Problems.NONE));
    }

    private void confirm(Context ctx) {
        var entry = entry(ctx);
        var visitor = needs.guard().require(ctx, Action.VERIFY_STILL_RIGHT, Work.OTHERS, entry.path());
        var how = Method.find(typed(ctx, "how"));
        var note = typed(ctx, "note");
        var text = text(entry);
        var problems = Problems.NONE
                .unless(how.isPresent(), "how", "Say how you checked it.")
                .unless(note.length() <= LONGEST_NOTE, "note", "Use " + LONGEST_NOTE + " characters at most.")
                .unless(
                        typed(ctx, "seen").equals(ContentFiles.sha256(text)),
                        "check",
                        "The entry changed since you opened this page. Look at it again, then confirm.");
        if (problems.isEmpty()) {
            var draft = new Draft(entry.kind(), text, entry.id(), ContentFiles.sha256(text));
            var by = new By.Member(Person.of(visitor.account()), visitor.roles());
            problems = switch (needs.cases().stillRight(draft, how.orElseThrow().inReceipt(), note, by)) {
                case Cases.Result.Done _ -> Problems.NONE;
                case Cases.Result.Refused(var reason) -> Problems.of("check", reason);
                case Cases.Result.MovedOn _ -> Problems.of("check", "Somebody else was faster. Look at it again.");
            };
        }
        if (problems.isEmpty()) {
            ctx.redirect(PATH + "/" + entry.id() + "?done=check", HttpStatus.SEE_OTHER);
        } else {
            var typed = Map.of("how", typed(ctx, "how"), "note", note);
            show(
                    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT),
                    visitor,
                    entry,
                    new Shown(null, Map.of(), typed, problems));
        }
    }

    private void ask(Context ctx) {
        var entry = entry(ctx);
        var visitor = needs.guard().require(ctx, Action.ASK_OWNER, Work.OTHERS, entry.path());
        var email = typed(ctx, "email");
        var office = offices(entry).stream()
                .filter(contact -> email.equals(contact.email()))
                .findFirst();
        if (office.isEmpty()) {
            show(
                    ctx.status(HttpStatus.UNPROCESSABLE_CONTENT),
                    visitor,
                    entry,
                    new Shown(
                            null,
                            Map.of(),
                            Map.of("email", email),
                            Problems.of("email", "Choose one of the offices of this entry.")));
            return;
        }
        var links = ask(visitor, entry, email, office.get().label());
        var done = links.isEmpty()
                ? "A mail with three links goes to " + email + "."
                : "Send these links to " + email + ". They are shown only now.";
        show(ctx, visitor, entry, new Shown(done, links, Map.of(), Problems.NONE));
    }

    /** Asks, by mail where there is a server for it; else the links are to be handed on. */
    private Map<OwnerAnswer, String> ask(SignedIn visitor, Entry entry, String email, String office) {
        var now = needs.clock().instant();
        var baseUrl = needs.site().baseUrl().get();
        return needs.database().write(handle -> {
            var id = new OwnerQuestions(handle)
                    .add(entry.id(), email, office, visitor.account().id(), now);
            new Audit(handle).add(now, visitor.actor(), Action.ASK_OWNER.id(), entry.path(), Audit.Outcome.DONE, email);
            if (!needs.mails()) return OwnerMail.links(handle, id, baseUrl, needs.clock());
            Outbox.add(handle, OwnerMail.of(entry, email, id, baseUrl), now);
            return Map.of();
        });
    }

    /**
     * What a page shows besides the entry.
     *
     * @param links shown this once
     * @param typed by field
     */
    private record Shown(
            @Nullable String done, Map<OwnerAnswer, String> links, Map<String, String> typed, Problems problems) {}

    private void show(Context ctx, SignedIn visitor, Entry entry, Shown shown) {
        var chrome = needs.site()
                .page(shown.problems().title("Check: " + entry.title()), PATH + "/" + entry.id())
                .below("Curator desk", "/curate")
                .below("To be checked again", PATH)
                .notIndexed();
        var catalog = needs.catalog().get();
        var due = DueEntry.of(entry, catalog, needs.flags().get(), LocalDate.now(needs.clock()));
        var page = new DueEntryPage(
                chrome,
                entry,
                due.orElse(null),
                checked(entry),
                ContentFiles.sha256(text(entry)),
                needs.links().of(ContentFiles.fileOf(entry.kind(), entry.id())),
                offices(entry),
                needs.database()
                        .read(handle -> new OwnerQuestions(handle).latest(entry.id()))
                        .orElse(null),
                shown.links(),
                visitor.may(Action.VERIFY_STILL_RIGHT),
                visitor.may(Action.ASK_OWNER),
                needs.mails(),
                needs.clock().instant(),
                needs.clock().getZone(),
                shown.done(),
                shown.typed(),
                shown.problems());
        needs.pages().showUnstored(ctx, "freshness/entry.jte", page);
    }

    private static String checked(Entry entry) {
        var check = entry.vetting() == null ? null : entry.vetting().factsChecked();
        if (check == null) {
            var compiled = entry.provenance().compiled();
            return "Nobody has checked it on this site"
                    + (compiled == null ? "." : "; its facts were put together on " + compiled.words() + ".");
        }
        return "Last checked on " + check.on().words() + (check.how() == null ? "" : ", " + check.how())
                + due(check.due());
    }

    private static String due(@Nullable PartialDate due) {
        return due == null ? "." : ", due again on " + due.words() + ".";
    }

    private static List<Contact> offices(Entry entry) {
        return entry.contacts().stream()
                .filter(contact -> contact.email() != null)
                .toList();
    }

    private Entry entry(Context ctx) {
        return needs.catalog()
                .get()
                .find(ctx.pathParam("id"))
                .filter(entry -> !entry.isArchived())
                .orElseThrow(NotFoundResponse::new);
    }

    private String text(Entry entry) {
        return needs.texts().of(entry).orElseThrow(NotFoundResponse::new);
    }

    private static String typed(Context ctx, String field) {
        var text = ctx.formParam(field);
        return text == null ? "" : text.strip();
    }
}
