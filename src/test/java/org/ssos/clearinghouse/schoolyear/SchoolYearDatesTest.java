package org.ssos.clearinghouse.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssos.clearinghouse.schoolyear.LeaKind.CHARTER;
import static org.ssos.clearinghouse.schoolyear.LeaKind.COE;
import static org.ssos.clearinghouse.schoolyear.LeaKind.DISTRICT;
import static org.ssos.clearinghouse.schoolyear.LeaKind.ONE_DISTRICT_COUNTY;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ssos.clearinghouse.content.RealContent;

/** The dates of the real content. What is expected was written by hand, with a calendar beside it. */
class SchoolYearDatesTest {
    private static final SchoolYearDates DATES = RealContent.catalog().part(SchoolYearDates.PART);
    private static final int FIRST = 2026;

    /** Kinds: D district, O district in a one-district county, E county office, C charter school. */
    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # id                 | kinds | 2026–27    | 2027–28    | 2028–29    | 2029–30    | 2030–31
            lcap-adoption        | DOEC  | 2026-07-01 | 2027-07-01 | 2028-07-01 | 2029-07-01 | 2030-07-01
            three-year-plan      | DOEC  |            | 2027-07-01 |            |            | 2030-07-01
            local-indicators     | DOEC  | 2026-07-01 | 2027-07-01 | 2028-07-01 | 2029-07-01 | 2030-07-01
            county-summary       | E     | 2026-07-01 | 2027-07-01 | 2028-07-01 | 2029-07-01 | 2030-07-01
            county-summary       | DOC   |            |            |            |            |
            lcap-filing          | DOE   | 2026-07-06 | 2027-07-06 | 2028-07-06 | 2029-07-06 | 2030-07-06
            lcap-filing          | C     |            |            |            |            |
            state-criteria-2026  | DOEC  | 2026-07-15 |            |            |            |
            lcap-questions       | DOE   | 2026-08-15 | 2027-08-15 | 2028-08-15 | 2029-08-15 | 2030-08-15
            lcap-answer          | DOE   | 2026-08-30 | 2027-08-30 | 2028-08-30 | 2029-08-30 | 2030-08-30
            lcap-recommendations | DOE   | 2026-09-14 | 2027-09-14 | 2028-09-14 | 2029-09-14 | 2030-09-14
            lcap-consideration   | DOE   | 2026-09-29 | 2027-09-29 | 2028-09-29 | 2029-09-29 | 2030-09-29
            census-day           | DOEC  | 2026-10-07 | 2027-10-06 | 2028-10-04 | 2029-10-03 | 2030-10-02
            lcap-approval        | DOE   | 2026-10-08 | 2027-10-08 | 2028-10-08 | 2029-10-08 | 2030-10-08
            lcap-questions       | C     |            |            |            |            |
            lcap-answer          | C     |            |            |            |            |
            lcap-recommendations | C     |            |            |            |            |
            lcap-consideration   | C     |            |            |            |            |
            lcap-approval        | C     |            |            |            |            |
            dashboard-release    | DOEC  | 2026-10-15 | 2027-10-15 | 2028-10-15 | 2029-10-15 | 2030-10-15
            county-summaries     | DOEC  | 2026-11-01 | 2027-11-01 | 2028-11-01 | 2029-11-01 | 2030-11-01
            lcap-template        | DOEC  | 2027-01-31 | 2028-01-31 | 2029-01-31 | 2030-01-31 | 2031-01-31
            midyear-report       | DOEC  | 2027-02-28 | 2028-02-28 | 2029-02-28 | 2030-02-28 | 2031-02-28
            charter-safety-plan  | C     | 2027-03-01 | 2028-03-01 | 2029-03-01 | 2030-03-01 | 2031-03-01
            charter-safety-plan  | DOE   |            |            |            |            |
            state-criteria-2029  | DOEC  |            |            | 2029-05-15 |            |
            lcap-hearing         | DOE   | 2027-06-30 | 2028-06-30 | 2029-06-30 | 2030-06-30 | 2031-06-30
            lcap-hearing         | C     | 2026-07-01 | 2027-07-01 | 2028-07-01 | 2029-07-01 | 2030-07-01
            selpa-annual-plans   | DOE   | 2027-06-30 | 2028-06-30 | 2029-06-30 | 2030-06-30 | 2031-06-30
            selpa-annual-plans   | C     |            |            |            |            |
            """)
    void falls_on_the_day_that_the_law_names(
            String id, String kinds, String first, String second, String third, String fourth, String fifth) {
        var expected = Arrays.asList(first, second, third, fourth, fifth);
        for (var kind : kinds(kinds)) {
            for (int i = 0; i < expected.size(); i++) {
                var year = new SchoolYear(FIRST + i);
                assertThat(day(id, year, kind).map(LocalDate::toString))
                        .as("%s for %s in %s", id, kind, year)
                        .isEqualTo(Optional.ofNullable(expected.get(i)));
            }
        }
    }

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # id                  | kinds | 2025–26 | 2026–27 | 2027–28 | 2028–29 | 2029–30 | 2030–31
            identification        | DOE   | yes     | yes     | no      | no      | yes     | no
            identification        | C     | no      | yes     | no      | no      | yes     | no
            direct-assistance-test| DOE   | no      | yes     | no      | no      | yes     | no
            federal-labels        | DOEC  | no      | yes     | no      | no      | yes     | no
            priority-list         | DOEC  | no      | yes     | yes     | yes     | yes     | yes
            data-help-list        | DOE   | no      | yes     | yes     | yes     | yes     | yes
            data-help-list        | C     | no      | no      | no      | no      | no      | no
            carried-over-help     | DOE   | no      | yes     | no      | no      | no      | no
            """)
    void what_has_no_day_stands_in_the_years_it_is_due_in(
            String id, String kinds, String y25, String y26, String y27, String y28, String y29, String y30) {
        var expected = List.of(y25, y26, y27, y28, y29, y30);
        for (var kind : kinds(kinds)) {
            for (int i = 0; i < expected.size(); i++) {
                var year = new SchoolYear(FIRST - 1 + i);
                assertThat(duty(id, year, kind).isPresent())
                        .as("%s for %s in %s", id, kind, year)
                        .isEqualTo(expected.get(i).equals("yes"));
                assertThat(day(id, year, kind)).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2022–23,           ,           ",
        "2023–24, 2023-12-15,           ",
        "2024–25, 2024-12-01, 2023–24",
        "2025–26, 2025-11-15, 2024–25",
        "2026–27, 2026-10-15, 2025–26",
        "2035–36, 2035-10-15, 2025–26"
    })
    void earlier_years_keep_the_rule_that_held_then_and_the_one_before_it(String year, String day, String before) {
        for (var kind : LeaKind.values()) {
            var release = duty("dashboard-release", SchoolYear.parse(year), kind);
            assertThat(release.flatMap(duty -> duty.when().onDay()).map(LocalDate::toString))
                    .isEqualTo(Optional.ofNullable(day));
            assertThat(release.flatMap(duty -> Optional.ofNullable(duty.before()))
                            .map(rule -> rule.until() + ""))
                    .isEqualTo(Optional.ofNullable(before));
        }
    }

    @Test
    void a_rule_that_is_not_yet_or_no_longer_valid_is_not_used() {
        assertThat(day("charter-safety-plan", SchoolYear.parse("2024-25"), CHARTER))
                .isEmpty();
        assertThat(duty("charter-safety-plan", SchoolYear.parse("2029-30"), CHARTER))
                .hasValueSatisfying(duty -> assertThat(duty.rule().citations()).containsExactly("EC 47606.3(a)(3)"));
        assertThat(duty("charter-safety-plan", SchoolYear.parse("2030-31"), CHARTER))
                .hasValueSatisfying(duty -> assertThat(duty.rule().citations()).containsExactly("EC 47606.3(b)"));
        assertThat(duty("identification", SchoolYear.parse("2026-27"), COE))
                .hasValueSatisfying(duty -> assertThat(duty.before()).isNotNull());
    }

    @Test
    void each_date_says_how_new_the_text_is_that_it_rests_on() {
        assertThat(textAsOf("dashboard-release", DISTRICT)).hasValue("2026-09-18");
        assertThat(textAsOf("lcap-approval", DISTRICT)).hasValue("2023-07-10");
        assertThat(textAsOf("county-summaries", COE)).hasValue("2026-07-09");
        assertThat(textAsOf("census-day", DISTRICT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(LeaKind.class)
    void each_duty_of_five_years_has_words_and_rests_on_law_or_a_source(LeaKind kind) {
        for (int start = FIRST; start < FIRST + 5; start++) {
            var duties = DATES.in(new SchoolYear(start), kind);

            assertThat(duties).hasSizeGreaterThan(15).doesNotHaveDuplicates();
            assertThat(duties).isSortedAccordingTo(Duty.IN_ORDER);
            assertThat(duties).extracting(Duty::id).doesNotHaveDuplicates();
            assertThat(duties).extracting(Duty::year).containsOnly(new SchoolYear(start));
            assertThat(duties).allSatisfy(duty -> {
                assertThat(duty.rule().citations().size()
                                + duty.rule().sources().size())
                        .isPositive();
                assertThat(duty.when().words()).matches(".*20\\d\\d.*");
                assertThat(DATES.words(duty.rule().when())).isNotBlank();
            });
        }
    }

    @Test
    void the_state_reviews_where_a_county_has_one_district_and_for_county_offices() {
        var year = SchoolYear.parse("2026-27");

        assertThat(duty("lcap-approval", year, DISTRICT)).hasValueSatisfying(duty -> {
            assertThat(duty.who()).isEqualTo("County superintendent");
            assertThat(duty.rule().citations()).containsExactly("EC 52070(d)");
        });
        assertThat(duty("lcap-approval", year, ONE_DISTRICT_COUNTY)).hasValueSatisfying(duty -> {
            assertThat(duty.who()).isEqualTo("State Superintendent");
            assertThat(duty.rule().citations()).containsExactly("EC 52070(d), (e)");
        });
        assertThat(duty("lcap-approval", year, COE)).hasValueSatisfying(duty -> {
            assertThat(duty.who()).isEqualTo("State Superintendent");
            assertThat(duty.rule().citations()).containsExactly("EC 52070.5(d)");
        });
    }

    @Test
    void what_is_our_reading_says_so_with_its_doubt() {
        assertThat(duty("three-year-plan", SchoolYear.parse("2027-28"), DISTRICT))
                .hasValueSatisfying(duty -> {
                    assertThat(duty.rule().certain()).isEqualTo(SchoolDate.Certainty.INFERRED);
                    assertThat(duty.rule().doubts()).isNotEmpty();
                });
        assertThat(duty("census-day", SchoolYear.parse("2027-28"), DISTRICT)
                        .map(duty -> duty.rule().certain()))
                .hasValue(SchoolDate.Certainty.PRACTICE);
    }

    @ParameterizedTest(name = "at {0} the next {1} is {2}")
    @CsvSource({
        // The summaries are due on the day on which clocks go back: it has 25 hours.
        "2026-11-01T06:59:59Z, county-summaries, 2026-11-01",
        "2026-11-02T07:59:59Z, county-summaries, 2026-11-01",
        "2026-11-02T08:00:00Z, county-summaries, 2027-11-01",
        // Before and after clocks go forward.
        "2027-03-01T07:59:59Z, midyear-report,   2027-02-28",
        "2027-03-01T08:00:00Z, midyear-report,   2028-02-28",
        "2027-07-02T06:59:59Z, lcap-adoption,    2027-07-01",
        "2027-07-02T07:00:00Z, lcap-adoption,    2028-07-01",
        // The law names February 28; on the leap day it is over.
        "2028-02-29T07:59:59Z, midyear-report,   2028-02-28",
        "2028-02-29T08:00:00Z, midyear-report,   2029-02-28",
        // Every third year.
        "2026-11-22T20:00:00Z, three-year-plan,  2027-07-01",
        "2027-07-02T20:00:00Z, three-year-plan,  2030-07-01",
        // Never again.
        "2029-05-16T20:00:00Z, state-criteria-2029,",
    })
    void the_next_date_is_told_by_the_day_in_california(Instant moment, String id, LocalDate expected) {
        var today = SchoolYear.today(Clock.fixed(moment, ZoneOffset.UTC));

        assertThat(DATES.next(id, today, DISTRICT).flatMap(duty -> duty.when().onDay()))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void what_lies_ahead_names_each_date_once_and_nothing_that_is_over() {
        var today = LocalDate.parse("2026-11-22");
        for (var kind : LeaKind.values()) {
            var ahead = DATES.next(today, kind);

            assertThat(ahead).extracting(Duty::id).doesNotHaveDuplicates().doesNotContain("state-criteria-2026");
            assertThat(ahead).isSortedAccordingTo(Duty.IN_ORDER);
            assertThat(ahead).allSatisfy(duty -> assertThat(duty.when().last()).isAfterOrEqualTo(today));
        }
        assertThat(DATES.next(today, DISTRICT))
                .extracting(Duty::id)
                .containsSubsequence(
                        "lcap-template", "midyear-report", "lcap-hearing", "lcap-adoption", "lcap-approval");
    }

    @Test
    void the_days_are_told_in_words() {
        var year = SchoolYear.parse("2026-27");

        assertThat(duty("lcap-answer", year, DISTRICT).map(duty -> duty.when().words()))
                .hasValue("By August 30, 2026");
        assertThat(rule("lcap-answer", year))
                .isEqualTo("Within 15 days after “Last day for questions on the LCAP”;"
                        + " the latest day is counted in calendar days");
        assertThat(duty("census-day", year, DISTRICT).map(duty -> duty.when().words()))
                .hasValue("October 7, 2026");
        assertThat(rule("census-day", year)).isEqualTo("The first Wednesday of October");
        assertThat(rule("lcap-hearing", year)).isEqualTo("At least 1 day before “LCAP adopted”");
        assertThat(rule("local-indicators", year)).isEqualTo("Together with “LCAP adopted”");
        assertThat(duty("identification", year, DISTRICT)
                        .map(duty -> duty.when().words()))
                .hasValue("After “California School Dashboard out”, which is due by October 15, 2026");
        assertThat(rule("identification", year))
                .isEqualTo("After “California School Dashboard out” of every third year, as in 2026; no day is set");
        assertThat(duty("data-end-of-year", year, DISTRICT)
                        .map(duty -> duty.when().words()))
                .hasValue("July to August 2026, days not fixed");
        assertThat(duty("data-help-list", year, DISTRICT)
                        .map(duty -> duty.when().words()))
                .hasValue("July 2026 to June 2027, days not fixed");
        assertThat(duty("data-fall-2", year, DISTRICT).map(duty -> duty.when().words()))
                .hasValue("February 2027, day not fixed");
    }

    private static String rule(String id, SchoolYear year) {
        return DATES.words(duty(id, year, DISTRICT).orElseThrow().rule().when());
    }

    private static Optional<String> textAsOf(String id, LeaKind kind) {
        return duty(id, SchoolYear.parse("2026-27"), kind)
                .flatMap(duty -> Optional.ofNullable(duty.rule().textAsOf()))
                .map(Object::toString);
    }

    private static Optional<LocalDate> day(String id, SchoolYear year, LeaKind kind) {
        return duty(id, year, kind).flatMap(duty -> duty.when().onDay());
    }

    private static Optional<Duty> duty(String id, SchoolYear year, LeaKind kind) {
        return DATES.in(year, kind).stream()
                .filter(duty -> duty.id().equals(id))
                .findFirst();
    }

    private static List<LeaKind> kinds(String letters) {
        return letters.chars()
                .mapToObj(letter -> switch (letter) {
                    case 'D' -> DISTRICT;
                    case 'O' -> ONE_DISTRICT_COUNTY;
                    case 'E' -> COE;
                    case 'C' -> CHARTER;
                    default -> throw new IllegalArgumentException(letters);
                })
                .toList();
    }
}
