package org.ssos.clearinghouse.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.web.Section;

/** What new leaders read before they answer anything. */
class NewLeadersPagesTest {
    @Test
    void each_page_leads_there_and_the_page_to_the_intake_and_the_samples() {
        assertThat(EnumSet.allOf(Section.class)).contains(Section.NEW_LEADERS);
        assertThat(page("/").select("main a[href=/new-leaders]")).isNotEmpty();
        var page = page("/new-leaders");
        assertThat(page.select("main a[href=/new-leaders/intake]")).isNotEmpty();
        assertThat(page.select("main a[href^=/new-leaders/samples/]")).hasSize(Sample.values().length);
        assertThat(RealSite.get("/sitemap.xml").body()).contains("/new-leaders</loc>", "/new-leaders/steps</loc>");
    }

    @Test
    void every_step_says_who_gets_it_and_its_law() {
        var page = page("/new-leaders/steps");
        for (var step : RealContent.catalog().part(Steps.PART).all()) {
            var line = one(page, "#" + step.id());
            assertThat(line.text()).contains(step.title(), "Who gets it: ");
            if (step.rule().forWhom().isEmpty() && step.rule().when().isEmpty()) {
                assertThat(line.text()).contains("Who gets it: Everybody.");
            }
        }
        assertThat(one(page, "#r03").text())
                .contains("your role: “Superintendent or chief executive”", "contacts you can name: not “Our county");
        assertThat(one(page, "#r02").text()).contains("the check “Who can use universal support”");
        // Where the law names a step, this is where it leads.
        assertThat(page("/law/52064.5").select("a[href=/new-leaders/steps#r01]"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Sample.class)
    void a_sample_is_the_plan_of_somebody_who_is_plainly_made_up(Sample sample) {
        var answers = sample.answers(RealContent.catalog());
        assertThat(answers.values())
                .as("answers that the questions still offer")
                .hasSize(sample.intended());
        assertThat(answers.one(Answers.LEA)).isEmpty();

        var page = page(sample.path());
        assertThat(page.select("h1 .tag-sample").text()).isEqualTo("Sample");
        assertThat(page.text()).contains("This leader is made up");
        assertThat(page.select(".tasks > li")).hasSizeBetween(15, 49);
        assertThat(one(page, ".tasks > li").text())
                .contains("What to do", "Whom to call", "Learn", "Why you see it", "our estimate");
        assertThat(one(page, "section:has(#yearly)").text()).contains("The date", "EC 52064(h)", "Set by law");
        assertThat(page.select("main form")).isEmpty();
    }

    @Test
    void a_sample_that_never_was_is_not_found() {
        assertThat(RealSite.get("/new-leaders/samples/king").statusCode()).isEqualTo(404);
    }

    private static Element one(Document page, String selector) {
        var found = page.select(selector);
        assertThat(found).as(selector).isNotEmpty();
        return found.getFirst();
    }

    private static Document page(String path) {
        var answer = RealSite.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
