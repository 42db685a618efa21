package org.ssos.clearinghouse.roadmap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.account.Browser;

/** A kept roadmap for the calendar and for paper, as the browser gets it. */
class TakeAlongTest {
    private static final String NOTE = "Ask about the tunnel";
    private static final String STEP = "r01";

    private final Browser browser = new Browser(RealSite.url());

    @Test
    void the_calendar_is_read_back_by_another_library_without_a_warning() throws Exception {
        var calendar = calendar(saved() + ".ics");

        assertThat(calendar.validate().getEntries()).isEmpty();
        assertThat(events(calendar)).hasSizeGreaterThan(20).allSatisfy(event -> {
            assertThat(event.getProperty(Property.DTSTART).orElseThrow().toString())
                    .contains("VALUE=DATE:");
            assertThat(value(event, Property.UID)).endsWith("@ssos-clearinghouse");
        });
        assertThat(events(calendar))
                .extracting(event -> value(event, Property.UID))
                .doesNotHaveDuplicates();
        assertThat(days(calendar)).containsEntry("Find out your current status", "20261128");
    }

    @Test
    void a_second_import_updates_and_neither_shows_the_key() throws Exception {
        var path = saved();
        var before = events(calendar(path + ".ics"));
        var token = path.substring("/roadmaps/".length());
        send(path, STEP, "later-" + STEP, "2026-12-24");
        var after = calendar(path + ".ics");

        assertThat(events(after))
                .extracting(event -> value(event, Property.UID))
                .containsExactlyElementsOf(
                        before.stream().map(event -> value(event, Property.UID)).toList());
        assertThat(days(after)).containsEntry("Find out your current status", "20261224");
        assertThat(Integer.parseInt(value(events(after).getFirst(), Property.SEQUENCE)))
                .isGreaterThan(Integer.parseInt(value(before.getFirst(), Property.SEQUENCE)));
        assertThat(browser.get(path + ".ics").body()).doesNotContain(token).doesNotContain(token.substring(0, 8));
    }

    @Test
    void what_is_done_is_left_out_and_notes_come_only_when_they_are_asked_for() throws Exception {
        var path = saved();
        send(path, STEP, "note-" + STEP, NOTE, "own-title-new", "Meet the board chair", "own-due-new", "2026-12-01");
        assertThat(text(path + ".ics")).doesNotContain(NOTE).contains("Meet the board chair");
        assertThat(text(path + ".ics?notes=yes")).contains(NOTE);
        send(path, STEP, "done", STEP);
        assertThat(days(calendar(path + ".ics")))
                .doesNotContainKey("Find out your current status")
                .isNotEmpty();
    }

    @Test
    void paper_shows_contacts_notes_and_boxes_and_nobody_else_keeps_a_copy() {
        var path = saved();
        send(path, STEP, "note-" + STEP, "<b>" + NOTE + "</b>");
        for (var paper : List.of("letter", "a4")) {
            var printed = browser.get(path + "/print?paper=" + paper);
            assertThat(printed.body())
                    .contains(
                            "<body class=\"" + paper + "\">",
                            "Who to call",
                            "Solano County Office of Education",
                            "tel:+1")
                    .contains("&lt;b&gt;" + NOTE, "class=\"tickbox\"", "First week", "Every year");
            assertThat(printed.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(printed.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        }
        var sheet = browser.get(path + "/who-to-call?paper=a4");
        assertThat(sheet.body()).contains("Who to call: Travis Unified").doesNotContain(NOTE);
        assertThat(browser.get(path + ".ics").headers().firstValue("Cache-Control"))
                .contains("no-store");
        assertThat(browser.get(path + "/print?paper=napkin").body()).contains("<body class=\"letter\">");
    }

    @Test
    void who_has_no_key_gets_the_one_answer_that_says_nothing() {
        var none = browser.get("/roadmaps/" + "x".repeat(43));
        for (var way : List.of(".ics", "/print", "/who-to-call", "/take-along")) {
            var answer = browser.get("/roadmaps/" + "x".repeat(43) + way);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(none.body());
        }
    }

    @Test
    void a_site_without_mail_offers_none() {
        var path = saved();
        assertThat(browser.get(path + "/take-along").body()).doesNotContain("e-mail");
        assertThat(browser.post(path + "/mail", "email", "ana@example.org").statusCode())
                .isEqualTo(404);
    }

    private String saved() {
        var answer = browser.post(
                "/roadmaps",
                "lea",
                "4870565",
                "lea-type",
                "district",
                "county",
                "solano",
                "role",
                "superintendent",
                "tenure",
                "under-30",
                "identified",
                "da-2025",
                "_start",
                "2026-11-21");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Sends what the page of the roadmap says of one step, with changes. */
    private void send(String path, String step, String... fields) {
        var was = Jsoup.parse(browser.get(path).body()).select("input[name=was-" + step + "]");
        var all = new ArrayList<String>();
        all.addAll(List.of("was-" + step, was.attr("value")));
        all.addAll(List.of(fields));
        var answer = browser.post(path, all.toArray(String[]::new));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private Calendar calendar(String path) throws Exception {
        return new CalendarBuilder()
                .build(new ByteArrayInputStream(browser.get(path).body().getBytes(UTF_8)));
    }

    /** Without the breaks that the standard asks for. */
    private String text(String path) {
        return browser.get(path).body().replace("\r\n ", "");
    }

    private static List<VEvent> events(Calendar calendar) {
        return calendar.getComponents(Component.VEVENT);
    }

    private static Map<String, String> days(Calendar calendar) {
        var days = new TreeMap<String, String>();
        events(calendar).forEach(event -> days.put(value(event, Property.SUMMARY), value(event, Property.DTSTART)));
        return days;
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }
}
