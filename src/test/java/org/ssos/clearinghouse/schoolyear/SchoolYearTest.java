package org.ssos.clearinghouse.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchoolYearTest {
    @ParameterizedTest(name = "{0} lies in {1}")
    @CsvSource({
        "2026-06-30, 2025–26",
        "2026-07-01, 2026–27",
        "2026-12-31, 2026–27",
        "2027-01-01, 2026–27",
        "2028-02-29, 2027–28",
        "2099-07-01, 2099–00"
    })
    void a_school_year_runs_from_july_to_june(LocalDate day, String label) {
        assertThat(SchoolYear.of(day)).hasToString(label).isEqualTo(SchoolYear.parse(label));
    }

    @Test
    void it_knows_its_days_and_neighbors() {
        var year = SchoolYear.parse("2027-28");

        assertThat(year.first()).isEqualTo("2027-07-01");
        assertThat(year.last()).isEqualTo("2028-06-30");
        assertThat(year.next().previous()).isEqualTo(year);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-28", "2026-2027", "26-27", ""})
    void what_is_no_school_year_is_refused_in_words(String text) {
        assertThatThrownBy(() -> SchoolYear.parse(text)).hasMessageContaining("write '2026-27'");
    }

    @ParameterizedTest(name = "at {0} it is {1} in California")
    @CsvSource({
        // The night in which clocks go back: November 1, 2026.
        "2026-11-01T06:59:59Z, 2026-10-31",
        "2026-11-01T07:00:00Z, 2026-11-01",
        "2026-11-02T07:59:59Z, 2026-11-01",
        "2026-11-02T08:00:00Z, 2026-11-02",
        // The night in which they go forward: March 14, 2027.
        "2027-03-14T07:59:59Z, 2027-03-13",
        "2027-03-14T08:00:00Z, 2027-03-14",
        "2027-03-15T06:59:59Z, 2027-03-14",
        "2027-03-15T07:00:00Z, 2027-03-15",
        // A leap day.
        "2028-02-29T08:00:00Z, 2028-02-29",
        "2028-03-01T07:59:59Z, 2028-02-29"
    })
    void today_is_the_day_in_california_wherever_the_program_runs(Instant moment, LocalDate today) {
        for (var zone : new String[] {"UTC", "America/Los_Angeles", "Asia/Tokyo"}) {
            assertThat(SchoolYear.today(Clock.fixed(moment, ZoneId.of(zone)))).isEqualTo(today);
        }
    }
}
