package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssos.clearinghouse.site.Addresses.Address;

/** What axe does not measure: width, focus, paper and forced colours. */
@DrivesChromium
class LayoutTest {
    /** What reaches over the right edge and does not lie in a box that scrolls by itself. */
    static final String TOO_WIDE = """
            () => {
              const edge = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= edge) return [];
              return [...document.querySelectorAll('body *')]
                .filter(part => part.getBoundingClientRect().right > edge + 0.5 && !part.closest('.scroll, .vh, .hero'))
                .map(part => part.outerHTML.slice(0, 120))
                .concat('in all ' + document.documentElement.scrollWidth + ' wide');
            }""";

    /** What can have the focus and then does not show it: no ring, no size, or something else lies above it. */
    private static final String FOCUS_UNSEEN = """
            () => {
              const unseen = [];
              const places = document.querySelectorAll(
                'a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]');
              for (const place of places) {
                if (!place.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
                place.focus();
                const style = getComputedStyle(place);
                // The middle of a county on the map may lie in its neighbour; its number lies inside.
                const inside = (place.ownerSVGElement && place.querySelector('text')) || place;
                if (inside !== place) inside.scrollIntoView({ block: 'nearest', inline: 'nearest' });
                const box = inside.getClientRects()[0];
                const bottom = Math.min(box.bottom, innerHeight);
                const middle = document.elementFromPoint(box.x + box.width / 2, (Math.max(box.top, 0) + bottom) / 2);
                const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
                const above = middle && (place.contains(middle) || middle.contains(place));
                if (document.activeElement !== place || !ring || !above) unseen.push(place.outerHTML.slice(0, 160));
              }
              return unseen;
            }""";

    /** What stands on white paper in a colour with a contrast below 4.5. */
    private static final String PALE = """
            () => {
              const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
              const pale = new Set();
              const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const parent = walker.currentNode.parentElement;
                if (!walker.currentNode.data.trim() || !parent.checkVisibility() || parent.closest('.vh')) continue;
                const [r, g, b] = getComputedStyle(parent).color.match(/[0-9.]+/g).map(Number);
                const light = 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
                if (1.05 / (light + 0.05) < 4.5) pale.add(parent.outerHTML.slice(0, 120));
              }
              return [...pale];
            }""";

    /** What only a background sets apart, which forced colours take away. */
    private static final String EDGELESS = """
            () => [...document.querySelectorAll('.btn, .find-go, .find input, .input, .panel, .note, .lv, .tag')]
              .filter(part => part.checkVisibility() && parseFloat(getComputedStyle(part).borderTopWidth) === 0)
              .map(part => part.outerHTML.slice(0, 120))""";

    private final Visitor narrow = Visitor.at(Screen.NARROW);
    private final Visitor wide = Visitor.at(Screen.WIDE_LIGHT);
    private final Visitor dark = Visitor.at(Screen.WIDE_DARK);

    @AfterAll
    void leave() {
        narrow.close();
        wide.close();
        dark.close();
    }

    @ParameterizedTest
    @MethodSource("org.ssos.clearinghouse.site.Addresses#oneOfEachKind")
    void nothing_scrolls_sideways_at_320_pixels(Address address) {
        narrow.goTo(address.path());
        narrow.openDetails();
        assertThat(narrow.list(TOO_WIDE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.ssos.clearinghouse.site.Addresses#oneOfEachKind")
    void text_twice_as_large_fits(Address address) {
        wide.goTo(address.path());
        wide.page().evaluate("document.documentElement.style.fontSize = '200%'");
        assertThat(wide.list(TOO_WIDE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("org.ssos.clearinghouse.site.Addresses#oneOfEachKind")
    void whatever_has_the_focus_is_seen_to_have_it(Address address) {
        assertThat(withFocusUnseen(wide, address)).isEmpty();
        assertThat(withFocusUnseen(narrow, address)).isEmpty();
    }

    private static List<?> withFocusUnseen(Visitor visitor, Address address) {
        visitor.goTo(address.path());
        visitor.openDetails();
        // From here on the browser takes the visitor for one with a keyboard.
        visitor.page().keyboard().press("Tab");
        return visitor.list(FOCUS_UNSEEN);
    }

    @ParameterizedTest
    @MethodSource("org.ssos.clearinghouse.site.Addresses#oneOfEachKind")
    void paper_holds_the_text_and_nothing_but_the_text(Address address) {
        dark.goTo(address.path());
        dark.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(dark.heading()).isVisible();
        assertThat(dark.shown(".mast, .foot, .crumbs, form.filters")).hasCount(0);
        assertThat(dark.list(PALE)).isEmpty();
        dark.page().emulateMedia(new EmulateMediaOptions().setMedia(null));
    }

    @ParameterizedTest
    @MethodSource("org.ssos.clearinghouse.site.Addresses#oneOfEachKind")
    void forced_colours_take_no_text_and_no_edge_away(Address address) {
        wide.goTo(address.path());
        var usual = wide.page().locator("main").innerText();
        wide.page().emulateMedia(new EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        assertThat(wide.page().locator("main").innerText()).isEqualTo(usual);
        assertThat(wide.list(EDGELESS)).isEmpty();
        wide.page().emulateMedia(new EmulateMediaOptions().setForcedColors(null));
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE_LIGHT", "PHONE_DARK"})
    void the_skip_link_shows_itself_and_leads_past_the_header(Screen screen) {
        try (var visitor = Visitor.at(screen)) {
            visitor.goTo("/initiatives/ca-mtss");
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.link("Skip to main content")).isFocused();
            assertThat(visitor.link("Skip to main content")).isInViewport();

            visitor.page().keyboard().press("Enter");
            assertThat(visitor.page().locator("main")).isFocused();
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.page().locator("main a:focus")).hasCount(1);
        }
    }

    @Test
    void a_word_of_the_glossary_is_marked_where_its_link_leads() {
        wide.goTo("/glossary#lcap");
        assertThat(wide.page().locator("#lcap")).isInViewport();
    }
}
