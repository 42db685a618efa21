package org.ssos.clearinghouse.schoolyear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.ProblemsIn;
import org.ssos.clearinghouse.content.RealContent;

/** Breaks copies of the real dates and reads what is said about them. Each reading takes a while, so there are few. */
class DatesProblemsTest {
    private static final String FILE = "school-year/dates.yaml";

    @Test
    void what_the_schema_does_not_allow_is_told_with_its_place() {
        var problems = problemsAfter(
                "{month: 8, day: 15}", "{month: 8, day: 32}",
                "certain: inferred", "certain: perhaps",
                "kinds: [charter]", "kinds: [school]");

        said(problems, "/when");
        said(problems, "'perhaps', but should be one of");
        said(problems, "'school', but should be one of");
    }

    @Test
    void a_school_year_that_does_not_exist_is_told() {
        said(problemsAfter("until: '2025-26'", "until: '2025-27'"), "there is no school year '2025-27'");
    }

    @Test
    void days_that_no_year_has_law_that_is_unknown_and_circles_are_told_with_their_place() {
        var problems = problemsAfter(
                "{month: 2, day: 28}", "{month: 2, day: 29}",
                "{month: 11, day: 1}", "{month: 11, day: 31}",
                "citations: [EC 52070(a)]", "citations: [the usual rules]",
                "citations: [EC 52072(a)]", "citations: [EC 52072(z)]",
                "{days: 0, after: lcap-adoption}", "{days: 0, after: lcap-adopted}",
                "{days: 15, after: lcap-answer}", "{days: 15, after: lcap-consideration}",
                "{first_month: 3, last_month: 6}", "{first_month: 3, last_month: 8}",
                "{follows: lcap-adoption}", "{days: 5, after: lcap-questions}",
                "from: '2026-27'\n        until: '2026-27'", "from: '2026-27'\n        until: '2025-26'",
                "until: '2029-30'", "until: '2030-31'",
                "- id: data-fall-2", "- id: data-fall-1");

        said(problems, "February 29 is no day of every year");
        said(problems, "there is no day 31 in month 11");
        said(problems, "'the usual rules' names no section of law");
        said(problems, "content/law/52072.yaml does not have");
        said(problems, "there is no date 'lcap-adopted'");
        said(problems, "'lcap-consideration' is counted from itself");
        said(problems, "the months run from one school year into the next");
        said(problems, "'lcap-questions' has no day for 'charter' from which to count");
        said(problems, "`from` lies after `until`");
        said(problems, "another rule of 'charter-safety-plan' holds for the same kind in the same years");
        said(problems, "id 'data-fall-1' is used twice");
    }

    @Test
    void a_statute_without_a_section_and_a_rule_without_any_source_are_told() {
        var problems = problemsAfter(
                "        citations: [EC 52066(i)(3)]\n",
                "",
                "        citations: [34 CFR 300.600]\n        sources:\n"
                        + "          - {title: CDE page on special education monitoring,"
                        + " url: 'https://www.cde.ca.gov/sp/se/qa/cimprocess.asp'}\n",
                "");

        said(problems, "`certain` is 'statute', but `citations` names no law");
        said(problems, "it needs `citations` or `sources`");
    }

    @Test
    void a_date_that_is_broken_takes_along_only_what_is_counted_from_it() {
        var broken = text().replace("{month: 8, day: 15}", "{month: 2, day: 29}");
        var catalog = RealContent.catalogWith(Map.of(FILE, broken));

        assertThat(catalog.part(SchoolYearDates.PART).all())
                .extracting(SchoolDate::id)
                .doesNotContain("lcap-questions", "lcap-answer", "lcap-recommendations", "lcap-consideration")
                .contains("lcap-adoption", "lcap-approval");
    }

    private static List<String> problemsAfter(String... goodAndBad) {
        var text = text();
        for (int i = 0; i < goodAndBad.length; i += 2) {
            assertThat(text).contains(goodAndBad[i]);
            text = text.replace(goodAndBad[i], goodAndBad[i + 1]);
        }
        return ProblemsIn.files(Map.of(FILE, text));
    }

    private static String text() {
        return Objects.requireNonNull(RealContent.files().texts().get(FILE));
    }

    private static void said(List<String> problems, String... parts) {
        assertThat(problems)
                .anySatisfy(
                        problem -> assertThat(problem).startsWith(FILE + ":").contains(parts));
    }
}
