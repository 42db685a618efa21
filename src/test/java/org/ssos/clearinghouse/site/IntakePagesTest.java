package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** New leaders on their way through the intake, in a browser. */
@DrivesChromium
class IntakePagesTest {
    private static final String INTAKE = "/new-leaders/intake";

    /** Past the header by its first link. */
    private static final Pattern SAME_ADDRESS = Pattern.compile(INTAKE + "(#main)?$");

    private final List<String> shown = new ArrayList<>();

    /** Somebody who answers, as people of that role do. */
    enum Leader {
        SUPERINTENDENT("clovis unified", "School district", "superintendent", "under-30", "da-2025"),
        PRINCIPAL("1964733", "School district", "principal", "1-6m", "unsure"),
        CHARTER_LEADER("envision academy for arts", "Charter school", "charter-leader", "6-24m", "none"),
        BOARD_MEMBER(
                "sierra plumas",
                "District in a county with only one district",
                "board-member",
                "2y-plus",
                "priority-list");

        private final String typed;
        private final String kind;
        private final String role;
        private final String tenure;
        private final String identified;

        Leader(String typed, String kind, String role, String tenure, String identified) {
            this.typed = typed;
            this.kind = kind;
            this.role = role;
            this.tenure = tenure;
            this.identified = identified;
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_whole_intake_is_answered_with_the_keyboard_alone(Leader leader) {
        try (var visitor = leader == Leader.PRINCIPAL
                ? Visitor.withoutScript(Screen.PHONE_LIGHT)
                : Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo(INTAKE);
            passHeader(visitor);
            visitor.tabTo(visitor.page().locator("#_typed"));
            visitor.page().keyboard().type(leader.typed);
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.page().locator("#found")).isFocused();
            press(visitor, "Continue");
            assertThat(visitor.page().locator("[name=lea-type]:checked + span")).hasText(leader.kind);
            press(visitor, "Continue");

            tick(visitor, "role", leader.role);
            tick(visitor, "tenure", leader.tenure);
            tick(visitor, "size", "medium");
            press(visitor, "Continue");
            tick(visitor, "identified", leader.identified);
            tick(visitor, "lcap-status", "approved");
            press(visitor, "Continue");
            tick(visitor, "groups", "foster");
            press(visitor, "Continue");
            tick(visitor, "awareness", "name");
            press(visitor, "Continue");
            tick(visitor, "kc-levels", "a");
            press(visitor, "Continue");
            assertThat(visitor.heading()).hasText("What the law says");
            press(visitor, "Continue");

            assertThat(visitor.heading()).hasText("Check your answers");
            assertThat(visitor.page().locator("main")).containsText("Foster youth");
            assertThat(visitor.page()).hasURL(SAME_ADDRESS);
            visitor.tabTo(visitor.page().locator("dd button[value='to.size']"));
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.page().locator("#size")).isFocused();
            tick(visitor, "size", "small");
            press(visitor, "Continue to your answers");
            assertThat(visitor.page().locator("main")).containsText("Small: average daily attendance");

            press(visitor, "Make my roadmap");
            assertThat(visitor.heading()).hasText("Your roadmap");
            assertThat(visitor.page()).hasURL(SAME_ADDRESS);
            assertThat(visitor.page().locator(".summary")).hasCount(0);
        }
    }

    @Test
    void an_option_that_excludes_the_others_unticks_them_and_the_other_way_round() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo(INTAKE);
            skip(visitor, 2);
            box(visitor, "identified", "da-2025").check();
            box(visitor, "identified", "none").check();
            assertThat(box(visitor, "identified", "da-2025")).not().isChecked();
            box(visitor, "identified", "dta").check();
            assertThat(box(visitor, "identified", "none")).not().isChecked();
        }
    }

    @Test
    void without_script_it_is_told_in_a_sentence_that_takes_the_focus() {
        try (var visitor = Visitor.withoutScript(Screen.PHONE_DARK)) {
            visitor.goTo(INTAKE);
            skip(visitor, 2);
            box(visitor, "identified", "da-2025").check();
            box(visitor, "identified", "none").check();
            visitor.button("Continue").click();
            assertThat(visitor.page().locator(".summary")).isFocused();
            assertThat(visitor.page().locator("#identified-error"))
                    .hasText("Status of your LEA: “None of these” goes with no other choice. Untick it, or untick the"
                            + " others.");
            assertThat(box(visitor, "identified", "da-2025")).isChecked();
            assertThat(box(visitor, "identified", "none")).isChecked();
            visitor.page().locator(".trail button").first().click();
            assertThat(visitor.heading()).hasText("Your LEA");
        }
    }

    @Test
    void the_law_opens_beside_the_answers() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo(INTAKE);
            skip(visitor, 5);
            box(visitor, "kc-charge", "a").check();
            visitor.button("Continue").click();
            visitor.page().locator("main details summary").click();
            var law = visitor.page()
                    .waitForPopup(() -> visitor.page()
                            .locator("main a[target=_blank]")
                            .first()
                            .click());
            assertThat(law).hasURL("/law/52071#a");
            assertThat(visitor.heading()).hasText("What the law says");
        }
    }

    @Test
    void every_page_is_without_a_barrier_and_fits_a_narrow_screen() throws IOException {
        tour();
        try (var files = Files.walk(EveryTemplateTest.TEMPLATES)) {
            var templates = files.filter(EveryTemplateTest::isWholePage)
                    .filter(EveryTemplateTest::isOfIntake)
                    .toList();
            assertThat(templates).hasSize(4);
            assertThat(templates)
                    .filteredOn(template -> !EveryTemplateTest.isAmong(template, shown))
                    .isEmpty();
        }
    }

    private void tour() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo(INTAKE);
            look(visitor, "empty");
            visitor.button("Find").click();
            look(visitor, "nothing-typed");
            visitor.page().locator("#_typed").fill("qqqqzz");
            visitor.button("Find").click();
            look(visitor, "none-found");
            visitor.page().locator("#_typed").fill("lausd");
            visitor.button("Find").click();
            look(visitor, "found");
            visitor.button("Continue").click();
            look(visitor, "lea");
            visitor.button("Look for another LEA").click();
            look(visitor, "another-lea");
            visitor.button("Continue").click();
            visitor.button("Continue").click();
            box(visitor, "role", "principal").check();
            look(visitor, "you");
            visitor.button("Continue").click();
            box(visitor, "identified", "da-2025").check();
            visitor.page().evaluate("document.querySelector('[name=identified][value=none]').checked = true");
            visitor.button("Continue").click();
            look(visitor, "two-that-exclude-each-other");
            box(visitor, "identified", "none").uncheck();
            visitor.button("Continue").click();
            look(visitor, "focus");
            visitor.button("Continue").click();
            look(visitor, "awareness");
            visitor.button("Continue").click();
            box(visitor, "kc-levels", "a").check();
            box(visitor, "kc-da", "c").check();
            look(visitor, "checks");
            visitor.button("Continue").click();
            look(visitor, "learned");
            visitor.button("Continue").click();
            visitor.page().locator("#_start").fill("1999-01-01");
            visitor.button("Make my roadmap").click();
            look(visitor, "review");
        }
    }

    private void look(Visitor visitor, String name) {
        visitor.page().waitForLoadState();
        Barriers.none(visitor);
        var page = visitor.page().content().replaceAll(" (novalidate|autofocus|checked|open)=\"\"", " $1");
        shown.add(EveryTemplateTest.withoutSpace(page));
        var file = Path.of("target/screenshots", "intake-" + name + ".png");
        visitor.page().screenshot(new ScreenshotOptions().setFullPage(true).setPath(file));
    }

    private static void skip(Visitor visitor, int pages) {
        for (int page = 0; page < pages; page++)
            visitor.button("Skip this page").click();
    }

    private static Locator box(Visitor visitor, String question, String value) {
        return visitor.page().locator("#intake input[name='" + question + "'][value='" + value + "']");
    }

    /** With the Tab key to the question, then with the arrows among radio buttons, which are one stop together. */
    private static void tick(Visitor visitor, String question, String value) {
        var wanted = box(visitor, question, value);
        if (wanted.getAttribute("type").equals("checkbox")) {
            visitor.tabTo(wanted);
            visitor.page().keyboard().press("Space");
        } else {
            var group = visitor.page().locator("#intake input[name='" + question + "']");
            var entry = group.and(visitor.page().locator(":checked")).count() == 0
                    ? group.first()
                    : group.and(visitor.page().locator(":checked"));
            visitor.tabTo(entry);
            visitor.page().keyboard().press("Space");
            for (int i = 0; !wanted.isChecked() && i < 20; i++)
                visitor.page().keyboard().press("ArrowDown");
        }
        assertThat(wanted).isChecked();
    }

    /** Each page but the one that a search leads to has another title than the page before it. */
    private static void press(Visitor visitor, String button) {
        var before = visitor.page().title();
        visitor.tabTo(visitor.button(button));
        visitor.page().keyboard().press("Enter");
        next(visitor, before);
    }

    private static void next(Visitor visitor, String before) {
        assertThat(visitor.page()).not().hasTitle(before);
        visitor.page().waitForLoadState();
        passHeader(visitor);
    }

    /** By the first link of the page, as people do who use the keyboard; some pages take the focus themselves. */
    private static void passHeader(Visitor visitor) {
        if (!(boolean) visitor.page().evaluate("document.activeElement === document.body")) return;
        visitor.page().keyboard().press("Tab");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().locator("main")).isFocused();
    }
}
