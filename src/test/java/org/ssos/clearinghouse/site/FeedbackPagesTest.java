package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.account.Role;

/** What readers say, in a browser: from the page of an entry to the published answer, and each page without a barrier. */
@DrivesChromium
class FeedbackPagesTest {
    private static final String PASSWORD = "lantern quarry otter ninety";

    private final List<String> shown = new ArrayList<>();

    @Test
    void from_the_page_of_an_entry_to_the_published_answer_by_keyboard_without_script() {
        try (var reader = Visitor.withoutScript(Screen.WIDE_LIGHT);
                var curator = curator(false, "feedback-keys")) {
            reader.goTo("/agencies/ctc");
            follow(reader, "Report a problem");
            assertThat(reader.heading()).hasText("Report a problem");
            press(reader, "Send");
            assertThat(reader.page().locator(".summary")).containsText("Choose what is wrong.");
            reader.tabTo(reader.page().locator("input[value=link]"));
            reader.page().keyboard().press("Space");
            reader.tabTo(reader.page().locator("#words"));
            reader.page().keyboard().type("The form is gone.");
            reader.tabTo(reader.page().locator("input[name=publish]"));
            reader.page().keyboard().press("Space");
            press(reader, "Send");
            assertThat(reader.page().locator(".kind").first()).containsText("Report of a reader");
            var privately = reader.page().url().substring(RealSite.url().length());
            reader.goTo("/agencies/ctc");
            assertThat(reader.page().getByText("A reader reported a problem with this entry."))
                    .isVisible();

            curator.goTo("/curate");
            follow(curator, "What readers say");
            follow(curator, "California Commission on Teacher Credentialing");
            curator.tabTo(curator.page().locator("#said"));
            curator.page().keyboard().press("Control+a");
            curator.page().keyboard().type("A form was missing.");
            curator.tabTo(curator.page().locator("#did"));
            curator.page().keyboard().type("We linked the new one.");
            press(curator, "Send the answer");
            assertThat(curator.page().locator(".note-good")).hasText("The answer is sent.");

            reader.goTo(privately);
            assertThat(reader.page().getByText("We linked the new one.")).isVisible();
            reader.page().locator("summary").click();
            reader.button("Withdraw").click();
            reader.goTo("/agencies/ctc");
            assertThat(reader.page().getByText("You said, we did").first()).isVisible();
            assertThat(reader.page().getByText("A reader reported a problem with this entry."))
                    .hasCount(0);
        }
    }

    @Test
    void every_page_is_without_a_barrier_in_light_and_dark() throws IOException {
        tour();
        try (var files = Files.walk(EveryTemplateTest.TEMPLATES)) {
            var templates = files.filter(EveryTemplateTest::isWholePage)
                    .filter(EveryTemplateTest::isOfFeedbackDesk)
                    .toList();
            assertThat(templates).hasSize(3);
            assertThat(templates)
                    .filteredOn(template -> !EveryTemplateTest.isAmong(template, shown))
                    .isEmpty();
        }
    }

    private void tour() {
        try (var reader = Visitor.at(Screen.WIDE_LIGHT);
                var curator = curator(true, "feedback-pages")) {
            reader.goTo("/agencies/sbe");
            reader.page().locator("a[href$='say=no']").click();
            reader.page().locator("#words").fill("I looked for a person to call, on a phone, and found none.");
            reader.button("Send").click();
            look(reader);
            reader.goTo("/feedback?entry=sbe&say=problem");
            reader.button("Send").click();
            look(reader);
            reader.page().locator("input[value=contact]").check();
            reader.page().locator("input[name=publish]").check();
            reader.button("Send").click();
            look(reader);
            look(reader, "/agencies/sbe");
            look(curator, "/curate/feedback");
            curator.link("California State Board of Education").last().click();
            look(curator);
            curator.button("Send the answer").click();
            look(curator);
            curator.page().locator("#said").fill("The number was an old one.");
            curator.page().locator("#did").fill("We put in the new one.");
            curator.button("Send the answer").click();
            look(curator);
            look(curator, "/curate/feedback?view=entries");
            look(curator, "/curate/feedback?view=closed");
            look(reader, "/agencies/sbe");
            look(reader, "/feedback");
            for (var path : List.of("/feedback", "/agencies/sbe", "/feedback?entry=sbe&say=problem", "/changes")) {
                reader.screenshot("feedback" + path.replaceAll("[^a-z]+", "-"), path);
            }
            curator.screenshot("feedback-desk", "/curate/feedback?view=closed");
            curator.screenshot("feedback-counts", "/curate/feedback?view=entries");
        }
    }

    private void look(Visitor visitor, String path) {
        visitor.goTo(path);
        look(visitor);
    }

    private void look(Visitor visitor) {
        visitor.page().waitForLoadState();
        shown.add(EveryTemplateTest.withoutSpace(visitor.page().content().replace("=\"\"", "")));
        Barriers.none(visitor);
    }

    private static Visitor curator(boolean script, String who) {
        return let(script ? Visitor.at(Screen.WIDE_LIGHT) : Visitor.withoutScript(Screen.WIDE_LIGHT), who);
    }

    private static Visitor let(Visitor visitor, String who) {
        visitor.goTo(RealSite.invite(who + "@example.org", "Cora Reads", "Reading COE", Role.CURATOR));
        visitor.page().locator("#password").fill(PASSWORD);
        visitor.button("Save and go on").click();
        assertThat(visitor.heading()).hasText("Curator desk");
        return visitor;
    }

    private static void follow(Visitor visitor, String link) {
        Locator place = visitor.page()
                .locator("main")
                .getByText(link, new Locator.GetByTextOptions().setExact(true))
                .last();
        visitor.tabTo(place);
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForLoadState();
    }

    private static void press(Visitor visitor, String button) {
        visitor.tabTo(visitor.button(button));
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForLoadState();
    }
}
