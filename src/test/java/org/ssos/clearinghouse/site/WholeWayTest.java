package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.CuratingSite;
import org.ssos.clearinghouse.account.Codes;
import org.ssos.clearinghouse.account.MovingClock;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.vetting.Case;
import org.ssos.clearinghouse.vetting.CaseState;
import org.ssos.clearinghouse.vetting.Rubric;

/**
 * From a suggestion to the published entry that search finds, as different people with a browser each, by the keys alone
 * and without scripts; and what curators see on the way, at three widths, light and dark.
 */
@DrivesChromium
class WholeWayTest {
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final Rubric RUBRIC = RealContent.catalog().part(Rubric.PART);

    /** A word that stands in no other entry. */
    private static final String WORD = "Quokkamat";

    private static final String REPORTED = "A reader reported a problem with this entry.";

    private final MovingClock clock = new MovingClock();

    @SuppressWarnings("NullAway.Init")
    private CuratingSite site;

    @BeforeAll
    void start() throws Exception {
        site = new CuratingSite(clock);
    }

    @AfterAll
    void stop() throws IOException {
        site.close();
    }

    @Test
    void from_the_suggestion_to_the_second_check_by_keyboard_without_script() {
        var link = suggest();
        var one = site.cases().ofToken(link.substring("/cases/".length())).orElseThrow();
        screen(one);
        review(one, "Ana First", 2);
        look(one, "in-review");
        review(one, "Ben Second", 3);
        look(one, "reviewed");
        decide(one);
        published(one);
        look(one, "published");
        try (var owner = Visitor.withoutScript(Screen.WIDE_LIGHT, site.url())) {
            owner.goTo(link);
            assertThat(owner.page().locator(".lead")).containsText("It was published on");
            follow(owner, "See the entry");
            assertThat(owner.heading()).hasText(WORD + " attendance workbook");
        }
        report(one);
        checkAgain(one);
    }

    @Test
    void what_left_the_site_says_why_without_a_barrier() {
        var takenDown = "/stories/anaheim-faces";
        var archived = "/stories/azusa-pac-plus";
        try (var curator = signedIn("Carl Curates", Role.CURATOR)) {
            curator.goTo(archived + "/archive");
            type(curator, "#reason", "The program has ended.");
            press(curator, "Propose to archive it");
            assertThat(curator.page()).hasURL(Pattern.compile("/curate/cases/"));
        }
        try (var editor = signedIn("Edda Decides", Role.EDITOR)) {
            editor.goTo(takenDown + "/archive");
            type(editor, "#take-down-reason", "It named a student.");
            editor.tabTo(editor.page().locator("#sure"));
            editor.page().keyboard().press("Space");
            press(editor, "Take it off the site now");
            assertThat(editor.page()).hasURL(Pattern.compile("/curate/cases/"));
            var one = site.cases().open().stream()
                    .filter(each -> archived.endsWith(each.entry()))
                    .findFirst()
                    .orElseThrow();
            editor.goTo("/curate/cases/" + one.id());
            choose(editor, "choice", 0);
            press(editor, "Send the decision");
            assertThat(editor.page().locator(".note-good p")).containsText("It is decided.");
        }
        try (var reader = Visitor.at(Screen.WIDE_LIGHT, site.url())) {
            CuratingSite.await(
                    "both",
                    () -> says(reader, takenDown, "It named a student.")
                            && says(reader, archived, "The program has ended."));
            reader.goTo(takenDown);
            assertThat(reader.page().locator("main a[href*='/suggest']")).hasCount(0);
            look(reader, takenDown, "taken-down");
            look(reader, archived, "archived");
        }
    }

    private static boolean says(Visitor reader, String path, String words) {
        reader.goTo(path);
        return reader.page().getByText(words).count() > 0;
    }

    /** A reader reports a problem, and the entry says that it is being looked at. */
    private void report(Case one) {
        try (var reader = Visitor.withoutScript(Screen.WIDE_LIGHT, site.url())) {
            reader.goTo(path(one));
            follow(reader, "Report a problem");
            choose(reader, "what", 0);
            type(reader, "#words", "The link asked me for a password.");
            press(reader, "Send");
            assertThat(reader.page()).hasURL(Pattern.compile("/cases/"));
            reader.goTo(path(one));
            assertThat(reader.page().getByText(REPORTED)).isVisible();
        }
    }

    /** A reviewer finds the report in the queue and confirms the entry; the doubt ends, and the new check shows. */
    private void checkAgain(Case one) {
        try (var reviewer = signedIn("Ria Rechecks", Role.REVIEWER)) {
            follow(reviewer, "To be checked again");
            assertThat(reviewer.heading()).hasText("To be checked again");
            CuratingSite.await("the doubt", () -> {
                reviewer.goTo("/curate/due?view=flagged");
                return reviewer.link(one.title()).count() > 0;
            });
            reviewer.goTo("/curate/cases?view=open");
            follow(reviewer, one.title());
            assertThat(reviewer.page()
                            .getByText("The link asked me for a password.")
                            .first())
                    .isVisible();
            type(reviewer, "#how", "opened the link without signing in");
            press(reviewer, "Confirm that it is still right");
            assertThat(reviewer.page().locator(".note-good").first()).isVisible();
        }
        try (var reader = Visitor.withoutScript(Screen.WIDE_LIGHT, site.url())) {
            CuratingSite.await("the second check", () -> says(reader, path(one), "opened the link without signing in"));
            CuratingSite.await("the end of the doubt", () -> !says(reader, path(one), REPORTED));
        }
    }

    private String path(Case one) {
        return "/resources/" + site.cases().find(one.id()).orElseThrow().entry();
    }

    private String suggest() {
        try (var owner = Visitor.withoutScript(Screen.WIDE_LIGHT, site.url())) {
            owner.goTo("/");
            follow(owner, "Suggest an entry");
            follow(owner, "Resource");
            type(owner, "#title", WORD + " attendance workbook");
            type(owner, "#link", "https://workbook.invalid/attendance");
            type(owner, "#summary", "A workbook for attendance teams.");
            type(owner, "#organization", "Owning COE");
            press(owner, "Send for review");
            // What the machines noticed, where there is something that the sender can do about it, is shown once.
            owner.page()
                    .waitForCondition(() -> owner.page().url().contains("/cases/")
                            || owner.button("Send it as it is").isVisible());
            if (!owner.page().url().contains("/cases/")) press(owner, "Send it as it is");
            assertThat(owner.page()).hasURL(Pattern.compile("/cases/"));
            assertThat(owner.heading()).hasText(WORD + " attendance workbook");
            return owner.page().url().substring(site.url().length());
        }
    }

    private void screen(Case one) {
        try (var curator = signedIn("Cora Screens", Role.CURATOR)) {
            follow(curator, "Cases");
            go(curator, curator.page().locator(".tabs a", new LocatorOptions().setHasText("All open")));
            follow(curator, one.title());
            press(curator, "Take it on");
            look(one, "screening");
            follow(curator, "Edit the draft");
            follow(curator, "edit the whole text");
            curator.tabTo(curator.page().locator("#text"));
            curator.page().keyboard().press("Control+A");
            curator.page().keyboard().insertText(completed(one));
            press(curator, "Keep this version");
            for (var gate : RUBRIC.gates()) choose(curator, "gate-" + gate.id(), 0);
            press(curator, "Keep the screening");
            assertThat(curator.page().locator(".tags .tag").first()).hasText("In review");
        }
    }

    /** What the owner sent, with what curators have to add to it. */
    private String completed(Case one) {
        return site.cases().text(one, 1) + """
                type: guide
                publisher: Owning COE
                topics: [chronic-absenteeism]
                levels: {values: [universal], inferred: true}
                audiences: [school]
                coverage: {statewide: true}
                asked_as:
                  - how do we run an attendance team
                  - a workbook for an attendance team
                  - who sits on an attendance team
                  - our attendance meetings go nowhere
                  - agenda for an attendance meeting
                  - forms for an attendance team
                  - what to do first about absences
                  - attendance team at a small school
                """;
    }

    private void review(Case one, String name, int points) {
        try (var reviewer = signedIn(name, Role.REVIEWER)) {
            follow(reviewer, "Cases");
            follow(reviewer, one.title());
            choose(reviewer, "gate-g-safe", 0);
            for (var criterion : RUBRIC.criteria()) {
                choose(reviewer, "score-" + criterion.id(), points);
                type(reviewer, "#reason-" + criterion.id(), "because of " + points);
            }
            press(reviewer, "Hand the review in");
            assertThat(reviewer.page().locator(".note-good p")).hasText("Your review is in.");
        }
    }

    private void decide(Case one) {
        try (var editor = signedIn("Eve Decides", Role.EDITOR)) {
            follow(editor, "Cases");
            follow(editor, one.title());
            choose(editor, "choice", 0);
            press(editor, "Send the decision");
            assertThat(editor.page().locator(".note-good p"))
                    .hasText("It is decided. The site shows it as soon as it is published.");
        }
        CuratingSite.await(
                "the publication",
                () -> site.cases().find(one.id()).orElseThrow().state() instanceof CaseState.Published);
    }

    private void published(Case one) {
        try (var reader = Visitor.withoutScript(Screen.WIDE_LIGHT, site.url())) {
            reader.goTo("/");
            reader.tabTo(reader.searchField());
            reader.page().keyboard().type(WORD);
            reader.page().keyboard().press("Enter");
            assertThat(reader.results().first()).hasText(one.title());
            reader.tabTo(reader.results().first());
            reader.page().keyboard().press("Enter");
            assertThat(reader.heading()).hasText(one.title());
            assertThat(reader.section("What was decided, and why")).isVisible();
            assertThat(reader.page().getByText(one.id()).first()).isVisible();
            assertThat(reader.page().getByText("Ana First")).hasCount(0);
            follow(reader, "History");
            assertThat(reader.page()).hasURL(Pattern.compile("/history$"));
            assertThat(reader.page()
                            .getByText("This is the version on the site")
                            .first())
                    .isVisible();
        }
    }

    /** The pages of curators and readers about a case as it stands: no barrier, and nothing scrolls sideways. */
    private void look(Case one, String name) {
        var everything = Set.of(Role.values()).toArray(Role[]::new);
        try (var visitor = signedIn(Visitor.at(Screen.WIDE_LIGHT, site.url()), "Tina " + name, everything)) {
            look(visitor, "/curate/cases/" + one.id(), "case-" + name);
            look(visitor, "/curate/cases?view=" + (name.equals("published") ? "closed" : "open"), "cases-" + name);
            if (name.equals("screening")) {
                look(visitor, "/curate", "desk");
                look(visitor, "/curate/cases/" + one.id() + "/draft", "draft");
                look(visitor, "/curate/cases/" + one.id() + "/draft?view=text", "draft-text");
                look(visitor, "/curate/accounts", "accounts");
                look(visitor, "/suggest?kind=resource", "suggest");
            }
            if (name.equals("published")) {
                var path = path(one);
                look(visitor, path, "entry");
                look(visitor, path + "/history", "history");
                look(visitor, "/vetting", "vetting");
            }
        }
    }

    private static void look(Visitor visitor, String path, String name) {
        visitor.page().setViewportSize(375, 812);
        visitor.goTo(path);
        picture(visitor, name + "-375-light");
        visitor.page().setViewportSize(1280, 900);
        for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            visitor.page().emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            picture(visitor, name + "-1280-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        Barriers.none(visitor);
    }

    private static void picture(Visitor visitor, String name) {
        visitor.page()
                .screenshot(new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve("whole-way-" + name + ".png")));
    }

    private Visitor signedIn(String name, Role... roles) {
        return signedIn(Visitor.withoutScript(Screen.WIDE_LIGHT, site.url()), name, roles);
    }

    private Visitor signedIn(Visitor visitor, String name, Role... roles) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.org";
        visitor.goTo(site.invite(email, name, name.split(" ", 2)[0] + " COE", roles));
        type(visitor, "#password", CuratingSite.PASSWORD);
        press(visitor, "Save and go on");
        if (Set.of(roles).stream().anyMatch(Role::needsTwoStep)) {
            assertThat(visitor.heading()).hasText("Two-step codes");
            var secret = visitor.page().locator("code.secret").innerText();
            type(visitor, "#code", Codes.at(secret, clock.instant()));
            press(visitor, "Turn on");
            follow(visitor, "I have kept them");
        }
        assertThat(visitor.heading()).hasText("Curator desk");
        return visitor;
    }

    private static void type(Visitor visitor, String place, String text) {
        visitor.tabTo(visitor.page().locator(place));
        visitor.page().keyboard().type(text);
    }

    /** Chooses a radio button by the keys alone: the first by space, the others by the arrow. */
    private static void choose(Visitor visitor, String name, int place) {
        visitor.tabTo(
                visitor.page().locator("input[type=radio][name=" + name + "]").first());
        if (place == 0) visitor.page().keyboard().press("Space");
        for (int i = 0; i < place; i++) visitor.page().keyboard().press("ArrowDown");
    }

    private static void follow(Visitor visitor, String link) {
        go(visitor, visitor.link(link).first());
    }

    private static void press(Visitor visitor, String button) {
        go(visitor, visitor.button(button));
    }

    private static void go(Visitor visitor, Locator place) {
        visitor.tabTo(place);
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForLoadState();
    }
}
