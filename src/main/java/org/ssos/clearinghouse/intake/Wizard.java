package org.ssos.clearinghouse.intake;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Turn.Finished;
import org.ssos.clearinghouse.intake.Turn.Show;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.schoolyear.SchoolYear;
import org.ssos.clearinghouse.search.Lookup;
import org.ssos.clearinghouse.search.PerCatalog;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Pages;
import org.ssos.clearinghouse.web.SameOrigin;
import org.ssos.clearinghouse.web.Site;

/**
 * Walks a visitor through the questions, page by page. It keeps nothing: all answers travel in the form of each page, to
 * the one address that it is given. No answer stands in an address, and nothing is logged. Every question may be left
 * out. Safe for use by many threads.
 */
public final class Wizard {
    private final Purpose purpose;
    private final Snapshots snapshots;
    private final PerCatalog<Lookup> lookups;
    private final Function<Catalog, List<StepFor>> steps;
    private final Pages pages;
    private final Site site;
    private final Clock clock;

    /** What the answers are for. */
    public enum Purpose {
        /** A first plan. Nothing is kept, and the visitor may agree to be counted. */
        MAKE("New leader intake", "Make my roadmap"),
        /** Another plan in the place of a saved one. */
        REBUILD("Change your answers", "Rebuild my roadmap");

        private final String title;
        private final String button;

        Purpose(String title, String button) {
            this.title = title;
            this.button = button;
        }

        public String title() {
            return title;
        }

        /** What the last button says. */
        public String button() {
            return button;
        }
    }

    /** A step of the roadmap: what the intake must know of the feature below it. */
    public record StepFor(String title, Rule rule) {}

    /** @param steps all steps that a roadmap can hold */
    public Wizard(
            Snapshots snapshots,
            PerCatalog<Lookup> lookups,
            Function<Catalog, List<StepFor>> steps,
            Pages pages,
            Site site,
            Clock clock) {
        this(Purpose.MAKE, snapshots, lookups, steps, pages, site, clock);
    }

    private Wizard(
            Purpose purpose,
            Snapshots snapshots,
            PerCatalog<Lookup> lookups,
            Function<Catalog, List<StepFor>> steps,
            Pages pages,
            Site site,
            Clock clock) {
        this.purpose = purpose;
        this.snapshots = snapshots;
        this.lookups = lookups;
        this.steps = steps;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    /** The same pages for a roadmap that is kept already. */
    public Wizard forRebuilding() {
        return new Wizard(Purpose.REBUILD, snapshots, lookups, steps, pages, site, clock);
    }

    /** Shows the first page, empty. */
    public void begin(Context ctx, String address) {
        var catalog = snapshots.catalog();
        show(ctx, address, catalog, turn(catalog).first(Sent.of(Answers.NONE, today(), today())));
    }

    /** Shows answers that were given before, to be changed one by one. */
    public void begin(Context ctx, String address, Answers answers, LocalDate start) {
        var catalog = snapshots.catalog();
        show(ctx, address, catalog, turn(catalog).review(Sent.of(answers, start, today())));
    }

    /** Reads the page that was sent: the intake, where the visitor asked for the plan; else the next page is shown. */
    public Optional<Intake> read(Context ctx, String address) {
        SameOrigin.require(ctx);
        var catalog = snapshots.catalog();
        return switch (turn(catalog).after(sent(ctx, catalog))) {
            case Finished(var intake) -> Optional.of(intake);
            case Show show -> {
                show(ctx, address, catalog, show);
                yield Optional.empty();
            }
        };
    }

    /** The finished intake that the form of another page handed on, as {@link Intake#fields} gave it to that page. */
    public Optional<Intake> handedOn(Context ctx) {
        SameOrigin.require(ctx);
        var catalog = snapshots.catalog();
        return turn(catalog).finished(sent(ctx, catalog));
    }

    private static Sent sent(Context ctx, Catalog catalog) {
        return Sent.from(ctx, catalog.part(Questionnaire.PART), catalog);
    }

    private Turn turn(Catalog catalog) {
        return new Turn(catalog, today());
    }

    private LocalDate today() {
        return SchoolYear.today(clock);
    }

    private void show(Context ctx, String address, Catalog catalog, Show show) {
        if (!show.problems().isEmpty()) ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        // The address of a saved roadmap is a secret: no page that is linked from here learns it.
        ctx.header("Referrer-Policy", "no-referrer");
        var maker = new StepMaker(catalog, show);
        var questionnaire = catalog.part(Questionnaire.PART);
        if (show.stop().isReview()) {
            var step = maker.step(purpose, address, chrome(show, maker), Set.of(Sent.START, Sent.COUNT));
            pages.showUnstored(ctx, "intake/review.jte", ReviewPage.of(step, show.sent(), catalog));
        } else if (show.stop().isLookUp(questionnaire)) {
            pages.showUnstored(ctx, "intake/lookUp.jte", lookUp(address, catalog, show, maker));
        } else if (show.stop().explains(questionnaire)) {
            var step = maker.step(purpose, address, chrome(show, maker), Set.of());
            pages.showUnstored(ctx, "intake/learned.jte", learned(step, catalog, show));
        } else {
            var step = maker.step(purpose, address, chrome(show, maker), Set.of());
            pages.showUnstored(ctx, "intake/questions.jte", questions(step, catalog, show));
        }
    }

    private LookUpPage lookUp(String address, Catalog catalog, Show show, StepMaker maker) {
        var typed = show.sent().typed();
        var chosen = show.sent().answers().one(Answers.LEA);
        var found = typed.isEmpty()
                ? new KnownLea.Found(chosen(show, catalog), null)
                : KnownLea.find(typed, catalog, lookups.of(catalog));
        var ticked = found.leas().stream()
                .map(KnownLea::cds)
                .filter(cds -> cds.equals(chosen.orElse("")))
                .findFirst();
        var step = maker.step(purpose, address, chrome(show, maker), Set.of(Sent.TYPED, Answers.LEA));
        var question = show.stop().asks(catalog.part(Questionnaire.PART)).getFirst();
        return new LookUpPage(
                step,
                Asked.of(question, show, catalog),
                typed,
                found.leas(),
                ticked.orElse(found.sure()),
                chosen.orElse(""));
    }

    private static List<KnownLea> chosen(Show show, Catalog catalog) {
        return show.sent().answers().one(Answers.LEA).flatMap(catalog.part(Roster.PART)::find).stream()
                .map(lea -> KnownLea.of(lea, catalog))
                .toList();
    }

    private LearnedPage learned(Step step, Catalog catalog, Show show) {
        var answers = show.sent().answers();
        return new LearnedPage(
                step,
                show.stop().asksInSection(catalog.part(Questionnaire.PART)).stream()
                        .filter(Question::isCheck)
                        .filter(check -> answers.one(check.id()).isPresent())
                        .map(check -> LearnedPage.learned(check, answers, steps.apply(catalog), catalog))
                        .toList());
    }

    private static QuestionsPage questions(Step step, Catalog catalog, Show show) {
        var asked = show.stop().asks(catalog.part(Questionnaire.PART)).stream()
                .map(question -> Asked.of(question, show, catalog))
                .toList();
        var lea = chosen(show, catalog);
        return new QuestionsPage(
                step,
                asked,
                show.stop().second(),
                lea.isEmpty() ? null : lea.getFirst(),
                show.sent().typed());
    }

    /** The address of a saved roadmap is a secret, so it stands only where the form goes. */
    private Chrome chrome(Show show, StepMaker maker) {
        var title = show.problems().title(maker.title());
        if (purpose == Purpose.REBUILD) {
            return site.page(title, "/roadmaps").withoutBreadcrumb().notIndexed();
        }
        return site.page(title, IntakeHandler.PATH)
                .describedAs(
                        "A few questions, about six minutes, and no account: your answers lead to a roadmap of your"
                                + " own. Nothing is kept unless you save it.")
                .below("New leaders", "/new-leaders");
    }
}
