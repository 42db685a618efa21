package org.ssos.clearinghouse.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.browse.law.RestsOn;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.roadmap.Steps;

/** The training pages as they are served. */
class TrainingTest {
    private static final Trainings TRAININGS = RealContent.catalog().part(Trainings.PART);
    private static final Pattern CONTROL = Pattern.compile("<(?:textarea|input type=\"checkbox\")[^>]*>");

    @Test
    void every_step_of_the_roadmap_has_something_to_learn_from() {
        assertThat(RealContent.catalog().part(Steps.PART).all())
                .allMatch(step -> !TRAININGS.forStep(step.id()).isEmpty());
        assertThat(TRAININGS.forStep("r99")).isEmpty();
    }

    @Test
    void pages_stand_in_the_order_of_the_roadmap_and_after_it_those_for_who_accompanies_others() {
        assertThat(TRAININGS.all()).extracting(Training::place).isSorted();
        assertThat(TRAININGS.of(Track.FIRST_WEEK))
                .extracting(Training::order)
                .isSorted()
                .contains(1);
        assertThat(TRAININGS.of(Track.FACILITATORS)).isNotEmpty();
        assertThat(TRAININGS.of(Track.PROVIDERS)).hasSizeGreaterThanOrEqualTo(3);
        var list = RealSite.get("/training").body();
        assertThat(TRAININGS.all()).allMatch(each -> list.contains("href=\"" + each.path() + "\""));
    }

    @Test
    void every_page_says_how_long_it_takes_and_holds_an_example_three_questions_and_its_sources() {
        for (var training : TRAININGS.all()) {
            var body = RealSite.get(training.path()).body();
            assertThat(text(body))
                    .as(training.path())
                    .contains(
                            training.form().label() + ", about " + training.minutes() + " minutes",
                            "Worked example",
                            "nobody is scored",
                            "A summary, not legal advice.",
                            training.compiled().words());
            assertThat(body.split("Show the answer", -1)).as(training.path()).hasSize(4);
            assertThat(training.steps()).allMatch(step -> text(body).contains(title(step)));
            assertThat(training.doubts().isEmpty()).isNotEqualTo(body.contains("<h2 id=\"doubts\">"));
        }
    }

    @Test
    void an_answer_is_closed_until_somebody_opens_it() {
        assertThat(TRAININGS.all())
                .allMatch(training -> !RealSite.get(training.path()).body().contains("<details class=\"mt-s\" open"));
    }

    @Test
    void what_is_filled_in_has_no_name_and_stands_in_no_form() {
        for (var training : TRAININGS.all()) {
            var answer = RealSite.get(training.sheetPath());
            assertThat(answer.statusCode()).as(training.path()).isEqualTo(training.hasSheet() ? 200 : 404);
            if (!training.hasSheet()) continue;
            var body = answer.body();
            var main = body.substring(body.indexOf("<main"), body.indexOf("</main>"));
            var controls =
                    CONTROL.matcher(main).results().map(match -> match.group()).toList();
            assertThat(main).as(training.path()).doesNotContain("<form");
            assertThat(controls)
                    .as(training.path())
                    .noneMatch(control -> control.contains(" name="))
                    .allMatch(control -> control.contains("autocomplete=\"off\""));
            assertThat(controls).as(training.path()).isNotEmpty();
            assertThat(main).contains("It is not sent and not saved.");
            assertThat(RealSite.get(training.path()).body()).contains("href=\"" + training.sheetPath() + "\"");
        }
    }

    @Test
    void a_section_of_law_leads_to_its_page_also_where_the_file_breaks_the_line_inside() {
        assertThat(RealSite.get("/training/check-your-status").body())
                .contains("<a href=\"/law/52071#h\">EC 52071(h)</a>", "<a href=\"/law/52071.5#d\">EC 52071.5(d)</a>");
    }

    @Test
    void the_page_of_a_section_names_the_training_that_rests_on_it() {
        assertThat(TrainingLaw.of(RealContent.catalog()))
                .extracting(RestsOn::kind)
                .containsOnly("Training");
        assertThat(RealSite.get("/law/52052").body()).contains("href=\"/training/reading-dashboard-colors\"");
    }

    @Test
    void a_page_is_found_by_its_name() {
        assertThat(RealSite.get("/api/v1/suggest?q=continuity+plan").body())
                .contains("\"kind\":\"training\"", "\"url\":\"/training/continuity-plan\"");
        assertThat(text(RealSite.get("/search?q=continuity+plan").body())).contains("Training");
        assertThat(RealSite.get("/sitemap.xml").body()).contains("/training/continuity-plan</loc>");
    }

    @Test
    void colors_are_said_in_words_and_drawn_with_bars() {
        var body = RealSite.get("/training/reading-dashboard-colors").body();
        for (var color : Map.of("red", 1, "orange", 2, "yellow", 3, "green", 4, "blue", 5)
                .entrySet()) {
            var drawn = Pattern.compile("<span class=\"hue hue-" + color.getKey() + "\">(.*?)</span>", Pattern.DOTALL)
                    .matcher(body);
            assertThat(drawn.find()).as(color.getKey()).isTrue();
            assertThat(drawn.group(1).split("class=\"on\"", -1)).hasSize(color.getValue() + 1);
            assertThat(text(drawn.group(1))).isEqualToIgnoringCase(color.getKey());
        }
    }

    @Test
    void a_page_that_never_was_is_not_found() {
        assertThat(RealSite.get("/training/no-such-page").statusCode()).isEqualTo(404);
    }

    private static String title(String step) {
        return RealContent.catalog().part(Steps.PART).find(step).orElseThrow().title();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
