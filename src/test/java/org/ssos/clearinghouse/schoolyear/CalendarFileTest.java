package org.ssos.clearinghouse.schoolyear;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationEntry;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.RealContent;

/** What one library writes, another one reads back. */
class CalendarFileTest {
    private static final Instant MADE = Instant.parse("2026-11-22T08:00:00Z");
    private static final URI SITE = URI.create("https://example.org/");
    private static final Instant CHANGED = Instant.parse("2026-11-20T17:30:00Z");

    @Test
    void what_is_written_is_read_back_by_another_library_without_a_warning() throws Exception {
        var calendar = read(new CalendarFile(
                        "School year; one, two \\ three",
                        SITE,
                        List.of(event("one", "2027-02-28"), event("two", "2028-02-29"), event("three", "2026-11-01")))
                .bytes(MADE));

        assertThat(warnings(calendar)).isEmpty();
        assertThat(value(calendar, Property.METHOD)).isEqualTo("PUBLISH");
        assertThat(value(calendar, Property.VERSION)).isEqualTo("2.0");
        assertThat(value(events(calendar).getFirst(), Property.ORGANIZER)).isEqualTo("https://example.org/");
        assertThat(value(calendar, "X-WR-CALNAME")).isEqualTo("School year; one, two \\ three");
        assertThat(events(calendar)).hasSize(3);
    }

    @Test
    void the_dates_of_five_school_years_are_read_back_without_a_warning() throws Exception {
        var dates = RealContent.catalog().part(SchoolYearDates.PART);
        for (var kind : LeaKind.values()) {
            var days = new TreeMap<String, LocalDate>();
            for (int start = 2026; start < 2031; start++) {
                for (var duty : dates.in(new SchoolYear(start), kind)) {
                    var uid = duty.id() + "." + start + "@test";
                    duty.when().onDay().ifPresent(day -> days.put(uid, day));
                }
            }
            var file = new CalendarFile(
                    kind.label(),
                    SITE,
                    days.entrySet().stream()
                            .map(day -> event(day.getKey(), day.getValue().toString()))
                            .toList());
            var calendar = read(file.bytes(MADE));

            assertThat(warnings(calendar)).isEmpty();
            var readDays = new TreeMap<String, Object>();
            for (var event : events(calendar)) readDays.put(value(event, Property.UID), start(event));
            assertThat(readDays).isEqualTo(days);
        }
    }

    @Test
    void each_is_a_whole_day_that_ends_before_the_next_and_belongs_to_no_time_zone() throws Exception {
        var bytes = new CalendarFile("Days", SITE, List.of(event("leap", "2028-02-28"), event("year", "2026-12-31")))
                .bytes(MADE);

        assertThat(new String(bytes, UTF_8))
                .contains("DTSTART;VALUE=DATE:20280228\r\n", "DTEND;VALUE=DATE:20280229\r\n")
                .contains("DTSTART;VALUE=DATE:20261231\r\n", "DTEND;VALUE=DATE:20270101\r\n")
                .contains("TRANSP:TRANSPARENT\r\n")
                .doesNotContain("TZID", "VTIMEZONE");
        assertThat(events(read(bytes))).extracting(CalendarFileTest::start).hasOnlyElementsOfType(LocalDate.class);
    }

    @Test
    void lines_end_and_fold_as_the_standard_says_and_no_letter_is_torn() throws Exception {
        var title = "Schüler, Familien; “alle” \\ 中文 😀" + "😀".repeat(60);
        var text = "First line, with commas; semicolons \\ and – dashes\n" + "é".repeat(200) + "\r\nlast\u0007 line";
        var bytes = new CalendarFile("x", SITE, List.of(event("one", "2026-11-01", title, text))).bytes(MADE);
        var written = new String(bytes, UTF_8);

        assertThat(written.getBytes(UTF_8)).isEqualTo(bytes);
        assertThat(written).endsWith("END:VCALENDAR\r\n").doesNotContain("\uFFFD");
        assertThat(written.replace("\r\n", "")).doesNotContain("\n", "\r", "\u0007");
        assertThat(Arrays.stream(written.split("\r\n")))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        var event = events(read(bytes)).getFirst();
        assertThat(value(event, Property.SUMMARY)).isEqualTo(title);
        assertThat(value(event, Property.DESCRIPTION))
                .isEqualTo("First line, with commas; semicolons \\ and – dashes\n" + "é".repeat(200) + "\nlast  line");
    }

    @Test
    void a_second_import_changes_the_days_of_the_first() throws Exception {
        var first = new CalendarFile("x", SITE, List.of(event("one", "2026-10-08"), event("two", "2026-10-15")));
        var moved = new CalendarFile.Event(
                "one", LocalDate.parse("2026-10-09"), "One", "", null, false, CHANGED.plusSeconds(60), 4);
        var second = new CalendarFile("x", SITE, List.of(moved, event("two", "2026-10-15")));

        var imported = imported(imported(Map.of(), first), second);

        assertThat(imported).hasSize(2);
        assertThat(start(of(imported, "one"))).isEqualTo(LocalDate.parse("2026-10-09"));
        assertThat(value(of(imported, "one"), Property.SEQUENCE)).isEqualTo("4");
        assertThat(value(of(imported, "one"), Property.LAST_MODIFIED)).isEqualTo("20261120T173100Z");
        assertThat(value(of(imported, "two"), Property.SEQUENCE)).isEqualTo("3");
        assertThat(value(of(imported, "two"), Property.DTSTAMP)).isEqualTo("20261122T080000Z");
    }

    @Test
    void an_alarm_rings_in_the_morning_a_week_ahead_where_it_is_wanted() {
        var quiet = new CalendarFile("x", SITE, List.of(event("one", "2026-10-08"))).bytes(MADE);
        var loud = new CalendarFile(
                        "x",
                        SITE,
                        List.of(new CalendarFile.Event(
                                "one",
                                LocalDate.parse("2026-10-08"),
                                "One",
                                "",
                                URI.create("https://example.org/a?b=c#d"),
                                true,
                                CHANGED,
                                0)))
                .bytes(MADE);

        assertThat(new String(quiet, UTF_8)).doesNotContain("VALARM", "URL:");
        assertThat(new String(loud, UTF_8))
                .contains(
                        "ACTION:DISPLAY\r\n",
                        "TRIGGER;RELATED=START:-P6DT15H\r\n",
                        "URL:https://example.org/a?b=c#d\r\n");
    }

    /** Keeps of each UID the newest, as calendars do. */
    private static Map<String, VEvent> imported(Map<String, VEvent> calendar, CalendarFile file) throws Exception {
        var after = new TreeMap<>(calendar);
        for (var event : events(read(file.bytes(MADE)))) {
            after.merge(value(event, Property.UID), event, (old, now) -> sequence(now) >= sequence(old) ? now : old);
        }
        return after;
    }

    private static VEvent of(Map<String, VEvent> calendar, String uid) {
        return Objects.requireNonNull(calendar.get(uid));
    }

    private static int sequence(VEvent event) {
        return Integer.parseInt(value(event, Property.SEQUENCE));
    }

    private static CalendarFile.Event event(String uid, String day) {
        return event(uid, day, "Title of " + uid, "A description, with a comma; and more.");
    }

    private static CalendarFile.Event event(String uid, String day, String title, String description) {
        return new CalendarFile.Event(
                uid, LocalDate.parse(day), title, description, null, uid.startsWith("t"), CHANGED, 3);
    }

    private static Calendar read(byte[] bytes) throws IOException, ParserException {
        return new CalendarBuilder().build(new ByteArrayInputStream(bytes));
    }

    private static List<ValidationEntry> warnings(Calendar calendar) {
        return List.copyOf(calendar.validate(true).getEntries());
    }

    private static List<VEvent> events(Calendar calendar) {
        return calendar.getComponents(Component.VEVENT);
    }

    private static Temporal start(VEvent event) {
        return Objects.requireNonNull(event.getDateTimeStart()).getDate();
    }

    private static String value(net.fortuna.ical4j.model.PropertyContainer of, String name) {
        return of.getProperty(name).map(Property::getValue).orElseThrow();
    }
}
