package org.ssos.clearinghouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssos.clearinghouse.site.Addresses.Address;

/** Holds every template against WCAG 2.2, levels A and AA, as far as axe can tell. */
@DrivesChromium
class AccessibilityTest {
    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Visitor wideLight = Visitor.at(Screen.WIDE_LIGHT);
    private final Visitor phoneDark = Visitor.at(Screen.PHONE_DARK);

    @AfterAll
    void leave() {
        wideLight.close();
        phoneDark.close();
    }

    @ParameterizedTest
    @MethodSource("org.ssos.clearinghouse.site.Addresses#oneOfEachKind")
    void a_wide_light_page_has_no_barrier(Address address) {
        assertThat(barriers(wideLight, address)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.ssos.clearinghouse.site.Addresses#oneOfEachKind")
    void a_dark_page_on_a_phone_has_no_barrier(Address address) {
        assertThat(barriers(phoneDark, address)).isEmpty();
    }

    @Test
    void open_suggestions_have_no_barrier() {
        wideLight.goTo("/");
        wideLight.searchField().fill("lite");
        wideLight.suggestions().first().waitFor();
        wideLight.page().keyboard().press("ArrowDown");

        assertThat(barriers(wideLight)).isEmpty();
    }

    private static String barriers(Visitor visitor, Address address) {
        assertThat(visitor.goTo(address.path()).status()).isEqualTo(address.status());
        visitor.openDetails();
        return barriers(visitor);
    }

    static String barriers(Visitor visitor) {
        var brief = new AxeRunOptions();
        brief.setResultTypes(List.of("violations"));
        var results = new AxeBuilder(visitor.page())
                .options(brief)
                .withTags(WCAG_2_2_AA)
                // The usual mode opens one more page for each run, to guard against frames; there are none.
                .setLegacyMode(true)
                .analyze();
        assertThat(results.getPasses()).as("rules that held").hasSizeGreaterThan(10);
        return results.getViolations().stream().map(AccessibilityTest::inWords).collect(Collectors.joining("\n"));
    }

    private static String inWords(Rule violation) {
        return violation.getNodes().stream()
                .map(node -> node.getHtml() + "\n    " + node.getFailureSummary())
                .collect(Collectors.joining("\n  ", violation.getId() + ": " + violation.getHelp() + "\n  ", ""));
    }
}
