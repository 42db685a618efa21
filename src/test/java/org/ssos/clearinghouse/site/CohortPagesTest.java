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
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.RealSite;

/** Cohorts in a browser: an office and its leaders by keyboard without script, and each page without a barrier. */
@DrivesChromium
class CohortPagesTest {
    private final List<String> shown = new ArrayList<>();

    @Test
    void a_leader_joins_and_leaves_by_keyboard_without_script() {
        try (var office = Visitor.withoutScript(Screen.WIDE_LIGHT);
                var leader = Visitor.withoutScript(Screen.PHONE_LIGHT)) {
            make(office, "Leaders of the coast");
            var link = office.page().locator("#join-link").inputValue();

            leader.goTo(path(link));
            assertThat(leader.heading()).hasText("Leaders of the coast");
            var roadmap = roadmap(leader);
            leader.goTo(roadmap);
            press(leader, leader.link("Join a cohort"));
            leader.tabTo(leader.page().locator("#link"));
            leader.page().keyboard().type(link);
            press(leader, leader.button("See whose it is"));
            assertThat(leader.page().locator("#asked")).hasText("Join “Leaders of the coast”?");
            press(leader, leader.button("Join and share my progress"));
            assertThat(leader.page().locator(".note-good")).containsText("You have joined.");

            leader.goTo(roadmap);
            assertThat(leader.page().locator("[aria-labelledby=cohorts]")).containsText("Leaders of the coast");
            press(leader, leader.page().locator("[aria-labelledby=cohorts] button"));
            assertThat(leader.page().locator(".note-good")).containsText("You have left.");

            press(office, office.button("End this cohort and delete it"));
            assertThat(office.page().locator(".note")).containsText("The cohort has ended.");
        }
    }

    @Test
    void every_page_is_without_a_barrier_in_light_and_dark() throws IOException {
        tour();
        try (var files = Files.walk(EveryTemplateTest.TEMPLATES)) {
            var templates = files.filter(EveryTemplateTest::isWholePage)
                    .filter(EveryTemplateTest::isOfCohorts)
                    .toList();
            assertThat(templates).hasSize(4);
            assertThat(templates)
                    .filteredOn(template -> !EveryTemplateTest.isAmong(template, shown))
                    .isEmpty();
        }
    }

    private void tour() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo("/cohorts");
            look(visitor);
            visitor.button("Make the cohort").click();
            look(visitor);
            make(visitor, "New leaders, fall 2026");
            look(visitor);
            var table = path(visitor.page().url());
            var link = visitor.page().locator("#join-link").inputValue();
            visitor.goTo(path(link));
            look(visitor);
            visitor.screenshot("cohort-join", path(link));
            for (int i = 0; i < 5; i++) {
                var roadmap = roadmap(visitor);
                if (i < 2) tick(visitor, roadmap);
                if (i > 0) {
                    join(visitor, roadmap, link);
                    continue;
                }
                visitor.goTo(roadmap + "/cohorts");
                look(visitor);
                visitor.page().locator("#link").fill(link);
                visitor.button("See whose it is").click();
                look(visitor);
                visitor.button("Join and share my progress").click();
                look(visitor);
                visitor.goTo(roadmap);
                look(visitor);
                visitor.screenshot("cohort-mine", roadmap + "/cohorts");
            }
            visitor.goTo(table);
            assertThat(visitor.page().locator(".shares").first()).containsText("2 of 5");
            look(visitor);
            visitor.screenshot("cohort-table", table);
        }
    }

    private void look(Visitor visitor) {
        visitor.page().waitForLoadState();
        shown.add(EveryTemplateTest.withoutSpace(visitor.page().content().replace("=\"\"", "")));
        Barriers.none(visitor);
    }

    private static void make(Visitor office, String name) {
        office.goTo("/cohorts");
        office.page().locator("#name").fill(name);
        office.page().locator("#office").fill("Sample County Office");
        press(office, office.button("Make the cohort"));
        assertThat(office.heading()).hasText(name);
    }

    /** Saves a roadmap as the page of an unsaved one does, and returns its path. */
    private static String roadmap(Visitor leader) {
        var answers = FormData.create()
                .set("lea-type", "district")
                .set("county", "alameda")
                .set("role", "superintendent")
                .set("tenure", "under-30")
                .set("_start", "2026-11-21");
        var saved = leader.page()
                .request()
                .post(
                        RealSite.url() + "/roadmaps",
                        RequestOptions.create().setForm(answers).setMaxRedirects(0));
        assertThat(saved.status()).isEqualTo(303);
        return Objects.requireNonNull(saved.headers().get("location"));
    }

    private static void join(Visitor leader, String roadmap, String link) {
        var sure = FormData.create().set("link", link).set("sure", "yes");
        var joined = leader.page()
                .request()
                .post(
                        RealSite.url() + roadmap + "/cohorts",
                        RequestOptions.create().setForm(sure).setMaxRedirects(0));
        assertThat(joined.status()).isEqualTo(303);
    }

    private static void tick(Visitor leader, String roadmap) {
        leader.goTo(roadmap);
        leader.page().locator("#done-r01").check();
        leader.button("Save my progress").first().click();
        leader.page().waitForLoadState();
    }

    private static void press(Visitor visitor, Locator place) {
        visitor.tabTo(place);
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForLoadState();
    }

    private static String path(String address) {
        return address.substring(RealSite.url().length());
    }
}
