package org.ssos.clearinghouse.roadmap;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.intake.Wizard;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.Way;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.FloodGate;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.Site;

/**
 * Roadmaps that visitors keep. The address is the only key, and a secret: no page that is linked from here learns it, no
 * cache and no search engine keeps what it opens, and no log names it. A link that opens nothing is answered alike,
 * whatever it was.
 */
public final class RoadmapHandler {
    static final String ALL = "/roadmaps";
    private static final String ONE = ALL + "/{token}";

    /** A county office may save one for each leader of a whole meeting. */
    private static final int SAVED_FROM_ONE_NETWORK = 60;

    private static final int SAVED_ALTOGETHER = 1_000;

    /** Each change may write the file of the database anew. */
    private static final int CHANGED_FROM_ONE_NETWORK = 600;

    private static final int CHANGED_ALTOGETHER = 10_000;

    private final Roadmaps roadmaps;
    private final Cohorts cohorts;
    private final Snapshots snapshots;
    private final Wizard wizard;
    private final Function<Context, String> network;
    private final FloodGate saves;
    private final FloodGate changes;
    private final Pages pages;
    private final Site site;

    /**
     * @param wizard asks for other answers
     * @param network what stands for the network of a visitor
     */
    public RoadmapHandler(
            Roadmaps roadmaps,
            Cohorts cohorts,
            Snapshots snapshots,
            Wizard wizard,
            Function<Context, String> network,
            Pages pages,
            Site site,
            Clock clock) {
        this.roadmaps = roadmaps;
        this.cohorts = cohorts;
        this.snapshots = snapshots;
        this.wizard = wizard;
        this.network = network;
        this.pages = pages;
        this.site = site;
        saves = new FloodGate(SAVED_FROM_ONE_NETWORK, SAVED_ALTOGETHER, clock);
        changes = new FloodGate(CHANGED_FROM_ONE_NETWORK, CHANGED_ALTOGETHER, clock);
    }

    public void addRoutes(JavalinDefaultRoutingApi routes) {
        routes.before(ALL, RoadmapHandler::keepSecret);
        routes.before(ALL + "/*", RoadmapHandler::keepSecret);
        routes.post(ALL, this::save);
        routes.get(ONE, this::show);
        routes.post(ONE, ctx -> change(ctx, this::keep));
        routes.get(ONE + "/answers", ctx -> own(ctx, this::ask));
        routes.post(ONE + "/answers", ctx -> own(ctx, this::rebuild));
        routes.post(ONE + "/seen", ctx -> change(ctx, this::see));
        routes.post(ONE + "/share", ctx -> change(ctx, this::share));
        routes.post(ONE + "/share/end", ctx -> change(ctx, this::unshare));
        routes.post(ONE + "/delete", ctx -> change(ctx, this::delete));
    }

    private static void keepSecret(Context ctx) {
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("X-Robots-Tag", "noindex, nofollow");
        ctx.header("Cache-Control", "no-store");
    }

    private void save(Context ctx) {
        var intake = wizard.handedOn(ctx);
        if (intake.isEmpty()) {
            ctx.redirect("/new-leaders/intake", HttpStatus.SEE_OTHER);
            return;
        }
        pass(ctx, saves);
        var token = roadmaps.save(intake.get(), snapshots.catalog());
        ctx.redirect(address(token), HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx) {
        var catalog = snapshots.catalog();
        roadmaps.open(ctx.pathParam("token"), catalog)
                .ifPresentOrElse(
                        opened -> {
                            if (opened.way() == Way.OWN) show(ctx, opened.roadmap(), KeptPage.Told.NOTHING, catalog);
                            else showShared(ctx, opened.roadmap(), catalog);
                        },
                        () -> showNone(ctx));
    }

    private void keep(Context ctx, SavedRoadmap saved) {
        var catalog = snapshots.catalog();
        var merged = roadmaps.keep(saved.id(), SentProgress.from(ctx), catalog);
        if (merged.isEmpty()) {
            showNone(ctx);
            return;
        }
        var filled = merged.get().filled();
        if (filled.problems().isEmpty() && merged.get().told().isEmpty()) {
            ctx.redirect(address(ctx) + place(ctx), HttpStatus.SEE_OTHER);
            return;
        }
        if (!filled.problems().isEmpty()) ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        again(ctx, new KeptPage.Told(merged.get().told(), filled, null));
    }

    /** Where on the page the button stood that was pressed. */
    private static String place(Context ctx) {
        return Arrays.stream(Phase.values())
                .filter(phase -> phase.id().equals(ctx.formParam("at")))
                .map(phase -> "#" + phase.id())
                .findFirst()
                .orElse("");
    }

    private void ask(Context ctx, SavedRoadmap saved) {
        wizard.begin(ctx, address(ctx) + "/answers", saved.answers(), saved.start());
    }

    private void rebuild(Context ctx, SavedRoadmap saved) {
        wizard.read(ctx, address(ctx) + "/answers").ifPresent(intake -> {
            pass(ctx, changes);
            roadmaps.rebuild(saved.id(), intake, snapshots.catalog());
            back(ctx);
        });
    }

    private void see(Context ctx, SavedRoadmap saved) {
        roadmaps.see(saved, snapshots.catalog());
        back(ctx);
    }

    private void share(Context ctx, SavedRoadmap saved) {
        var link = site.url(address(roadmaps.share(saved)));
        again(ctx, new KeptPage.Told(List.of(), Filled.NOTHING, link));
    }

    private void unshare(Context ctx, SavedRoadmap saved) {
        roadmaps.unshare(saved);
        back(ctx);
    }

    private void delete(Context ctx, SavedRoadmap saved) {
        roadmaps.delete(saved);
        pages.showUnstored(ctx, "roadmap/gone.jte", new GonePage(chrome("Your roadmap is deleted")));
    }

    /** The page as it is now, with what is to be told of what was just done. */
    private void again(Context ctx, KeptPage.Told told) {
        var catalog = snapshots.catalog();
        roadmaps.openOwn(ctx.pathParam("token"), catalog)
                .ifPresentOrElse(saved -> show(ctx, saved, told, catalog), () -> showNone(ctx));
    }

    private void show(Context ctx, SavedRoadmap saved, KeptPage.Told told, Catalog catalog) {
        var today = roadmaps.today();
        var agenda = roadmaps.agenda(saved, catalog);
        var now = PlanFacts.of(agenda.plan(), saved.answers(), catalog);
        var page = new KeptPage(
                chrome(told.filled().problems().title("Your roadmap")),
                address(ctx),
                site.url(address(ctx)),
                saved,
                PlanView.of(agenda, saved.answers(), today, catalog),
                Changes.between(saved.seen(), now, today),
                Left.of(saved, agenda.plan(), catalog),
                roadmaps.isShared(saved),
                cohorts.of(saved),
                told);
        pages.showUnstored(ctx, "roadmap/kept.jte", page);
    }

    private void showShared(Context ctx, SavedRoadmap saved, Catalog catalog) {
        var agenda = roadmaps.agenda(saved, catalog);
        var plan = PlanView.forOthers(agenda, forOthers(saved.answers(), catalog), roadmaps.today(), catalog);
        pages.showUnstored(ctx, "roadmap/shared.jte", new SharedPage(chrome("A shared roadmap"), plan));
    }

    /** Offices need the county; nothing else of the answers stands in what others see. */
    private static Answers forOthers(Answers answers, Catalog catalog) {
        var county = answers.one(Answers.COUNTY)
                .or(() -> answers.one(Answers.LEA)
                        .flatMap(catalog.part(Roster.PART)::find)
                        .map(Lea::county));
        return Answers.NONE.with(Answers.COUNTY, county.stream().toList());
    }

    /** Answers who has no key. */
    void showNone(Context ctx) {
        ctx.status(HttpStatus.NOT_FOUND);
        pages.showUnstored(ctx, "roadmap/none.jte", new NonePage(chrome("There is no roadmap at this address")));
    }

    /** For whoever has the roadmap's own link. */
    void own(Context ctx, BiConsumer<Context, SavedRoadmap> step) {
        roadmaps.openOwn(ctx.pathParam("token"), snapshots.catalog())
                .ifPresentOrElse(saved -> step.accept(ctx, saved), () -> showNone(ctx));
    }

    /** The same, for what changes something. */
    void change(Context ctx, BiConsumer<Context, SavedRoadmap> step) {
        own(ctx, (_, saved) -> {
            pass(ctx, changes);
            step.accept(ctx, saved);
        });
    }

    private void pass(Context ctx, FloodGate gate) {
        gate.enter(network.apply(ctx)).ifPresent(closed -> {
            throw new HttpResponseException(
                    HttpStatus.TOO_MANY_REQUESTS.getCode(),
                    (closed.altogether()
                                    ? "So much"
                                    : "From your network, which may be a whole school or office, so much")
                            + " came in that we take no more for now. Go back, wait some minutes, and send it again.");
        });
    }

    private static void back(Context ctx) {
        ctx.redirect(address(ctx), HttpStatus.SEE_OTHER);
    }

    private static String address(Context ctx) {
        return address(ctx.pathParam("token"));
    }

    private static String address(String token) {
        return ALL + "/" + token;
    }

    private Chrome chrome(String title) {
        return site.page(title, ALL).withoutBreadcrumb().notIndexed();
    }

    /** Says that a roadmap is deleted. */
    public record GonePage(Chrome chrome) {}

    /** Says that a link opens nothing. */
    public record NonePage(Chrome chrome) {}

    /** What others may see. */
    public record SharedPage(Chrome chrome, PlanView plan) {}
}
