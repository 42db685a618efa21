package org.ssos.clearinghouse.schoolyear;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Transparency;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Site;

/**
 * Days for a calendar, as text of RFC 5545. Each is a whole day, written as a date without a time: a deadline is a day on
 * the wall calendar, and a date is the same day in every time zone and on both sides of a change of clocks. A second import
 * changes the days of the first, because each keeps its UID.
 *
 * @param name what the calendar is called
 * @param publisher the address of the site; a published calendar has to name who publishes it (RFC 5546, 3.2.1)
 */
public record CalendarFile(String name, URI publisher, List<Event> events) {
    public static final String CONTENT_TYPE = "text/calendar; charset=utf-8";

    private static final String PRODUCT = "-//SSOS Clearinghouse//Dates//EN";
    private static final int LONGEST_LINE = 75;

    /** Nine in the morning, a week ahead; counted back from the midnight at which the day begins. */
    private static final Duration A_WEEK_AHEAD =
            Duration.builder().prior(true).days(6).hours(15).build();

    /**
     * A day.
     *
     * @param uid never changes and is used for nothing else, in no other calendar either
     * @param alarm whether calendars should remind of it
     * @param sequence grows whenever the day or the text changes
     */
    public record Event(
            String uid,
            LocalDate day,
            String title,
            String description,
            @Nullable URI url,
            boolean alarm,
            Instant lastModified,
            int sequence) {
        public Event {
            title = inOneLine(title);
            description = printable(description);
        }
    }

    public CalendarFile {
        name = inOneLine(name);
        events = List.copyOf(events);
    }

    /** @param made the moment at which the file is made */
    public byte[] bytes(Instant made) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(Method.publish());
        calendar.setExperimentalProperty("X-WR-CALNAME", name.replaceAll("([\\\\,;])", "\\\\$1"));
        events.forEach(event -> calendar.addEvent(written(event, made)));
        return written(calendar)
                .lines()
                .map(CalendarFile::folded)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private VEvent written(Event event, Instant made) {
        var written = new VEvent();
        written.setUid(event.uid());
        written.setDateTimeStamp(Date.from(made));
        written.setLastModified(Date.from(event.lastModified()));
        written.setSequence(event.sequence());
        written.setOrganizer(organizer());
        written.setDateStart(new DateStart(wholeDay(event.day())));
        // The end is the first day after it.
        written.setDateEnd(new DateEnd(wholeDay(event.day().plusDays(1))));
        written.setSummary(event.title());
        written.setDescription(event.description());
        if (event.url() != null) written.setUrl(event.url().toASCIIString());
        // A deadline keeps nobody from meeting on that day.
        written.setTransparency(Transparency.transparent());
        if (event.alarm()) written.addAlarm(VAlarm.display(new Trigger(A_WEEK_AHEAD, Related.START), event.title()));
        return written;
    }

    private Organizer organizer() {
        var organizer = new Organizer(Site.NAME, null);
        organizer.setUri(publisher.toASCIIString());
        return organizer;
    }

    private static ICalDate wholeDay(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }

    private static String written(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            // It counts letters, and could tear one apart; the standard counts bytes.
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException noFileIsWritten) {
            throw new UncheckedIOException(noFileIsWritten);
        }
        return text.toString();
    }

    /** The line in pieces of at most 75 bytes, each but the first after a blank. */
    private static String folded(String line) {
        var folded = new StringBuilder();
        int length = 0;
        for (int letter : line.codePoints().toArray()) {
            int bytes = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (length + bytes > LONGEST_LINE) {
                folded.append("\r\n ");
                length = 1;
            }
            folded.appendCodePoint(letter);
            length += bytes;
        }
        return folded.append("\r\n").toString();
    }

    private static String inOneLine(String text) {
        return printable(text).replaceAll("\\s+", " ").strip();
    }

    /** Calendars take no control characters but the end of a line. */
    private static String printable(String text) {
        return text.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cntrl}\\u2028\\u2029\\x85&&[^\\n]]", " ");
    }
}
