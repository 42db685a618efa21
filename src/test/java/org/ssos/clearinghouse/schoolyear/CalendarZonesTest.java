package org.ssos.clearinghouse.schoolyear;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, because it changes the time zone of the program. */
@Isolated
class CalendarZonesTest {
    /** The library that writes keeps days as moments of the program's own zone. */
    @Test
    void the_same_days_are_written_wherever_the_program_runs() {
        // Days on which clocks change; in Brazil this one had no midnight.
        var file = new CalendarFile(
                "Days",
                URI.create("https://example.org/"),
                List.of(day("2026-11-01"), day("2027-03-14"), day("2018-11-04")));
        var here = TimeZone.getDefault();
        try {
            var written = Stream.of(
                            "UTC",
                            "America/Los_Angeles",
                            "America/Sao_Paulo",
                            "Pacific/Kiritimati",
                            "Pacific/Pago_Pago")
                    .map(zone -> {
                        TimeZone.setDefault(TimeZone.getTimeZone(zone));
                        return new String(file.bytes(Instant.EPOCH), UTF_8);
                    })
                    .distinct()
                    .toList();

            assertThat(written).hasSize(1);
            assertThat(written.getFirst())
                    .contains(
                            "DTSTART;VALUE=DATE:20261101",
                            "DTSTART;VALUE=DATE:20270314",
                            "DTSTART;VALUE=DATE:20181104");
        } finally {
            TimeZone.setDefault(here);
        }
    }

    private static CalendarFile.Event day(String day) {
        return new CalendarFile.Event(day, LocalDate.parse(day), "A day", "", null, false, Instant.EPOCH, 0);
    }
}
