package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.RealSite;

/**
 * What somebody answers is nobody else's business: after a whole run through the intake none of it stands in an address, a
 * log line, a referrer, a cookie, a link or a figure of the site.
 */
@DrivesChromium
class PrivacyOfIntakeTest {
    /** Answers that nothing else in these pages happens to be called. */
    private static final Map<String, List<String>> ANSWERS = Map.of(
            "role", List.of("superintendent"),
            "tenure", List.of("under-30"),
            "identified", List.of("da-2025", "priority-list"),
            "federal", List.of("sigdis"),
            "lcap-status", List.of("not-approved"),
            "contacts-known", List.of("coe-da"));

    /** As labels have them, where somebody would log or link words and not ids. */
    private static final List<String> IN_WORDS =
            List.of("qqxylophone", "1964733", "los angeles unified", "less than 30 days", "significant disprop");

    private final List<String> links = new ArrayList<>();

    @Test
    void no_answer_stands_in_an_address_a_log_line_a_referrer_a_cookie_a_link_or_a_figure() throws IOException {
        try (var listening = new Eavesdropper(RealSite.url());
                var visitor = Visitor.at(Screen.WIDE_LIGHT, listening.url())) {
            walk(visitor);
            visitor.goTo("/levels");

            var figures = RealSite.get("/metrics").body().toLowerCase(Locale.ROOT);
            assertThat(figures).contains("route=\"/new-leaders/intake\"");
            var secrets = new ArrayList<>(IN_WORDS);
            ANSWERS.values().forEach(secrets::addAll);
            assertThat(listening.requests()).hasSizeGreaterThan(10);
            assertThat(listening.requests())
                    .filteredOn(request -> request.startsWith("POST /new-leaders/intake\n"))
                    .as("the answers went through here")
                    .hasSizeGreaterThan(8);
            for (var secret : secrets) {
                assertThat(listening.requests()).as(secret).noneMatch(holds(secret));
                assertThat(listening.logged()).as(secret).noneMatch(holds(secret));
                assertThat(links).as(secret).noneMatch(holds(secret));
                assertThat(figures).as(secret).doesNotContain(secret);
            }
            assertThat(listening.requests())
                    .filteredOn(request -> request.contains("new-leaders/intake"))
                    .noneMatch(request -> request.toLowerCase(Locale.ROOT).contains("referer="));
            assertThat(visitor.page().context().cookies()).isEmpty();
            assertThat(links).noneMatch(link -> link.startsWith("/pathways/") && link.contains("?"));
        }
    }

    private void walk(Visitor visitor) {
        visitor.goTo("/new-leaders/intake");
        visitor.page().locator("#_typed").fill("Qqxylophone Academy");
        press(visitor, "Find");
        assertThat(visitor.page().locator("main")).containsText("No LEA was found");
        visitor.page().locator("#_typed").fill("1964733");
        press(visitor, "Find");
        assertThat(visitor.page().locator("#found")).isVisible();
        while (!visitor.page().title().contains("Check your answers")) {
            tickWhatIsAskedHere(visitor);
            goOn(visitor, "Continue");
        }
        visitor.page().locator("dd button[value='to.role']").click();
        assertThat(visitor.page().locator("#role")).isVisible();
        goOn(visitor, "Continue to your answers");
        visitor.page().locator("#_start").fill("1999-01-01");
        goOn(visitor, "Make my roadmap");
        visitor.page().locator("#_start").fill("2026-11-02");
        visitor.page().locator("[name=_count]").check();
        goOn(visitor, "Make my roadmap");
        assertThat(visitor.heading()).hasText("Your roadmap");
        assertThat(visitor.page()).hasURL("/new-leaders/intake");
    }

    private static void tickWhatIsAskedHere(Visitor visitor) {
        ANSWERS.forEach((question, values) -> values.forEach(value -> {
            var box =
                    visitor.page().locator("input[name='" + question + "'][value='" + value + "']:not([type=hidden])");
            if (box.count() > 0) box.check();
        }));
    }

    /** Each page has another title than the one before it. */
    private void goOn(Visitor visitor, String button) {
        var before = visitor.page().title();
        press(visitor, button);
        assertThat(visitor.page()).not().hasTitle(before);
    }

    private void press(Visitor visitor, String button) {
        visitor.list("[...document.querySelectorAll('a[href], form[action], link[href]')]"
                        + ".map(one => one.getAttribute('href') || one.getAttribute('action'))")
                .forEach(link -> links.add(String.valueOf(link)));
        visitor.button(button).click();
    }

    private static Predicate<String> holds(String secret) {
        return text -> text.toLowerCase(Locale.ROOT).contains(secret);
    }
}
