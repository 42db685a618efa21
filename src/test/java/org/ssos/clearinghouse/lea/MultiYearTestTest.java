package org.ssos.clearinghouse.lea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.lea.MultiYearTest.Listed;
import org.ssos.clearinghouse.lea.MultiYearTest.Outcome;

/** The explanation of the published flag, over all rows that have one. */
class MultiYearTestTest {
    private static final AssistanceHistory HISTORY = RealContent.catalog().part(AssistanceHistory.PART);
    private static final List<Integer> YEARS =
            HISTORY.years().stream().map(AssistanceFile::year).toList();
    private static final Meanings MEANINGS =
            new Meanings(HISTORY.codes(), RealContent.catalog().vocabularies());

    @ParameterizedTest
    @CsvSource({"2022, 993, 993", "2023, 991, 990", "2024, 994, 994"})
    void the_listed_groups_explain_the_published_flag(int year, int published, int explained) {
        var tests = testsOf(year).toList();

        assertThat(tests).hasSize(published);
        assertThat(tests)
                .filteredOn(test -> test.outcome() == Outcome.MET || test.outcome() == Outcome.NOT_MET)
                .hasSize(explained);
        assertThat(tests).filteredOn(MultiYearTest::published).isNotEmpty();
    }

    @Test
    void years_without_determinations_are_passed_over() {
        assertThat(test("0561564", 2022).window()).containsExactly(2017, 2018, 2019, 2022);
        assertThat(test("0561564", 2024).window()).containsExactly(2019, 2022, 2023, 2024);
    }

    /** Mountain Union Elementary: two groups, and a law that counts all groups where there are fewer than three. */
    @Test
    void the_one_flag_that_three_groups_do_not_explain_says_so() {
        var test = test("4573700", 2023);

        assertThat(test.outcome()).isEqualTo(Outcome.MET_WITH_FEWER_GROUPS);
        assertThat(words(test).why())
                .contains(
                        "Two student groups",
                        "Socioeconomically disadvantaged",
                        "White",
                        "fewer than three student groups")
                .contains("The published flag stands");
    }

    @Test
    void San_Juan_Unified_2023_is_general_with_a_yes_from_the_years_before() {
        assertThat(words(test("3467447", 2023)).why())
                .contains(
                        "Three student groups", "Foster youth (2018, 2019, 2022)", "Homeless youth (2018, 2019, 2022)")
                .contains("Students with disabilities (2018, 2019, 2022)", "2023 itself lists none of them");
    }

    @Test
    void Calaveras_Unified_2024_is_a_second_year_without_groups_and_a_yes() {
        var test = test("0561564", 2024);

        assertThat(test.outcome()).isEqualTo(Outcome.MET);
        assertThat(words(test).why())
                .contains("Foster youth (2019, 2022, 2023)", "Hispanic or Latino (2019, 2022, 2023)")
                .contains("2024 itself lists none of them");
        assertThat(words(test).oneMore()).contains("changed nothing");
    }

    @Test
    void Los_Angeles_Unified_2024_is_a_second_year_without_groups_and_a_no() {
        var test = test("1964733", 2024);

        assertThat(test.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(test.listed())
                .contains(new Listed("SWD", List.of(2019, 2022)), new Listed("EL", List.of(2022, 2023)));
        assertThat(words(test).oneMore())
                .contains("would not have met the test", "Students with disabilities (2019, 2022)");
    }

    @Test
    void one_more_listing_is_named_exactly_where_it_would_have_met_the_test() {
        for (var test : testsOf(2024).toList()) {
            boolean near = !test.published()
                    && test.persistent().size() + test.oneYearShort().size() >= MultiYearTest.GROUPS;
            assertThat(words(test).oneMore().contains("would have met the test"))
                    .isEqualTo(near);
        }
    }

    private static Stream<MultiYearTest> testsOf(int year) {
        return HISTORY.all().stream()
                .filter(row -> row.year() == year)
                .flatMap(row -> MultiYearTest.of(HISTORY.rowsUnder(row.cds()), YEARS, year).stream());
    }

    private static MultiYearTest test(String cds, int year) {
        return MultiYearTest.of(HISTORY.of(cds), YEARS, year).orElseThrow();
    }

    private static MultiYearWords words(MultiYearTest test) {
        return new MultiYearWords(test, MEANINGS);
    }
}
