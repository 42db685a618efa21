package org.ssos.clearinghouse.vetting;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Account;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.account.Action;
import org.ssos.clearinghouse.account.Guard;
import org.ssos.clearinghouse.account.Visitor.SignedIn;
import org.ssos.clearinghouse.account.Work;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Vetting;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.Finding;
import org.ssos.clearinghouse.submission.Report;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;

/** One case: its page, and every step that a curator can take. */
final class CaseHandler {
    private static final String PATH = QueueHandler.PATH + "/{id}";
    private static final List<String> FORMS = List.of(
            "claim",
            "return",
            "screening",
            "review",
            "recusal",
            "settlement",
            "ruling",
            "decision",
            "approval-end",
            "question",
            "closing",
            "owner-note",
            "note",
            "appeal-answer",
            "emergency",
            "second-look",
            "still-right",
            "closing-answer");

    private final Cases cases;
    private final Supplier<Catalog> catalog;
    private final AccountDesk accounts;
    private final Function<EntryId, @Nullable String> published;
    private final Function<EntryId, @Nullable String> decided;
    private final Function<Draft, Report> checks;
    private final Guard guard;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    CaseHandler(VettingFeature.Needs needs) {
        this.cases = needs.cases();
        this.catalog = needs.catalog();
        this.accounts = needs.accounts();
        this.published = needs.published();
        this.decided = needs.decided();
        this.checks = needs.checks();
        this.guard = needs.guard();
        this.pages = needs.pages();
        this.site = needs.site();
        this.clock = needs.clock();
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, ctx -> {
            var visitor = guard.require(ctx, Action.SEE_QUEUE);
            show(ctx, visitor, get(ctx), new Sent(null, List.of(), CaseForm.NONE, Problems.NONE));
        });
        for (var form : FORMS) routes.post(PATH + "/" + form, ctx -> act(ctx, form));
        routes.post(PATH + "/assignment", this::assign);
        routes.post(PATH + "/restoration", this::restore);
    }

    /** What became of the form that was sent. */
    private record Sent(@Nullable String done, List<CaseEvent> meanwhile, CaseForm form, Problems problems) {}

    private void act(Context ctx, String name) {
        var visitor = guard.require(ctx, Action.SEE_QUEUE);
        var one = get(ctx);
        var form = CaseForm.of(name, ctx.formParamMap());
        switch (form.read(one, cases.rules().rubric())) {
            case CaseForm.Read.Bad(var problems) -> {
                ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
                show(ctx, visitor, one, new Sent(null, List.of(), form, problems));
            }
            case CaseForm.Read.Good(var step) -> take(ctx, one, step, form);
        }
    }

    private void assign(Context ctx) {
        var visitor = guard.require(ctx, Action.SEE_QUEUE);
        var one = get(ctx);
        var form = CaseForm.of("assignment", ctx.formParamMap());
        var to = people().stream()
                .filter(account -> String.valueOf(account.id()).equals(form.text("to")))
                .findFirst();
        if (to.isPresent()) {
            take(ctx, one, new CaseStep.Assign(Person.of(to.get()), to.get().roles()), form);
        } else {
            ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
            var problems = Problems.of("to", "Choose to whom the case goes.");
            show(ctx, visitor, one, new Sent(null, List.of(), form, problems));
        }
    }

    private void take(Context ctx, Case one, CaseStep step, CaseForm form) {
        var visitor = require(ctx, one, step);
        var by = new By.Member(Person.of(visitor.account()), visitor.roles());
        var hindrance = hindrance(one, step);
        var result =
                hindrance == null ? cases.act(one.id(), form.seen(), step, by) : new Cases.Result.Refused(hindrance);
        switch (result) {
            case Cases.Result.Done _ ->
                ctx.redirect(QueueHandler.PATH + "/" + one.id() + "?done=" + step.id(), HttpStatus.SEE_OTHER);
            case Cases.Result.Refused(var reason) -> {
                ctx.status(HttpStatus.CONFLICT);
                show(ctx, visitor, get(ctx), new Sent(null, List.of(), form, Problems.of("case", reason)));
            }
            case Cases.Result.MovedOn(var meanwhile) -> {
                ctx.status(HttpStatus.CONFLICT);
                show(ctx, visitor, get(ctx), new Sent(null, meanwhile, form, Problems.NONE));
            }
        }
    }

    private SignedIn require(Context ctx, Case one, CaseStep step) {
        var visitor = guard.require(ctx, Action.SEE_QUEUE);
        var action = step.action(one.subject());
        if (action == null) throw new NotFoundResponse();
        var own = step instanceof CaseStep.TakeBack ? Work.OTHERS : one.work(Person.of(visitor.account()));
        return guard.require(ctx, action, own, "case " + one.id());
    }

    /** What the checks of the text find, and nobody may publish over. */
    private @Nullable String hindrance(Case one, CaseStep step) {
        var publishes = step instanceof CaseStep.Publish
                || step instanceof CaseStep.Schedule
                || step instanceof CaseStep.PublishInEmergency;
        if (!publishes) return null;
        var found = report(one).hindrances();
        return found.isEmpty() ? null : "The text has to be mended first: " + String.join(" ", found);
    }

    private void show(Context ctx, SignedIn visitor, Case one, Sent sent) {
        var person = Person.of(visitor.account());
        var rules = cases.rules();
        var draft = cases.text(one, one.draft().number());
        var before = EntryId.isValid(one.entry()) ? published.apply(new EntryId(one.entry())) : null;
        var chrome = site.page(sent.problems().title(one.name()), QueueHandler.PATH + "/" + one.id())
                .below("Curator desk", "/curate")
                .below("Cases", QueueHandler.PATH)
                .notIndexed();
        var page = new CasePage(
                chrome,
                one,
                rules.rubric(),
                person,
                DraftText.of(draft).changesFrom(before == null ? null : DraftText.of(before)),
                draft,
                one.state().isOpen() ? report(one) : null,
                handEdit(one, before),
                cases.events(one),
                offered(rules, one, new By.Member(person, visitor.roles())),
                catalog.get().find(one.entry()).map(entry -> entry.path()).orElse(null),
                visitor.may(Action.ASSIGN) ? people() : List.of(),
                clock.instant(),
                clock.getZone(),
                done(ctx),
                sent.meanwhile(),
                sent.form(),
                sent.problems());
        pages.showUnstored(ctx, "vetting/cases/case.jte", page);
    }

    /** The steps that the rules would let them take now: the rules are asked, not repeated. */
    private Set<String> offered(CaseRules rules, Case one, By.Member member) {
        return samples(rules.rubric(), one, member)
                .filter(step -> rules.apply(one, step, member, clock.instant()) instanceof Outcome.Moved)
                .map(CaseStep::id)
                .collect(Collectors.toSet());
    }

    private Stream<CaseStep> samples(Rubric rubric, Case one, By.Member member) {
        var some = new Score(0, "x");
        Map<String, Score> scores =
                rubric.criteria().stream().collect(Collectors.toMap(Rubric.Criterion::id, _ -> some));
        var gates = rubric.gates().stream().map(Rubric.Gate::id).collect(Collectors.toSet());
        var findings = gates.stream().collect(Collectors.toMap(gate -> gate, _ -> new GateCheck.Finding(true, "")));
        var unsettled = one.state() instanceof CaseState.InReview review
                        && cases.rules().assessment(review) instanceof Assessment.Unsettled(var open)
                ? open
                : List.<String>of();
        return Stream.of(
                new CaseStep.Claim(),
                new CaseStep.HandBack(),
                new CaseStep.Assign(member.person(), member.roles()),
                new CaseStep.Screen(findings),
                new CaseStep.Edit("x", null, one.entry(), "x", List.of(), List.of()),
                new CaseStep.AskOwner("x"),
                new CaseStep.CloseUnanswered(),
                new CaseStep.HandInReview(gates, Map.of(), scores),
                new CaseStep.Recuse("x"),
                new CaseStep.Settle(unsettled.stream().collect(Collectors.toMap(id -> id, _ -> some))),
                new CaseStep.JudgeBasis(true, "x"),
                new CaseStep.Publish("x"),
                new CaseStep.Schedule(LocalDate.MAX, "x"),
                new CaseStep.Decline("x"),
                new CaseStep.TakeBack("x"),
                new CaseStep.AnswerAppeal(true, "x"),
                new CaseStep.ConfirmStillRight("x", ""),
                new CaseStep.CloseWithAnswer("x"),
                new CaseStep.NoteToOwner("x"),
                new CaseStep.NoteAmongCurators("x"),
                new CaseStep.PublishInEmergency("x"),
                new CaseStep.ReviewEmergency("x"));
    }

    /** What was decided on against what stands there, where the two differ. */
    private CasePage.@Nullable HandEdit handEdit(Case one, @Nullable String onSite) {
        var entry = catalog.get().find(one.entry()).orElse(null);
        var edited = entry != null
                && entry.vetting() != null
                && entry.vetting().standing() == Vetting.Standing.EDITED_OUTSIDE;
        if (!one.state().isOpen()) return null;
        var isAbout = one.subject() == Subject.HAND_EDIT;
        if (entry == null || !(edited || isAbout)) return null;
        var found = isAbout ? cases.text(one, 1) : onSite;
        var before = decidedText(one);
        return new CasePage.HandEdit(
                before != null,
                found == null || before == null
                        ? List.of()
                        : DraftText.of(found).changesFrom(DraftText.of(before)),
                isAbout
                        && before != null
                        && !ContentFiles.sha256(before).equals(one.draft().hash()));
    }

    private @Nullable String decidedText(Case one) {
        return EntryId.isValid(one.entry()) ? decided.apply(new EntryId(one.entry())) : null;
    }

    private void restore(Context ctx) {
        var one = get(ctx);
        var visitor = guard.require(ctx, Action.EDIT_DRAFT, Work.OTHERS, "case " + one.id());
        var form = CaseForm.of("restoration", ctx.formParamMap());
        var before = one.subject() == Subject.HAND_EDIT ? decidedText(one) : null;
        if (before == null) throw new NotFoundResponse();
        var by = new By.Member(Person.of(visitor.account()), visitor.roles());
        switch (cases.edit(one.id(), form.seen(), DraftText.of(before), one.base(), by)) {
            case Cases.Result.Done _ ->
                ctx.redirect(QueueHandler.PATH + "/" + one.id() + "?done=restore", HttpStatus.SEE_OTHER);
            case Cases.Result.Refused(var reason) -> {
                ctx.status(HttpStatus.CONFLICT);
                show(ctx, visitor, get(ctx), new Sent(null, List.of(), form, Problems.of("case", reason)));
            }
            case Cases.Result.MovedOn(var meanwhile) -> {
                ctx.status(HttpStatus.CONFLICT);
                show(ctx, visitor, get(ctx), new Sent(null, meanwhile, form, Problems.NONE));
            }
        }
    }

    private Report report(Case one) {
        var text = cases.text(one, one.draft().number());
        var entry = one.base() == null ? null : new EntryId(one.entry());
        var onSite = entry == null ? null : published.apply(entry);
        var report = checks.apply(new Draft(one.kind(), text, entry, one.base()));
        return Archiving.hindrance(one.subject(), DraftText.of(text), onSite == null ? null : DraftText.of(onSite))
                .map(words -> report.with(new Finding(Finding.Severity.WRONG, "archived", words, "")))
                .orElse(report);
    }

    /** Those who can take cases on. */
    private List<Account> people() {
        return accounts.all().stream()
                .filter(account -> account.isActive() && Action.CLAIM.isOpenTo(account.roles(), Work.OTHERS))
                .toList();
    }

    private Case get(Context ctx) {
        return cases.find(ctx.pathParam("id")).orElseThrow(NotFoundResponse::new);
    }

    /** What was done just now, as the page says it. */
    private static @Nullable String done(Context ctx) {
        return switch (ctx.queryParam("done")) {
            case null -> null;
            case "claim" -> "You have taken the case on.";
            case "hand-back" -> "You have handed the case back.";
            case "assign" -> "The case was given on.";
            case "screen" -> "Your screening is kept.";
            case "edit" -> "The new version is kept.";
            case "ask-owner" -> "The owner sees your question.";
            case "hand-in-review" -> "Your review is in.";
            case "recuse" -> "You have stepped back from this review.";
            case "settle", "judge-basis" -> "What you settled is kept.";
            case "publish", "publish-in-emergency" -> "It is decided. The site shows it as soon as it is published.";
            case "schedule" -> "It is decided, and published on the day you chose.";
            case "decline" -> "It is declined, and the owner sees your reason.";
            case "restore" -> "The text that was decided on is proposed again.";
            case "confirm-still-right" -> "It is still right. The entry shows the new date within moments.";
            case "close-with-answer" -> "The case is closed, and your answer stands in it.";
            case "archive" -> "The case is open. Somebody else decides it.";
            case "take-down" -> "It is off the site within moments. A second person has to review that.";
            case "take-back" -> "The approval is taken back.";
            case "note-to-owner", "note-among-curators" -> "Your note is kept.";
            default -> "Done.";
        };
    }
}
