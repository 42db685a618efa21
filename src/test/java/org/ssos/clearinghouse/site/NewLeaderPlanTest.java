package org.ssos.clearinghouse.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plan of a finished intake, from the page that shows it to paper and calendar. */
@DrivesChromium
class NewLeaderPlanTest {
    private static final String FINISH = """
            fields => {
              const form = document.createElement('form');
              form.method = 'post';
              form.action = '/new-leaders/intake';
              for (const [name, value] of fields) {
                const input = document.createElement('input');
                input.type = 'hidden'; input.name = name; input.value = value;
                form.append(input);
              }
              document.body.append(form);
              form.submit();
            }""";

    private static final List<List<String>> ANSWERS = List.of(
            List.of("_page", "review"),
            List.of("_go", "plan"),
            List.of("_start", "2026-11-21"),
            List.of("lea", "4870565"),
            List.of("lea-type", "district"),
            List.of("county", "solano"),
            List.of("role", "superintendent"),
            List.of("identified", "da-2025"),
            List.of("groups", "english-learner"),
            List.of("groups", "foster"));

    @Test
    void a_plan_is_kept_by_one_button_and_not_before() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            finish(visitor);
            assertThat(visitor.heading()).hasText("Your roadmap");
            assertThat(visitor.section("Not kept yet")).isVisible();
            // No answer stands in the address.
            assertThat(visitor.page()).hasURL(Pattern.compile("/new-leaders/intake$"));
            visitor.tabTo(visitor.button("Keep this roadmap"));
            visitor.page().keyboard().press("Enter");
            assertThat(visitor.page()).hasURL(Pattern.compile("/roadmaps/[\\w-]{22,}$"));
            assertThat(visitor.page().getByText("Superintendent or chief executive · Travis Unified"))
                    .isVisible();
        }
    }

    @Test
    void answers_can_be_changed_and_the_others_are_still_there() {
        try (var visitor = Visitor.at(Screen.PHONE_LIGHT)) {
            finish(visitor);
            visitor.button("Change my answers").click();
            assertThat(visitor.page()).hasURL(Pattern.compile("/new-leaders/intake$"));
            assertThat(visitor.page().getByText("Travis Unified").first()).isVisible();
            assertThat(visitor.page().locator("input[name=groups][value=foster]"))
                    .hasCount(1);
        }
    }

    @Test
    void no_page_on_the_way_has_a_barrier_or_is_wider_than_a_small_screen() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            finish(visitor);
            Barriers.none(visitor);
            visitor.button("Keep this roadmap").click();
            assertThat(visitor.page()).hasURL(Pattern.compile("/roadmaps/"));
            var path = visitor.page().url();
            for (var way : List.of("/take-along", "/print?paper=letter", "/who-to-call?paper=a4")) {
                visitor.page().navigate(path + way);
                Barriers.none(visitor);
            }
        }
    }

    @Test
    void the_ways_to_take_it_along_are_found_from_the_roadmap_without_script() {
        try (var visitor = Visitor.withoutScript(Screen.PHONE_LIGHT)) {
            var form = FormData.create();
            ANSWERS.forEach(answer -> form.append(answer.getFirst(), answer.getLast()));
            var answer = visitor.page()
                    .request()
                    .post("/roadmaps", RequestOptions.create().setForm(form).setMaxRedirects(0));
            visitor.goTo(Objects.requireNonNull(answer.headers().get("location")));
            visitor.link("Print, calendar and more").click();
            assertThat(visitor.heading()).hasText("Take it along");
            var file = visitor.page()
                    .waitForDownload(() -> visitor.button("Calendar file").click());
            assertThat(file.suggestedFilename()).isEqualTo("roadmap.ics");
            visitor.link("Letter paper").click();
            assertThat(visitor.heading()).hasText("Roadmap: Travis Unified");
            visitor.link("For A4 paper").click();
            assertThat(visitor.page().locator("body.a4")).hasCount(1);
            visitor.link("Back to the roadmap").click();
            assertThat(visitor.heading()).hasText("Your roadmap");
        }
    }

    private static void finish(Visitor visitor) {
        visitor.goTo("/new-leaders");
        visitor.page().evaluate(FINISH, ANSWERS);
        visitor.page().waitForURL("**/new-leaders/intake");
    }
}
