package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssos.clearinghouse.site.Addresses.Address;

/** Whatever the site can do, it does with JavaScript off; the way through a search is in {@link GoldenPathTest}. */
@DrivesChromium
class WithoutScriptTest {
    private final Visitor visitor = Visitor.withoutScript(Screen.WIDE_LIGHT);

    @AfterAll
    void leave() {
        visitor.close();
    }

    @ParameterizedTest
    @MethodSource("org.ssos.clearinghouse.site.Addresses#all")
    void no_control_is_shown_that_would_do_nothing(Address address) {
        visitor.goTo(address.path());
        assertThat(visitor.shown("button[type=button]")).hasCount(0);
    }

    @Test
    void results_are_put_in_another_order() {
        visitor.goTo("/search?q=literacy");
        visitor.page().getByLabel("Sort by").selectOption("title");
        visitor.button("Sort").click();
        assertThat(visitor.page()).hasURL(Pattern.compile("sort=title"));
        assertThat(inLowerCase(visitor.results())).isSorted();
    }

    @Test
    void all_values_of_a_long_filter_come_when_asked_for_and_keep_what_was_ticked() {
        visitor.goTo("/search?q=literacy");
        var assessment = visitor.box("topic", "assessment");
        assertThat(assessment).hasCount(0);
        visitor.box("kind", "resource").check();
        visitor.page().locator("button[name=all][value=topic]").click();
        assertThat(visitor.box("kind", "resource")).isChecked();
        assessment.check();
        int promised = visitor.promised(assessment);
        visitor.button("Show results").click();
        assertThat(visitor.numberLine()).hasText(promised + " results");
        assertThat(assessment).isChecked();
    }

    @Test
    void a_county_is_picked_from_a_list() {
        visitor.goTo("/search?q=literacy");
        visitor.page().locator("details:has([name=county]) > summary").click();
        visitor.page().locator("select[name=county]").selectOption("lake");
        visitor.button("Show results").click();
        assertThat(visitor.link("Remove filter: Lake County")).isVisible();
    }

    @Test
    void filters_stay_on_while_asking_again_and_go_all_at_once() {
        visitor.goTo("/search?q=literacy&kind=resource&level=universal");
        visitor.searchField().fill("dyslexia");
        visitor.searchButton().click();
        assertThat(visitor.page()).hasURL("/search?q=dyslexia&level=universal&kind=resource");
        visitor.link("Clear all").click();
        assertThat(visitor.page()).hasURL("/search?q=dyslexia");
    }

    @Test
    void a_mended_spelling_can_be_refused() {
        visitor.goTo("/search?q=absenteism");
        assertThat(visitor.page().locator("main")).containsText("Showing results for absenteeism");
        visitor.link("Search for “absenteism” instead").click();
        assertThat(visitor.page().locator("main")).containsText("Did you mean absenteeism?");
    }

    @Test
    void an_empty_page_offers_a_way_on() {
        visitor.goTo("/search?q=dyslexia&kind=event&level=intensive");
        visitor.page()
                .locator("section:has-text('Loosen the search') a")
                .first()
                .click();
        assertThat(visitor.results().first()).isVisible();
    }

    @Test
    void a_list_is_narrowed_and_sorted() {
        visitor.goTo("/agencies");
        visitor.page().getByLabel("Words").fill("lake");
        visitor.button("Show").click();
        assertThat(visitor.rows()).containsText(new String[] {"Lake County Office of Education"});

        visitor.goTo("/initiatives");
        var usual = inLowerCase(visitor.rows());
        visitor.page().locator("thead a").first().click();
        assertThat(visitor.page()).hasURL(Pattern.compile("sort="));
        var turned = inLowerCase(visitor.rows());
        assertThat(turned).isNotEqualTo(usual).containsExactlyInAnyOrderElementsOf(usual);
    }

    @Test
    void the_glossary_is_searched() {
        visitor.goTo("/glossary");
        visitor.page().getByLabel("Words").fill("LCAP");
        visitor.button("Show").click();
        assertThat(visitor.page().locator("#lcap")).isVisible();
        visitor.link("Show all").click();
        assertThat(visitor.page().locator("#selpa")).isVisible();
    }

    private static List<String> inLowerCase(Locator titles) {
        return titles.allInnerTexts().stream()
                .map(title -> title.toLowerCase(Locale.ROOT))
                .toList();
    }
}
