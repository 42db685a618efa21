package org.ssos.clearinghouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Holds the page that a visitor has before them against WCAG 2.2, levels A and AA, as far as axe can tell: all of it as
 * it stands, and its colors once more on a dark phone, where nothing else can differ. Opens what is folded.
 */
final class Barriers {
    private static final List<String> WCAG_2_2_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Lists and tables whose lines are alike. The first ones stand for all: a page costs seconds by its length. */
    private static final String LIKE_THOSE_BEFORE = """
            document.querySelectorAll('tbody tr:nth-child(n+13), main li:nth-child(n+13), main dl > :nth-child(n+25),'
                + 'main section:nth-of-type(n+25), main svg g > :nth-child(n+13)').forEach(part => part.remove())""";

    private Barriers() {}

    /** Complains of what axe finds, and of what runs over the edge of the narrowest screen. */
    static void none(Visitor visitor) {
        var page = visitor.page();
        page.waitForLoadState();
        visitor.openDetails();
        assertThat(found(visitor)).as(page.url()).isEmpty();
        var usual = page.viewportSize();
        resize(page, Screen.NARROW);
        assertThat(visitor.list(LayoutTest.TOO_WIDE)).as(page.url()).isEmpty();
        page.setViewportSize(usual.width, usual.height);
    }

    /** The same without the narrowest screen, on a page that is left afterwards: long lists are cut short. */
    static void noneInShort(Visitor visitor) {
        visitor.openDetails();
        if (!Addresses.WANTED_ALL) visitor.page().evaluate(LIKE_THOSE_BEFORE);
        assertThat(found(visitor)).as(visitor.page().url()).isEmpty();
    }

    private static String found(Visitor visitor) {
        var page = visitor.page();
        var asItStands = analyze(page, axe -> axe.withTags(WCAG_2_2_AA));
        assertThat(asItStands.getPasses()).as("rules that held").hasSizeGreaterThan(10);
        var usual = page.viewportSize();
        resize(page, Screen.PHONE_DARK);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        var dark = analyze(page, axe -> axe.withRules(List.of("color-contrast")));
        page.emulateMedia(
                new EmulateMediaOptions().setColorScheme(visitor.screen().scheme()));
        page.setViewportSize(usual.width, usual.height);
        return inWords("", asItStands) + inWords("dark, on a phone: ", dark);
    }

    private static AxeResults analyze(Page page, UnaryOperator<AxeBuilder> rules) {
        var brief = new AxeRunOptions();
        brief.setResultTypes(List.of("violations"));
        // The usual mode opens one more page for each run, to guard against frames; there are none.
        return rules.apply(new AxeBuilder(page).options(brief))
                .setLegacyMode(true)
                .analyze();
    }

    private static void resize(Page page, Screen screen) {
        page.setViewportSize(screen.width(), screen.height());
    }

    private static String inWords(String where, AxeResults results) {
        return results.getViolations().stream()
                .map(violation -> where + inWords(violation))
                .collect(Collectors.joining("\n"));
    }

    private static String inWords(Rule violation) {
        return violation.getNodes().stream()
                .map(node -> node.getHtml() + "\n    " + node.getFailureSummary())
                .collect(Collectors.joining("\n  ", violation.getId() + ": " + violation.getHelp() + "\n  ", ""));
    }
}
