package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The way most visitors take: ask, narrow down, leaf through, open an entry, know what to do first and whom to call. */
@DrivesChromium
class GoldenPathTest {
    @Test
    void by_mouse() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo("/");
            visitor.searchField().fill("literacy");
            visitor.searchButton().click();
            assertThat(visitor.page()).hasURL("/search?q=literacy");
            int all = visitor.numberFound();

            resources(visitor).check();
            int promised = visitor.promised(resources(visitor));
            visitor.button("Show results").click();
            assertThat(visitor.numberLine()).hasText(promised + " results");
            assertThat(promised).isBetween(2, all - 1);
            assertThat(resources(visitor)).isChecked();

            visitor.link("Remove filter: Resources").click();
            assertThat(visitor.numberLine()).hasText(all + " results");

            var firstPage = visitor.results().allInnerTexts();
            visitor.link("Next").click();
            assertThat(visitor.link("Page 2")).hasAttribute("aria-current", "page");
            assertThat(visitor.results().allInnerTexts()).isNotEmpty().doesNotContainAnyElementsOf(firstPage);

            visitor.link("Page 1").click();
            opensTheFirstResult(visitor, Locator::click);
        }
    }

    @Test
    void by_keyboard_alone() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo("/");
            visitor.tabTo(visitor.searchField());
            visitor.page().keyboard().type("literacy");
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.page()).hasURL("/search?q=literacy");

            visitor.tabTo(resources(visitor));
            visitor.page().keyboard().press("Space");
            int promised = visitor.promised(resources(visitor));
            visitor.tabTo(visitor.button("Show results"));
            visitor.page().keyboard().press("Enter");
            assertThat(resources(visitor)).isChecked();
            assertThat(visitor.numberLine()).hasText(promised + " results");

            follow(visitor, visitor.link("Remove filter: Resources"));
            follow(visitor, visitor.link("Next"));
            assertThat(visitor.link("Page 2")).hasAttribute("aria-current", "page");
            opensTheFirstResult(visitor, title -> follow(visitor, title));
        }
    }

    @Test
    void suggestions_by_keyboard() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo("/search");
            visitor.tabTo(visitor.searchField());
            visitor.page().keyboard().type("lit");
            assertThat(visitor.suggestions().first()).isVisible();
            assertThat(visitor.searchField()).hasAttribute("aria-expanded", "true");

            visitor.page().keyboard().press("ArrowDown");
            assertThat(visitor.suggestions().nth(0)).hasAttribute("aria-selected", "true");
            visitor.page().keyboard().press("ArrowDown");
            assertThat(visitor.suggestions().nth(0)).hasAttribute("aria-selected", "false");
            assertThat(visitor.suggestions().nth(1)).hasAttribute("aria-selected", "true");
            visitor.page().keyboard().press("ArrowUp");
            visitor.page().keyboard().press("ArrowUp");
            assertThat(visitor.suggestions().last()).hasAttribute("aria-selected", "true");

            visitor.page().keyboard().press("Escape");
            assertThat(visitor.suggestions()).hasCount(0);
            assertThat(visitor.searchField()).hasValue("lit");
            assertThat(visitor.searchField()).hasAttribute("aria-expanded", "false");

            visitor.page().keyboard().press("ArrowDown");
            assertThat(visitor.suggestions().first()).hasAttribute("aria-selected", "true");
            var address = visitor.suggestions().first().getAttribute("data-url");
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.page()).hasURL(address);
        }
    }

    @Test
    void suggestions_by_mouse() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo("/help");
            visitor.searchField().pressSequentially("attend");
            var address = visitor.suggestions().first().getAttribute("data-url");
            visitor.suggestions().first().click();
            assertThat(visitor.page()).hasURL(address);
        }
    }

    @Test
    void on_a_phone() {
        try (var visitor = Visitor.at(Screen.PHONE_LIGHT)) {
            visitor.goTo("/");
            visitor.searchField().fill("literacy");
            visitor.searchButton().tap();
            assertThat(resources(visitor)).isHidden();

            visitor.link("Filter results").tap();
            resources(visitor).tap();
            int promised = visitor.promised(resources(visitor));
            visitor.button("Show results").tap();
            assertThat(visitor.numberLine()).hasText(promised + " results");
            assertThat(resources(visitor)).isHidden();

            visitor.link("Remove filter: Resources").tap();
            visitor.link("Next").tap();
            opensTheFirstResult(visitor, Locator::tap);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "PHONE_LIGHT"})
    void without_script(Screen screen) {
        try (var visitor = Visitor.withoutScript(screen)) {
            visitor.goTo("/");
            visitor.searchField().fill("literacy");
            visitor.searchButton().click();
            if (screen == Screen.PHONE_LIGHT) visitor.link("Filter results").click();
            resources(visitor).check();
            int promised = visitor.promised(resources(visitor));
            visitor.button("Show results").click();
            assertThat(visitor.numberLine()).hasText(promised + " results");

            visitor.link("Remove filter: Resources").click();
            visitor.link("Next").click();
            opensTheFirstResult(visitor, Locator::click);
        }
    }

    /** What a reviewer looks at: the pages of the way on each screen. */
    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "WIDE_DARK", "PHONE_LIGHT", "PHONE_DARK"})
    void screenshots_show_the_way(Screen screen) {
        try (var visitor = Visitor.at(screen)) {
            visitor.screenshot("home", "/");
            visitor.screenshot("results", "/search?q=chronic+absenteeism");
            visitor.screenshot("filtered", "/search?q=literacy&kind=resource&level=universal");
            visitor.screenshot("nothing-found", "/search?q=qqqqzz+wwwwxx");
            visitor.screenshot("entry", "/initiatives/ca-mtss");
        }
    }

    private static Locator resources(Visitor visitor) {
        return visitor.box("kind", "resource");
    }

    private static void follow(Visitor visitor, Locator link) {
        visitor.tabTo(link);
        visitor.page().keyboard().press("Enter");
    }

    private static void opensTheFirstResult(Visitor visitor, Consumer<Locator> open) {
        var name = visitor.results().first().innerText();
        open.accept(visitor.results().first());
        assertThat(visitor.heading()).hasText(name);
        assertThat(visitor.section("Contact")).isVisible();
        assertThat(visitor.section("Sources")).isVisible();
    }
}
