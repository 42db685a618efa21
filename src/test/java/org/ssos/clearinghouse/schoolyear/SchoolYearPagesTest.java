package org.ssos.clearinghouse.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.TreeSet;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.lea.Roster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running site on November 21, 2026. */
class SchoolYearPagesTest {
    @ParameterizedTest
    @EnumSource(LeaKind.class)
    void the_page_shows_this_and_the_next_year_with_rule_law_validity_and_doubt(LeaKind kind) {
        var page = page("/school-year?lea_type=" + kind.id());

        assertThat(page.select("h2").eachText())
                .anyMatch(head -> head.startsWith("2026–27"))
                .anyMatch(head -> head.startsWith("2027–28"));
        assertThat(page.select("option[selected]").eachText()).containsExactly(kind.label());
        assertThat(page.select("#midyear-report").text())
                .contains("By February 28 each year", "Set by law", "In force", "Text of June 29, 2024");
        assertThat(page.select("#midyear-report a").eachAttr("href")).anyMatch(link -> link.startsWith("/law/"));
        assertThat(page.select("#dashboard-release").text())
                .contains("Since 2026–27", "Earlier rule.", "Only in 2025–26", "By November 15 each year");
        assertThat(page.select("#three-year-plan").text()).contains("Our reading; confirm it", "Open:");
        assertThat(page.select("tr th a").eachAttr("href"))
                .allSatisfy(link -> assertThat(page.select("dl [id=" + link.substring(1) + "]"))
                        .hasSize(1));
    }

    @Test
    void each_kind_sees_what_holds_for_it() {
        assertThat(page("/school-year?lea_type=charter").text())
                .contains("Charter school safety plan reviewed")
                .doesNotContain("Decision on the LCAP");
        assertThat(page("/school-year?lea_type=one-district-county")
                        .select("#lcap-approval")
                        .text())
                .contains("State Superintendent", "EC 52070(d), (e)");
    }

    @Test
    void who_chose_an_lea_sees_the_dates_of_its_kind() {
        var charter =
                RealContent.catalog().part(Roster.PART).find("01100170112607").orElseThrow();
        var page = Jsoup.parse(
                RealSite.get("/school-year", "Cookie", "lea=" + charter.cds()).body());

        assertThat(page.select("option[selected]").text()).isEqualTo("Charter school");
    }

    @ParameterizedTest
    @CsvSource({
        "01100170112607, CHARTER",
        "1910199, COE",
        "1964733, DISTRICT",
        // San Francisco and Alpine have one district each.
        "3868478, ONE_DISTRICT_COUNTY",
        "0261333, ONE_DISTRICT_COUNTY"
    })
    void the_kind_of_an_lea_follows_from_the_roster(String cds, LeaKind kind) {
        var catalog = RealContent.catalog();

        assertThat(LeaKind.of(catalog.part(Roster.PART).find(cds).orElseThrow(), catalog))
                .isEqualTo(kind);
    }

    @Test
    void a_kind_that_is_none_is_named_on_the_page_and_refused_as_data() {
        assertThat(page("/school-year?lea_type=%3Cb%3E").text()).contains("There is no kind of agency “<b>”.");
        for (var twin : List.of("/school-year.json", "/school-year.ics")) {
            var answer = RealSite.get(twin + "?lea_type=unknown");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("one-district-county");
        }
    }

    @Test
    void the_data_hold_what_the_page_shows() {
        var data = json("/school-year.json?lea_type=coe");

        assertThat(data.path("lea_type").asString()).isEqualTo("coe");
        assertThat(data.path("school_years")
                        .valueStream()
                        .map(year -> year.path("school_year").asString()))
                .containsExactly("2026–27", "2027–28");
        var approval = data.path("school_years")
                .get(0)
                .path("dates")
                .valueStream()
                .filter(date -> date.path("id").asString().equals("lcap-approval"))
                .findFirst()
                .orElseThrow();
        assertThat(approval.path("when").path("by").asString()).isEqualTo("2026-10-08");
        assertThat(approval.path("who").asString()).isEqualTo("State Superintendent");
        assertThat(approval.path("law").get(0).path("citation").asString()).isEqualTo("EC 52070.5(d)");
        assertThat(approval.path("text_as_of").asString()).isEqualTo("2023-07-10");
        assertThat(approval.path("certain").asString()).isEqualTo("statute");
    }

    @ParameterizedTest
    @EnumSource(LeaKind.class)
    void the_calendar_holds_each_day_once_and_is_read_by_another_library_without_a_warning(LeaKind kind)
            throws Exception {
        var answer = RealSite.get("/school-year.ics?lea_type=" + kind.id(), BodyHandlers.ofByteArray());
        var calendar = new CalendarBuilder().build(new ByteArrayInputStream(answer.body()));
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        var days = new TreeSet<String>();
        for (var year : json("/school-year.json?lea_type=" + kind.id()).path("school_years")) {
            for (var date : year.path("dates")) {
                var when = date.path("when");
                if (when.has("by") || when.has("on"))
                    days.add(when.path(when.has("by") ? "by" : "on").asString().replace("-", "") + " "
                            + date.path("title").asString());
            }
        }

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        assertThat(events).extracting(event -> value(event, Property.UID)).doesNotHaveDuplicates();
        assertThat(events.stream().map(event -> value(event, Property.DTSTART) + " " + value(event, Property.SUMMARY)))
                .containsExactlyInAnyOrderElementsOf(days);
        assertThat(events).allSatisfy(event -> {
            assertThat(value(event, Property.DESCRIPTION)).contains("Who: ", "Rule: ");
            assertThat(value(event, Property.URL))
                    .startsWith(RealSite.url() + "/school-year?lea_type=" + kind.id() + "#");
        });
    }

    @Test
    void search_and_the_pages_of_the_law_lead_to_the_dates() {
        assertThat(RealSite.get("/search?q=midyear+report+on+the+lcap").body()).contains("#midyear-report");
        assertThat(RealSite.get("/search?q=school+year+calendar").body()).contains("href=\"/school-year\"");
        assertThat(page("/law/47606.3").select("a[href=/school-year?lea_type=charter#charter-safety-plan]"))
                .isNotEmpty();
        assertThat(RealSite.get("/sitemap.xml").body()).contains("/school-year<");
    }

    private static Document page(String path) {
        return Jsoup.parse(RealSite.get(path).body());
    }

    private static JsonNode json(String path) {
        return JsonMapper.shared().readTree(RealSite.get(path).body());
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElseThrow();
    }
}
