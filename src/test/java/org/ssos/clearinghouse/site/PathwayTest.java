package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** People on their way through a pathway. */
@DrivesChromium
class PathwayTest {
    @Test
    void a_pathway_is_walked_with_the_keyboard_alone() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo("/pathways");
            visitor.tabTo(visitor.link("Our LCAP was not approved"));
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.heading()).hasText("Whose plan is it?");

            visitor.tabTo(visitor.page().locator("input[value=district]"));
            visitor.page().keyboard().press("Space");
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.heading()).hasText("Where are you in the yearly cycle?");

            visitor.tabTo(visitor.page().locator("input[value=questions]"));
            visitor.page().keyboard().press("ArrowDown");
            visitor.page().keyboard().press("ArrowDown");
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.heading()).hasText("Adopt the LCAP right away, because money is at risk");
            assertThat(visitor.page()).hasURL(Pattern.compile("/pathways/lcap\\?l-1=district&l-2=late$"));
            assertThat(visitor.section("Call first")).isVisible();
            assertThat(visitor.link("EC 52065.1(a)").or(visitor.link("EC 52065.1(a)-(b)")))
                    .isVisible();
        }
    }

    @Test
    void an_answer_is_changed_without_script_and_the_others_are_kept() {
        try (var visitor = Visitor.withoutScript(Screen.PHONE_DARK)) {
            visitor.goTo("/pathways/district-da?d-1=2025-or-earlier&d-2=no&d-6=yes");
            assertThat(visitor.heading()).hasText("You are served first with free help");

            visitor.link("Change the answer to: Which Dashboard are you asking about?")
                    .click();
            assertThat(answer(visitor, "2025-or-earlier")).isChecked();
            answer(visitor, "2026-or-later").check();
            visitor.button("Continue").click();

            // The new way asks one question more, skips the second and takes up the third again.
            assertThat(visitor.heading()).hasText(Pattern.compile("^Has the state determined"));
            assertThat(visitor.page().getByText("Was the district identified on the 2025 Dashboard? No"))
                    .isVisible();
            answer(visitor, "no").check();
            visitor.button("Continue").click();
            assertThat(visitor.heading()).hasText("You are served first with free help");
        }
    }

    @Test
    void nobody_goes_on_without_an_answer_and_everybody_can_go_back() {
        try (var visitor = Visitor.withoutScript(Screen.WIDE_LIGHT)) {
            visitor.goTo("/pathways/voluntary?v-1=staff");
            visitor.button("Continue").click();
            assertThat(visitor.page()).hasURL(Pattern.compile("v-1=staff$"));
            visitor.link("Back to the question before").click();
            assertThat(visitor.heading()).hasText("Who is asking?");
            assertThat(answer(visitor, "staff")).isChecked();
            visitor.link("Keep my answer").click();
            assertThat(visitor.heading()).hasText("What would help most?");
        }
    }

    private static Locator answer(Visitor visitor, String id) {
        return visitor.page().locator("form.flow input[type=radio][value='" + id + "']");
    }
}
