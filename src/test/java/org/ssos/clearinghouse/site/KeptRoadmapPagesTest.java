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
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A roadmap that is kept, in a browser: used by keyboard without script, and each of its pages without a barrier. */
@DrivesChromium
class KeptRoadmapPagesTest {
    private final List<String> shown = new ArrayList<>();

    @Test
    void a_step_is_ticked_noted_and_postponed_by_keyboard_without_script_and_the_roadmap_deleted() {
        try (var visitor = Visitor.withoutScript(Screen.WIDE_LIGHT)) {
            visitor.goTo(save(visitor));
            tick(visitor, "#done-r01");
            open(visitor, "#r07 summary:has-text('Note, or another day')");
            visitor.tabTo(visitor.page().locator("#note-r07"));
            visitor.page().keyboard().type("Ask Rosa");
            visitor.page().locator("#later-r07").fill("2027-01-15");
            open(visitor, "#own-new summary");
            visitor.tabTo(visitor.page().locator("#own-title-new"));
            visitor.page().keyboard().type("Visit the night school");
            press(
                    visitor,
                    visitor.page().locator("button:text('Save my progress')").last());
            assertThat(visitor.page().locator("#done-r01")).isChecked();
            assertThat(visitor.page().locator("#note-r07")).hasValue("Ask Rosa");
            assertThat(visitor.page().getByText("Postponed to January 15, 2027").first())
                    .isVisible();
            assertThat(visitor.page().getByText("Visit the night school").first())
                    .isVisible();

            press(visitor, visitor.button("Delete everything now"));
            assertThat(visitor.heading()).hasText("Your roadmap is deleted");
        }
    }

    @Test
    void a_button_in_the_middle_leads_back_to_its_place() {
        try (var visitor = Visitor.at(Screen.PHONE_LIGHT)) {
            visitor.goTo(save(visitor));
            visitor.page().locator("button[name=at][value=days-60]").click();
            assertThat(visitor.page()).hasURL(Pattern.compile("#days-60$"));
        }
    }

    @Test
    void no_page_has_a_barrier_or_is_wider_than_a_small_screen() throws IOException {
        tour();
        try (var files = Files.walk(EveryTemplateTest.TEMPLATES)) {
            var templates = files.filter(EveryTemplateTest::isOfKeptRoadmaps).toList();
            assertThat(templates).hasSize(4);
            assertThat(templates)
                    .filteredOn(template -> !EveryTemplateTest.isAmong(template, shown))
                    .isEmpty();
        }
    }

    private void tour() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            var path = save(visitor);
            visitor.goTo(path);
            look(visitor);
            visitor.page().locator("#own-title-new").fill("Visit the night school");
            visitor.page()
                    .locator("#own-note-new")
                    .fill("A-very-long-word-without-any-place-to-break-it-in-two".repeat(4));
            visitor.page().locator("#done-r03").check();
            visitor.page().locator("#note-r03").fill("Said hello to Kim");
            visitor.page()
                    .locator("#note-r07")
                    .evaluate("field => { field.maxLength = 9999; field.value = 'x'.repeat(2001); }");
            visitor.page().locator("button:text('Save my progress')").last().click();
            assertThat(visitor.page().locator(".summary")).containsText("Use 2000 at most.");
            look(visitor);
            send(visitor, path + "/answers", "principal");
            visitor.goTo(path);
            assertThat(visitor.page().locator("section:has(#left)")).containsText("Said hello to Kim");
            look(visitor);
            visitor.goTo(path + "/answers");
            look(visitor);
            visitor.goTo(path);
            visitor.button("Make a link to a copy").click();
            look(visitor);
            visitor.page().navigate(visitor.page().locator("#the-shared-link").inputValue());
            assertThat(visitor.heading()).hasText("A shared roadmap");
            look(visitor);
            visitor.goTo(path);
            visitor.button("Delete everything now").click();
            look(visitor);
            visitor.page().navigate(visitor.page().url().replaceFirst("/roadmaps/.*", "") + path);
            look(visitor);
        }
    }

    private void look(Visitor visitor) {
        Barriers.none(visitor);
        shown.add(EveryTemplateTest.withoutSpace(visitor.page().content().replace("=\"\"", "")));
    }

    private static String save(Visitor visitor) {
        return send(visitor, "/roadmaps", "superintendent");
    }

    private static String send(Visitor visitor, String path, String role) {
        var form = FormData.create()
                .set("_page", "review")
                .set("_go", "plan")
                .set("_start", "2026-11-21")
                .set("lea", "4870565")
                .set("lea-type", "district")
                .set("county", "solano")
                .set("role", role)
                .set("tenure", "under-30");
        var answer = visitor.page()
                .request()
                .post(path, RequestOptions.create().setForm(form).setMaxRedirects(0));
        return Objects.requireNonNull(answer.headers().get("location"));
    }

    private static void tick(Visitor visitor, String box) {
        visitor.tabTo(visitor.page().locator(box));
        visitor.page().keyboard().press("Space");
    }

    private static void open(Visitor visitor, String summary) {
        visitor.tabTo(visitor.page().locator(summary));
        visitor.page().keyboard().press("Enter");
    }

    private static void press(Visitor visitor, Locator button) {
        visitor.tabTo(button);
        visitor.page().keyboard().press("Enter");
    }
}
