package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.By;
import org.ssos.clearinghouse.vetting.CaseStep;
import org.ssos.clearinghouse.vetting.Subject;

/** What is to be checked again, in a browser: by keyboard, without script, and each page without a barrier. */
@DrivesChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FreshnessPagesTest {
    private static final String PASSWORD = "lantern quarry otter ninety";
    private static final String STORY = "azusa-pac-plus";

    private final List<String> shown = new ArrayList<>();
    private String report = "";

    @BeforeAll
    void report() throws IOException {
        var text = Files.readString(Path.of("content/stories/" + STORY + ".yaml"));
        var draft = new Draft(Kind.STORY, text, new EntryId(STORY), ContentFiles.sha256(text));
        report = RealSite.cases()
                .open(new NewCase(draft, new Sender("", "", null, null), Subject.REPORT.name(), "It is out of date."));
    }

    /** Other tests look at the same site. */
    @AfterAll
    void takeBack() {
        var one = RealSite.cases().ofToken(report.substring("/cases/".length())).orElseThrow();
        RealSite.cases().act(one.id(), null, new CaseStep.Withdraw("It was a test."), new By.OwnerOfCase(null));
        try (var visitor = Visitor.withoutScript(Screen.WIDE_LIGHT)) {
            await("the end of the doubt", () -> {
                visitor.goTo("/stories/" + STORY);
                return visitor.page().getByText("In doubt since").count() == 0;
            });
        }
    }

    @Test
    void a_curator_finds_what_is_in_doubt_and_is_told_what_is_missing_by_keyboard_without_script() {
        try (var curator = signedIn(Visitor.withoutScript(Screen.WIDE_LIGHT), "keys")) {
            curator.goTo("/curate");
            follow(curator, "To be checked again");
            assertThat(curator.heading()).hasText("To be checked again");
            await(curator, "/curate/due?view=flagged");
            var title = curator.page().locator("tbody th a[href='/curate/due/" + STORY + "']");
            curator.tabTo(title);
            curator.page().keyboard().press("Enter");
            assertThat(curator.page()).hasURL(Pattern.compile("/curate/due/" + STORY));
            assertThat(curator.page().locator(".note-warn")).containsText("A reader reported a problem");
            curator.tabTo(curator.page().locator("#note"));
            curator.page().keyboard().type("Read it all");
            curator.tabTo(curator.button("It is still right"));
            curator.page().keyboard().press("Enter");
            assertThat(curator.page().locator("#how-error")).hasText("Say how you checked it.");
            assertThat(curator.page().locator("#note")).hasValue("Read it all");
        }
    }

    @Test
    void every_page_is_without_a_barrier_in_light_and_dark() throws IOException {
        try (var curator = signedIn(Visitor.at(Screen.WIDE_LIGHT), "pages");
                var owner = Visitor.at(Screen.WIDE_LIGHT)) {
            await(curator, "/curate/due?view=flagged");
            look(curator, "list");
            curator.goTo("/curate/due?view=soon&kind=event");
            look(curator, "list-empty");
            curator.goTo("/curate/due/" + STORY);
            curator.button("It is still right").click();
            look(curator, "entry-refused");
            curator.goTo("/curate/due/cde");
            look(curator, "entry");
            curator.page().locator("input[name=email]").first().check();
            curator.button("Make the three links").click();
            look(curator, "asked");
            var links = curator.page().locator(".note-good code").allInnerTexts();
            assertThat(links).hasSize(3);
            for (var link : links) {
                owner.goTo(link.substring(RealSite.url().length()));
                look(owner, "owner-" + links.indexOf(link));
            }
            owner.goTo(links.get(1).substring(RealSite.url().length()));
            owner.button("Send what has to change").click();
            look(owner, "owner-refused");
            owner.page().locator("#words").fill("The phone number.");
            owner.button("Send what has to change").click();
            assertThat(owner.page()).hasURL(Pattern.compile("/cases/"));
            owner.goTo(links.get(1).substring(RealSite.url().length()));
            look(owner, "owner-used");
            owner.goTo("/stories/" + STORY);
            look(owner, "doubt");
        }
        try (var files = Files.walk(EveryTemplateTest.TEMPLATES)) {
            var templates = files.filter(EveryTemplateTest::isWholePage)
                    .filter(EveryTemplateTest::isOfFreshness)
                    .toList();
            assertThat(templates).hasSize(4);
            assertThat(templates)
                    .filteredOn(template -> !EveryTemplateTest.isAmong(template, shown))
                    .isEmpty();
        }
    }

    private static Visitor signedIn(Visitor visitor, String who) {
        visitor.goTo(RealSite.invite("fresh-" + who + "@example.org", "Cora Curator", "Sample COE", Role.CURATOR));
        visitor.page().locator("#password").fill(PASSWORD);
        visitor.button("Save and go on").click();
        assertThat(visitor.page()).hasURL(Pattern.compile("/curate"));
        return visitor;
    }

    /** The site shows what speaks against an entry within seconds. */
    private static void await(Visitor visitor, String path) {
        await("a row at " + path, () -> {
            visitor.goTo(path);
            return visitor.page().locator("tbody tr").count() > 0;
        });
        assertThat(visitor.page().locator("tbody th a").first()).isVisible();
    }

    /** The browser belongs to the thread of the test. */
    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(Duration.ofSeconds(60)).pollInSameThread().until(condition);
    }

    private static void follow(Visitor visitor, String link) {
        visitor.tabTo(visitor.link(link));
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForLoadState();
    }

    private void look(Visitor visitor, String name) {
        visitor.page().waitForLoadState();
        var html = visitor.page().content().replaceAll(" (checked|selected|autofocus|novalidate|readonly)=\"\"", " $1");
        shown.add(EveryTemplateTest.withoutSpace(html));
        picture(visitor, name);
        Barriers.none(visitor);
    }

    private static void picture(Visitor visitor, String name) {
        var width = visitor.page().viewportSize().width;
        var file = Path.of("target/screenshots/freshness-" + name + "-" + width + ".png");
        try {
            Files.createDirectories(file.getParent());
            Files.write(
                    file,
                    visitor.page().screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setFullPage(true)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
