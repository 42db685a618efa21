package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.account.Codes;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.By;
import org.ssos.clearinghouse.vetting.Case;
import org.ssos.clearinghouse.vetting.CaseStep;
import org.ssos.clearinghouse.vetting.Cases;
import org.ssos.clearinghouse.vetting.GateCheck;
import org.ssos.clearinghouse.vetting.Person;
import org.ssos.clearinghouse.vetting.Rubric;
import org.ssos.clearinghouse.vetting.Score;
import org.ssos.clearinghouse.vetting.Subject;

/** A case in a browser: from the screening to the decision as different people, and each page without a barrier. */
@DrivesChromium
class CasePagesTest {
    private static final String PASSWORD = "lantern quarry otter ninety";
    private static final Rubric RUBRIC = RealContent.catalog().part(Rubric.PART);

    private static final By.Member SCREENER = member(901, Role.CURATOR);
    private static final By.Member ONE = member(902, Role.REVIEWER);
    private static final By.Member OTHER = member(903, Role.REVIEWER);
    private static final By.Member DECIDER = member(904, Role.EDITOR);

    private final List<String> shown = new ArrayList<>();

    @Test
    void from_the_screening_to_the_decision_as_different_people_by_keyboard_without_script() {
        var link = suggestWhole("by-keyboard", "By keyboard");
        var one = RealSite.cases().ofToken(link.substring("/cases/".length())).orElseThrow();
        var path = "/curate/cases/" + one.id();

        try (var curator = signedIn("screens", "Cora Screens", "Screening COE", Role.CURATOR)) {
            curator.goTo("/curate");
            follow(curator, "Cases");
            assertThat(curator.heading()).hasText("Cases");
            curator.goTo("/curate/cases?view=open");
            follow(curator, "By keyboard");
            assertThat(curator.heading()).hasText("By keyboard");
            press(curator, "Take it on");
            assertThat(note(curator)).hasText("You have taken the case on.");
            for (var gate : RUBRIC.gates()) choose(curator, "gate-" + gate.id(), 0);
            press(curator, "Keep the screening");
            assertThat(curator.page().locator(".tags .tag").first()).hasText("In review");
        }
        try (var reviewer = signedIn("first", "Ana First", "First COE", Role.REVIEWER)) {
            reviewer.goTo(path);
            score(reviewer, 2);
            press(reviewer, "Hand the review in");
            assertThat(note(reviewer)).hasText("Your review is in.");
        }
        try (var reviewer = signedIn("second", "Ben Second", "Second COE", Role.REVIEWER)) {
            reviewer.goTo(path);
            assertThat(reviewer.page().getByText("because of 2")).hasCount(0);
            score(reviewer, 3);
            press(reviewer, "Hand the review in");
            assertThat(reviewer.page().getByText("because of 2").first()).isVisible();
        }
        try (var editor = signedIn("decides", "Eve Decides", "Deciding COE", Role.EDITOR)) {
            editor.goTo("/curate/cases");
            follow(editor, "By keyboard");
            assertThat(editor.heading()).hasText("By keyboard");
            assertThat(editor.page().getByText("Featured, mean 2.50 of 3").first())
                    .isVisible();
            choose(editor, "choice", 1);
            editor.page().locator("#day").fill("2026-12-01");
            press(editor, "Send the decision");
            assertThat(editor.page().locator(".tags .tag").first()).hasText("Scheduled");
        }
        try (var owner = Visitor.withoutScript(Screen.WIDE_LIGHT)) {
            owner.goTo(link);
            assertThat(owner.page().locator(".lead")).hasText("It will be published on December 1, 2026.");
            assertThat(owner.page().getByText("Cora Screens")).hasCount(0);
        }
    }

    @Test
    void whoever_changed_the_text_is_refused_in_words_and_cannot_send_the_form_either() {
        var one = screened("own-work", "Own work", Kind.INITIATIVE);
        try (var editor = signedIn("own", "Olaf Own", "Own COE", Role.EDITOR, Role.ADMINISTRATOR)) {
            editor.goTo("/curate/cases/" + one.id() + "/draft?view=text");
            editor.page().locator("#text").fill(text("own-work", "Own work, mended"));
            press(editor, "Keep this version");
            assertThat(editor.page().getByText("You changed the text of this case"))
                    .isVisible();
            assertThat(editor.section("Decision")).hasCount(0);

            var answer = editor.page()
                    .request()
                    .post(
                            RealSite.url() + "/curate/cases/" + one.id() + "/decision",
                            RequestOptions.create()
                                    .setForm(FormData.create()
                                            .set(
                                                    "csrf",
                                                    editor.page()
                                                            .locator("main [name=csrf]")
                                                            .first()
                                                            .inputValue())
                                            .set("version", String.valueOf(one.version() + 1))
                                            .set("choice", "publish")));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text()).contains("takes somebody who did not work on it");
            assertThat(RealSite.cases().find(one.id()).orElseThrow().state().label())
                    .isEqualTo("Waiting for a decision");
        }
    }

    @Test
    void somebody_who_comes_second_is_told_and_keeps_what_was_typed() {
        var one = screened("two-at-once", "Two at once", Kind.INITIATIVE);
        try (var editor = signedIn("late", "Lena Late", "Late COE", Role.EDITOR)) {
            editor.goTo("/curate/cases/" + one.id());
            act(one, new CaseStep.Claim(), SCREENER);
            editor.page().locator("input[name=choice][value=decline]").check();
            editor.page().locator("#message").fill("My long reason.");
            press(editor, "Send the decision");
            assertThat(editor.page().locator(".summary")).containsText("Person 901 took the case on");
            assertThat(editor.page().locator("#message")).hasValue("My long reason.");
            press(editor, "Send the decision");
            assertThat(editor.page().locator(".tags .tag").first()).hasText("Declined");
        }
    }

    @Test
    void the_owner_changes_what_they_sent_in_until_somebody_works_on_it() {
        var link = suggest("owners-change", "Owners change", Kind.INITIATIVE);
        try (var owner = Visitor.at(Screen.PHONE_DARK)) {
            owner.goTo(link);
            follow(owner, "Change what you sent in");
            assertThat(owner.heading()).hasText("Change what you sent in");
            owner.page().locator("#title").fill("Owners have changed it");
            owner.page().locator("#link").fill(RealSite.url() + "/help");
            look(owner);
            press(owner, "Keep the change");
            // Links are asked first, and what machines noticed may come before it is kept.
            assertThat(owner.page().locator(".note-good, #found").first()).isVisible();
            look(owner);
            if (owner.button("Keep it as it is").count() > 0) press(owner, "Keep it as it is");
            assertThat(note(owner)).hasText("Your change is kept.");
            assertThat(owner.heading()).hasText("Owners have changed it");
            var one =
                    RealSite.cases().ofToken(link.substring("/cases/".length())).orElseThrow();
            act(one, new CaseStep.Claim(), SCREENER);
            owner.goTo(link);
            assertThat(owner.link("Change what you sent in")).hasCount(0);
            assertThat(owner.goTo(link + "/draft").status()).isEqualTo(404);
        }
    }

    @Test
    void every_page_of_a_case_is_without_a_barrier_in_light_and_dark() throws IOException {
        tour();
        try (var files = Files.walk(EveryTemplateTest.TEMPLATES)) {
            var templates = files.filter(EveryTemplateTest::isWholePage)
                    .filter(EveryTemplateTest::isOfCases)
                    .toList();
            assertThat(templates).hasSizeGreaterThan(3);
            assertThat(templates)
                    .filteredOn(template -> !EveryTemplateTest.isAmong(template, shown))
                    .isEmpty();
        }
    }

    private void tour() {
        var link = suggest("tour", "Tour");
        var one = RealSite.cases().ofToken(link.substring("/cases/".length())).orElseThrow();
        var path = "/curate/cases/" + one.id();
        var everything = Set.of(Role.values()).toArray(Role[]::new);
        try (var visitor = signedIn(Screen.WIDE_LIGHT, "tour", "Tina Tour", "Tour COE", everything);
                var owner = Visitor.at(Screen.WIDE_LIGHT)) {
            look(visitor, "/curate/cases?view=open");
            look(visitor, "/curate/cases?view=closed&kind=event");
            look(visitor, path);
            visitor.button("Keep the screening").click();
            look(visitor);
            look(visitor, path + "/draft");
            look(visitor, path + "/draft?view=text");
            visitor.page().locator("#text").fill("- no entry");
            visitor.button("Keep this version").click();
            look(visitor);
            one = act(one, new CaseStep.AskOwner("Which grades is it for?"), SCREENER);
            look(visitor, path);
            look(owner, link);
            owner.button("Send the answer").click();
            look(owner);
            owner.page().locator("#answer").fill("All grades.");
            owner.button("Send the answer").click();
            look(owner);
            one = act(RealSite.cases().find(one.id()).orElseThrow(), screening(one), SCREENER);
            look(visitor, path);
            visitor.button("Hand the review in").click();
            look(visitor);
            one = act(one, review(0), ONE);
            one = act(one, review(2), OTHER);
            look(visitor, path);
            visitor.button("Settle").click();
            look(visitor);
            var settled = RUBRIC.criteria().stream()
                    .collect(Collectors.toMap(Rubric.Criterion::id, _ -> new Score(2, "settled")));
            one = act(one, new CaseStep.Settle(settled), member(905, Role.LEAD_REVIEWER));
            look(visitor, path);
            visitor.button("Send the decision").click();
            look(visitor);
            one = act(one, new CaseStep.Decline("It is thin."), DECIDER);
            look(visitor, path);
            look(owner, link);
            owner.page().locator("#appeal-information").fill("A new study.");
            owner.button("Appeal").click();
            look(owner);
            look(visitor, path);
            look(owner, "/cases/no-such-link");
            tourAboutAnEntry(visitor, owner);
        }
    }

    /** The pages of cases that begin with an entry on the site. */
    private void tourAboutAnEntry(Visitor visitor, Visitor owner) {
        for (var subject : List.of(Subject.REPORT, Subject.STILL_RIGHT, Subject.HAND_EDIT)) {
            var link = about(subject, "21csla");
            look(visitor, "/curate/cases/" + ofLink(link).id());
            look(owner, link);
        }
        var report = ofLink(about(Subject.REPORT, "21csla"));
        visitor.goTo("/curate/cases/" + report.id());
        visitor.button("Confirm that it is still right").click();
        look(visitor);
        visitor.button("Close with this answer").click();
        look(visitor);
        visitor.page().locator("#closing-answer").fill("That is another office.");
        visitor.button("Close with this answer").click();
        look(visitor);

        var archive = "/initiatives/21csla/archive";
        look(visitor, archive);
        visitor.button("Propose to archive it").click();
        look(visitor);
        visitor.button("Take it off the site now").click();
        look(visitor);
        visitor.page().locator("#reason").fill("Its last term is over.");
        visitor.button("Propose to archive it").click();
        assertThat(note(visitor)).hasText("The case is open. Somebody else decides it.");
        look(visitor);
        look(visitor, archive);
    }

    private static String about(Subject subject, String id) {
        var text = Objects.requireNonNull(RealContent.files().texts().get("initiatives/" + id + ".yaml"));
        var draft = new Draft(Kind.INITIATIVE, text, new EntryId(id), ContentFiles.sha256(text));
        var sender = new Sender("Olga Owner", "Owning COE", null, null);
        return RealSite.cases().open(new NewCase(draft, sender, subject.name(), "The phone number is wrong."));
    }

    private static Case ofLink(String link) {
        return RealSite.cases().ofToken(link.substring("/cases/".length())).orElseThrow();
    }

    private static Visitor signedIn(String who, String name, String organization, Role... roles) {
        return signedIn(null, who, name, organization, roles);
    }

    /** @param screen where scripts run; without them where absent */
    private static Visitor signedIn(
            @Nullable Screen screen, String who, String name, String organization, Role... roles) {
        var link = RealSite.invite("case-" + who + "@example.org", name, organization, roles);
        var visitor = screen == null ? Visitor.withoutScript(Screen.WIDE_LIGHT) : Visitor.at(screen);
        visitor.goTo(link);
        visitor.page().locator("#password").fill(PASSWORD);
        visitor.button("Save and go on").click();
        if (Set.of(roles).stream().anyMatch(Role::needsTwoStep)) {
            assertThat(visitor.heading()).hasText("Two-step codes");
            var secret = visitor.page().locator("code.secret").innerText();
            visitor.page().locator("#code").fill(Codes.at(secret, RealSite.now()));
            visitor.button("Turn on").click();
            assertThat(visitor.heading()).hasText("Your recovery codes");
        } else {
            assertThat(visitor.page()).hasURL(Pattern.compile("/curate"));
        }
        return visitor;
    }

    private static String suggest(String id, String title) {
        return suggest(id, title, Kind.RESOURCE);
    }

    /** An entry in which nothing is missing. */
    private static String suggestWhole(String id, String title) {
        var text = Objects.requireNonNull(RealContent.files().texts().get("resources/california-attendance-guide.yaml"))
                .replaceFirst("(?m)^id: .*$", "id: " + id)
                .replaceFirst("(?m)^title: .*$", "title: " + title);
        var sender = new Sender("Olga Owner", "Owning COE", null, null);
        return RealSite.cases().open(new NewCase(new Draft(Kind.RESOURCE, text, null, null), sender, "NEW", null));
    }

    private static String suggest(String id, String title, Kind kind) {
        return RealSite.cases()
                .open(new NewCase(
                        new Draft(kind, text(id, title), null, null),
                        new Sender("Olga Owner", "Owning COE", null, null),
                        "NEW",
                        null));
    }

    private static String text(String id, String title) {
        return "id: " + id + "\ntitle: " + title + "\nsummary: A short protocol.\ntopics: [chronic-absenteeism]\n";
    }

    private static Case screened(String id, String title, Kind kind) {
        var link = suggest(id, title, kind);
        var one = RealSite.cases().ofToken(link.substring("/cases/".length())).orElseThrow();
        return act(one, screening(one), SCREENER);
    }

    private static Case act(Case one, CaseStep step, By by) {
        var result = RealSite.cases().act(one.id(), one.version(), step, by);
        if (result instanceof Cases.Result.Done(var after)) return after;
        throw new AssertionError(step + ": " + result);
    }

    private static CaseStep screening(Case one) {
        return new CaseStep.Screen(RUBRIC.gates(one.depth()).stream()
                .collect(Collectors.toMap(Rubric.Gate::id, _ -> new GateCheck.Finding(true, "seen"))));
    }

    private static CaseStep review(int points) {
        return new CaseStep.HandInReview(
                Set.of("g-safe"),
                Map.of(),
                RUBRIC.criteria().stream()
                        .collect(Collectors.toMap(Rubric.Criterion::id, _ -> new Score(points, "because"))));
    }

    private static By.Member member(long id, Role... roles) {
        return new By.Member(new Person(id, "Person " + id, "Curator", "Office " + id), Set.of(roles));
    }

    private static void score(Visitor visitor, int points) {
        choose(visitor, "gate-g-safe", 0);
        for (var criterion : RUBRIC.criteria()) {
            choose(visitor, "score-" + criterion.id(), points);
            visitor.tabTo(visitor.page().locator("#reason-" + criterion.id()));
            visitor.page().keyboard().type("because of " + points);
        }
    }

    /** Chooses a radio button by the keys alone: the first by space, the others by the arrow. */
    private static void choose(Visitor visitor, String name, int place) {
        visitor.tabTo(
                visitor.page().locator("input[type=radio][name=" + name + "]").first());
        if (place == 0) visitor.page().keyboard().press("Space");
        for (int i = 0; i < place; i++) visitor.page().keyboard().press("ArrowDown");
    }

    private static Locator note(Visitor visitor) {
        return visitor.page().locator(".note-good p");
    }

    private static void follow(Visitor visitor, String link) {
        visitor.tabTo(visitor.link(link));
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForLoadState();
    }

    private static void press(Visitor visitor, String button) {
        visitor.tabTo(visitor.button(button));
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForLoadState();
    }

    private void look(Visitor visitor, String path) {
        visitor.goTo(path);
        look(visitor);
    }

    private void look(Visitor visitor) {
        visitor.page().waitForLoadState();
        shown.add(EveryTemplateTest.withoutSpace(asSent(visitor)));
        Barriers.none(visitor);
    }

    /** Near enough to what was sent: the browser writes attributes without a value in its own way. */
    private static String asSent(Visitor visitor) {
        return visitor.page().content().replaceAll(" (checked|selected|autofocus|novalidate|readonly)=\"\"", " $1");
    }
}
