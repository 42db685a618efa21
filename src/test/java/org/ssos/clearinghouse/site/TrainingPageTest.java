package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who learns, fills in and prints. */
@DrivesChromium
class TrainingPageTest {
    private static final String SHEET = "/training/continuity-plan/sheet";
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");

    @Test
    void a_sheet_is_filled_in_with_the_keyboard_and_nothing_leaves_the_browser() {
        try (var visitor = Visitor.withoutScript(Screen.PHONE_LIGHT)) {
            visitor.goTo(SHEET);
            var asked = new ArrayList<String>();
            visitor.page().onRequest(request -> asked.add(request.url()));

            var task = visitor.page().getByLabel("Task, row 2");
            visitor.tabTo(task);
            visitor.page().keyboard().type("Midyear report");
            assertThat(task).hasValue("Midyear report");
            var tick = visitor.page().locator(".tick input").first();
            visitor.tabTo(tick);
            visitor.page().keyboard().press("Space");
            assertThat(tick).isChecked();
            visitor.page().keyboard().press("Enter");

            assertThat(visitor.page()).hasURL(Pattern.compile(SHEET + "$"));
            // A browser fetches the icon when it pleases.
            assertThat(asked).filteredOn(url -> !url.contains("/favicon.")).isEmpty();
            assertThat(visitor.page().context().cookies()).isEmpty();
        }
    }

    @Test
    void an_answer_opens_without_script() {
        try (var visitor = Visitor.withoutScript(Screen.WIDE_LIGHT)) {
            visitor.goTo("/training/check-your-status");
            var first = visitor.page().locator("#questions ~ ol > li").first();
            assertThat(first.locator(".note")).isHidden();
            visitor.tabTo(first.locator("summary"));
            visitor.page().keyboard().press("Enter");
            assertThat(first.locator(".note")).containsText("EC 2575.35(c)(3)");
        }
    }

    /** Widths of the text on paper, in pixels, within the margins that the style sheet sets. */
    @ParameterizedTest
    @CsvSource({"A4, 672", "Letter, 694"})
    void a_sheet_on_paper_is_a_document_of_its_own_with_lines_to_write_on(String format, int width) {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.page().setViewportSize(width, 900);
            visitor.goTo(SHEET);
            visitor.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(visitor.list(LayoutTest.TOO_WIDE)).isEmpty();
            assertThat(visitor.shown(".mast, .foot, .crumbs, .no-print, button"))
                    .hasCount(0);
            assertThat(visitor.page().locator("article > .only-print").first()).containsText("SSOS Clearinghouse");
            assertThat(visitor.list("""
                    [...document.querySelectorAll('.field .blank')]
                      .filter(line => !getComputedStyle(line).backgroundImage.includes('linear-gradient')
                        || line.getBoundingClientRect().height < 40 || parseFloat(getComputedStyle(line).borderTopWidth) > 0)
                      .map(line => line.id)""")).isEmpty();
            assertThat(visitor.list("""
                    [...document.querySelectorAll('.blanks td')]
                      .filter(cell => parseFloat(getComputedStyle(cell).borderLeftWidth) === 0
                        || cell.getBoundingClientRect().height < 30)
                      .map(cell => cell.outerHTML)""")).isEmpty();

            var pdf = visitor.page().pdf(new PdfOptions().setFormat(format).setPreferCSSPageSize(true));
            var pages = PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1))
                    .results()
                    .count();
            assertThat(pages).isBetween(2L, 4L);
        }
    }
}
