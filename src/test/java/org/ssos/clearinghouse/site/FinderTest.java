package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Finding one's LEA and making it one's own, with keyboard, touch screen and without JavaScript. */
@DrivesChromium
class FinderTest {
    private static final String MINE = ".mast .mine";

    @Test
    void the_keyboard_alone_leads_from_the_home_page_to_the_lea() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo("/");
            var field = finder(visitor);
            visitor.tabTo(field);
            visitor.page().keyboard().type("frsno unified");
            visitor.suggestions().first().waitFor();
            assertThat(field).hasAttribute("role", "combobox");
            assertThat(field).hasAttribute("aria-expanded", "true");
            visitor.page().keyboard().press("ArrowDown");
            assertThat(visitor.suggestions().first()).hasAttribute("aria-selected", "true");
            assertThat(field)
                    .hasAttribute(
                            "aria-activedescendant",
                            visitor.suggestions().first().getAttribute("id"));
            visitor.page().keyboard().press("Escape");
            assertThat(field).hasAttribute("aria-expanded", "false");
            visitor.page().keyboard().press("ArrowDown");
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.page()).hasURL(Pattern.compile("/leas/1062166$"));
        }
    }

    @Test
    void two_of_one_name_are_told_apart_while_typing() {
        try (var visitor = Visitor.at(Screen.PHONE_DARK)) {
            visitor.goTo("/leas");
            finder(visitor).fill("washington unified");
            visitor.suggestions().nth(1).waitFor();
            assertThat(String.join(" ", visitor.suggestions().allInnerTexts()))
                    .contains("Fresno County", "Yolo County");
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void without_script_an_lea_is_found_chosen_and_cleared(Screen screen) {
        try (var visitor = Visitor.withoutScript(screen)) {
            visitor.goTo("/");
            finder(visitor).fill("lausd");
            finder(visitor).press("Enter");
            assertThat(visitor.page()).hasURL(Pattern.compile("/leas\\?q=lausd$"));
            visitor.button("Make this my LEA").first().click();
            assertThat(visitor.page()).hasURL(Pattern.compile("/leas\\?q=lausd$"));
            assertThat(visitor.page().locator(MINE)).containsText("Los Angeles Unified");

            visitor.goTo("/search?q=literacy+coaching");
            assertThat(visitor.page().locator("#favoured")).containsText("Los Angeles County");
            visitor.link("Do not move them up").click();
            assertThat(visitor.page().locator("#favoured")).containsText("not moved up");

            visitor.page().locator(MINE + " button").click();
            assertThat(visitor.page().locator(MINE)).hasCount(0);
            assertThat(visitor.link("Find my LEA")).isVisible();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void a_page_that_shows_the_chosen_lea_has_no_barrier_and_fits(Screen screen) {
        try (var visitor = Visitor.at(screen)) {
            visitor.goTo("/leas?q=placentia-yorba+linda");
            visitor.button("Make this my LEA").first().click();
            visitor.goTo("/search?q=literacy+coaching");
            assertThat(visitor.page().locator(MINE)).isVisible();
            assertThat(new AxeBuilder(visitor.page())
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                            .setLegacyMode(true)
                            .analyze()
                            .getViolations())
                    .isEmpty();
            visitor.page().setViewportSize(320, 700);
            assertThat((boolean) visitor.page()
                            .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isTrue();
            visitor.screenshot("my-lea", "/leas?q=placentia");
        }
    }

    private static Locator finder(Visitor visitor) {
        return visitor.page().locator("main input[data-suggest=lea]");
    }
}
