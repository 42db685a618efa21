package org.ssos.clearinghouse.vetting;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.vetting.CaseEvent.Audience;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Problems;
import org.ssos.clearinghouse.web.Site;

/** The private page of a case's owner. Whoever knows its address may answer; nothing else leads there. */
final class OwnerHandler {
    private static final String PATH = "/cases/{token}";

    private final Cases cases;
    private final Supplier<Catalog> catalog;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    OwnerHandler(VettingFeature.Needs needs) {
        this.cases = needs.cases();
        this.catalog = needs.catalog();
        this.pages = needs.pages();
        this.site = needs.site();
        this.clock = needs.clock();
    }

    void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.get(PATH, ctx -> show(ctx, ctx.queryParam("done"), CaseForm.NONE, Problems.NONE));
        for (var form : List.of("answer", "withdrawal", "appeal")) {
            routes.post(PATH + "/" + form, ctx -> act(ctx, form));
        }
    }

    private void act(Context ctx, String name) {
        var one = get(ctx);
        var form = CaseForm.of(name, ctx.formParamMap());
        switch (form.read(one, cases.rules().rubric())) {
            case CaseForm.Read.Bad(var problems) ->
                show(ctx.status(HttpStatus.UNPROCESSABLE_CONTENT), null, form, problems);
            case CaseForm.Read.Good(var step) -> take(ctx, one, step, form);
        }
    }

    private void take(Context ctx, Case one, CaseStep step, CaseForm form) {
        // Only the question counts: what curators do among themselves does not concern the owner's answer.
        switch (cases.act(one.id(), null, step, new By.OwnerOfCase())) {
            case Cases.Result.Done _ ->
                ctx.redirect("/cases/" + ctx.pathParam("token") + "?done=" + step.id(), HttpStatus.SEE_OTHER);
            case Cases.Result.Refused(var reason) ->
                show(ctx.status(HttpStatus.CONFLICT), null, form, Problems.of("case", reason));
            case Cases.Result.MovedOn _ -> throw new IllegalStateException("No version was sent");
        }
    }

    private void show(Context ctx, @Nullable String done, CaseForm form, Problems problems) {
        var one = get(ctx);
        var token = ctx.pathParam("token");
        // The address is a secret: no page that is linked from here learns it.
        ctx.header("Referrer-Policy", "no-referrer");
        var chrome = site.page(problems.title(one.title().isBlank() ? "Your case" : one.title()), "/cases")
                .withoutBreadcrumb()
                .notIndexed();
        var events = cases.events(one).stream()
                .filter(event -> event.audience() == Audience.OWNER)
                .toList();
        var path = one.state() instanceof CaseState.Published
                ? catalog.get().find(one.entry()).map(entry -> entry.path()).orElse(null)
                : null;
        var page = new OwnerPage(
                chrome, one, token, events, offered(one), path, clock.getZone(), inWords(done), form, problems);
        pages.showUnstored(ctx, "vetting/cases/owner.jte", page);
    }

    private Set<String> offered(Case one) {
        var rules = cases.rules();
        return Stream.of(
                        new CaseStep.OwnerAnswers("x"),
                        new CaseStep.Withdraw("x"),
                        new CaseStep.Appeal("x"),
                        OwnersDrafts.sample(one))
                .filter(step -> rules.apply(one, step, new By.OwnerOfCase(), clock.instant()) instanceof Outcome.Moved)
                .map(CaseStep::id)
                .collect(Collectors.toSet());
    }

    private Case get(Context ctx) {
        return cases.ofToken(ctx.pathParam("token")).orElseThrow(NotFoundResponse::new);
    }

    private static @Nullable String inWords(@Nullable String done) {
        return switch (done) {
            case "edit" -> "Your change is kept.";
            case "owner-answers" -> "Your answer came in.";
            case "withdraw" -> "You withdrew it.";
            case "appeal" -> "Your appeal came in.";
            case null, default -> null;
        };
    }
}
