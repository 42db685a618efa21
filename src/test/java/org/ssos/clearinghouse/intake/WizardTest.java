package org.ssos.clearinghouse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.lea.LeaNames;
import org.ssos.clearinghouse.search.Lookup;

/** The intake by its forms: where each button leads, and that nothing answered is lost on the way. */
class WizardTest {
    private static final Catalog CATALOG = RealContent.catalog();
    private static final Questionnaire QUESTIONS = CATALOG.part(Questionnaire.PART);

    @Test
    void the_first_page_is_empty_and_nobody_keeps_it() {
        var page = IntakePage.open();

        assertThat(page.title()).isEqualTo("Your LEA");
        assertThat(page.text()).contains("Step 1 of 7", "about 6 minutes left");
        assertThat(page.chosen("_typed")).containsExactly("");
        assertUnkept(page);
    }

    @Test
    void every_page_can_be_skipped_and_the_last_one_names_what_was_left_out() {
        var page = IntakePage.open();
        for (int step = 1; step < 7; step++) {
            assertThat(page.text()).contains("Step " + step + " of 7");
            assertUnkept(page);
            page = page.press("skip");
        }

        assertThat(page.title()).isEqualTo("Check your answers");
        assertThat(page.text())
                .contains("You left out " + QUESTIONS.questions().size() + " questions")
                .contains("Left out; your roadmap takes it as “Not sure”");
        for (var question : QUESTIONS.questions()) assertThat(page.text()).contains(question.shortly());
        assertThat(page.chosen("_start")).containsExactly("2026-11-21");
        assertThat(page.chosen("_count")).isEmpty();
        assertUnkept(page);
    }

    @ParameterizedTest
    @CsvSource({
        "lausd, Los Angeles Unified, district, los-angeles",
        "1964733, Los Angeles Unified, district, los-angeles",
        "San Francisco Unified, San Francisco Unified, one-district-county, san-francisco",
        "sierra plumas, Sierra-Plumas Joint Unified, one-district-county, sierra",
        "Sonoma County Office of Education, Sonoma County Office of Education, coe, sonoma",
        "Envision Academy for Arts & Technology, Envision Academy for Arts & Technology, charter, alameda"
    })
    void an_lea_is_found_as_people_call_it_and_brings_its_kind_and_county(
            String typed, String name, String kind, String county) {
        var found = look(typed);
        assertThat(found.text()).contains("Which one is yours?", name, "None of these");
        assertThat(found.chosen("lea"))
                .as("what is just what was typed is ticked")
                .hasSize(1);

        var page = found.press("next");
        assertThat(page.text()).contains(name, "What we know of your LEA");
        assertThat(page.chosen("lea-type")).containsExactly(kind);
        assertThat(page.chosen("county")).containsExactly(county);
        assertThat(page.enter()).as("what Enter does").isEqualTo("next");
    }

    @Test
    void a_closed_lea_says_so_and_its_successor_stands_behind_it() {
        var file = "leas/districts.csv";
        var closed = Objects.requireNonNull(RealContent.files().texts().get(file))
                .replaceFirst(
                        "(?m)^(0161119,Alameda Unified,.*),active,,,,$", "$1,closed,2025,0161127,told by the county,");
        var catalog = RealContent.catalogWith(Map.of(file, closed));
        var found = KnownLea.find("Alameda Unified", catalog, new Lookup(LeaNames.of(catalog)));

        assertThat(found.leas()).extracting(KnownLea::cds).containsSequence("0161119", "0161127");
        assertThat(found.leas())
                .filteredOn(lea -> lea.cds().equals("0161119"))
                .extracting(KnownLea::over)
                .containsExactly("Closed. Its students are now served by Albany City Unified.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qqqqzzz wwxx",
                "\"><script>alert(1)</script>",
                "' OR 1=1 --",
                "%00%0a../..",
                "😀 Unified",
                "0000000",
                "99999999999999999999",
                "((((([[[["
            })
    void odd_words_find_nothing_or_something_and_are_kept(String typed) {
        var page = look(typed);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.chosen("_typed")).containsExactly(typed);
        assertThat(page.answer().body()).doesNotContain("<script>alert");
    }

    @Test
    void none_of_these_keeps_what_was_typed_and_lets_kind_and_county_be_chosen() {
        var page = look("clovis").choose("lea", "").press("next");
        assertThat(page.text()).contains("You looked for “clovis”");
        assertThat(page.chosen("lea-type")).isEmpty();

        page = page.choose("lea-type", "charter").choose("county", "fresno").press("next");
        assertThat(page.title()).isEqualTo("You and your role");
        page = page.press("to.lea");
        assertThat(page.chosen("_typed")).containsExactly("clovis");

        var unknown = look("qqqqzzz wwxx");
        assertThat(unknown.text()).contains("No LEA was found for “qqqqzzz wwxx”");
        assertThat(unknown.press("by-hand").text()).contains("You looked for “qqqqzzz wwxx”");
    }

    @Test
    void nothing_typed_is_answered_beside_the_field() {
        var page = IntakePage.open().press("find");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Type part of the name of your LEA, or its CDS code.");
    }

    @Test
    void the_enter_key_goes_on_with_what_is_ticked_and_looks_again_for_other_words() {
        var found = look("clovis");
        assertThat(found.press("find").text()).contains("What we know of your LEA");

        var other = look("clovis").choose("_typed", "fresno unified").press("next");
        assertThat(other.text()).contains("Which one is yours?", "Fresno Unified");
    }

    @Test
    void who_looks_for_another_lea_and_goes_back_keeps_the_one_before_and_what_was_corrected() {
        var page = look("lausd").press("next").choose("county", "ventura").press("next");
        page = page.press("back");
        assertThat(page.text()).contains("Los Angeles Unified");
        assertThat(page.chosen("county")).containsExactly("ventura");

        page = page.press("back").choose("_typed", "clovis").press("find");
        assertThat(page.chosen("_was")).containsExactly("1964733");
        page = page.choose("lea", "1964733").press("next");
        assertThat(page.chosen("county")).containsExactly("ventura");
    }

    @ParameterizedTest
    @MethodSource("options")
    void every_option_travels_to_the_last_page_and_back(String question, List<String> values) {
        var asked = QUESTIONS.find(question).orElseThrow();
        var page = review().press("to." + question);
        assertThat(page.text()).contains(asked.text(), asked.whyAsked());

        page = page.choose(question, values.toArray(String[]::new)).press("next");
        if (!page.title().equals("Check your answers")) page = page.press("next");
        assertThat(page.title()).isEqualTo("Check your answers");
        assertThat(page.chosen(question)).containsExactlyElementsOf(values);
        for (var value : values) assertThat(page.text()).contains(Questionnaire.label(asked, value, CATALOG));

        page = page.press("to." + question);
        assertThat(page.chosen(question)).containsExactlyElementsOf(values);
    }

    static Stream<Arguments> options() {
        return QUESTIONS.questions().stream()
                .filter(question -> question.kind() != Question.Kind.LEA)
                .map(question -> {
                    var options = Questionnaire.options(question, CATALOG).stream()
                            .filter(option -> !option.alone())
                            .map(Question.Option::id)
                            .toList();
                    int most = question.takesSeveral() ? question.most() == null ? 4 : question.most() : 1;
                    return Arguments.of(question.id(), options.subList(0, Math.min(most, options.size())));
                });
    }

    @ParameterizedTest
    @MethodSource("ids")
    void what_no_question_offers_counts_as_left_out(String question) {
        var page = review().press("to." + question);
        page = page.choose(question, "no-such-option", "<b>", "")
                .press(page.text().contains("Find") ? "skip" : "next");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.answer().body()).doesNotContain("no-such-option", "<b></b>");
        assertThat(page.chosen(question)).isIn(List.of(), List.of(""));
    }

    static Stream<String> ids() {
        return QUESTIONS.questions().stream().map(Question::id);
    }

    @ParameterizedTest
    @MethodSource("alone")
    void options_that_exclude_each_other_are_told_beside_the_question_and_kept(String question, List<String> both) {
        var asked = QUESTIONS.find(question).orElseThrow();
        var page = review().press("to." + question)
                .choose(question, both.toArray(String[]::new))
                .press("next");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.answer().body()).contains("<title>Error: ", "id=\"" + question + "-error\"");
        assertThat(page.text()).contains(asked.shortly() + ": ");
        assertThat(page.chosen(question)).containsExactlyInAnyOrderElementsOf(both);

        var elsewhere = page.press("to.role").press("next");
        assertThat(elsewhere.chosen(question)).containsExactlyInAnyOrderElementsOf(both);
        var plan = elsewhere.press("plan");
        assertThat(plan.status()).as("nobody gets a plan from what cannot be").isEqualTo(422);
        assertThat(plan.text()).contains(asked.text());
    }

    static Stream<Arguments> alone() {
        var rows = new ArrayList<Arguments>();
        for (var question : QUESTIONS.questions()) {
            var options = Questionnaire.options(question, CATALOG);
            options.stream()
                    .filter(Question.Option::alone)
                    .map(option -> List.of(options.getFirst().id(), option.id()))
                    .forEach(both -> rows.add(Arguments.of(question.id(), both)));
            if (question.most() != null) {
                var many = options.stream()
                        .limit(question.most() + 2L)
                        .map(Question.Option::id)
                        .toList();
                rows.add(Arguments.of(question.id(), many));
            }
        }
        return rows.stream();
    }

    @Test
    void back_keeps_what_is_ticked_on_the_page() {
        var page = look("lausd")
                .press("next")
                .press("next")
                .choose("role", "principal")
                .choose("tenure", "1-6m");
        page = page.press("next").choose("identified", "da-2025", "dta").press("back");

        assertThat(page.chosen("role")).containsExactly("principal");
        assertThat(page.chosen("tenure")).containsExactly("1-6m");
        page = page.press("next");
        assertThat(page.chosen("identified")).containsExactly("da-2025", "dta");
        assertThat(page.chosen("lea")).containsExactly("1964733");
    }

    @Test
    void leaving_a_page_out_leaves_all_others_as_they_are() {
        var page = look("lausd")
                .press("next")
                .press("next")
                .choose("role", "principal")
                .press("next");
        page = page.choose("identified", "unsure").press("next").press("back");
        assertThat(page.text()).contains("Leave this page out");
        page = page.press("skip");

        assertThat(page.chosen("identified")).isEmpty();
        assertThat(page.chosen("role")).containsExactly("principal");
        assertThat(page.chosen("lea")).containsExactly("1964733");
    }

    @Test
    void a_single_answer_is_taken_back_by_choosing_none() {
        var page = IntakePage.open()
                .press("skip")
                .choose("role", "principal")
                .press("next")
                .press("back");
        assertThat(page.text()).contains("Leave this out");

        page = page.choose("role", "").press("next");
        assertThat(page.chosen("role")).isEmpty();
    }

    @Test
    void a_check_is_explained_with_its_law_and_nothing_is_added_up() {
        var checks = QUESTIONS.questions().stream().filter(Question::isCheck).toList();
        var page = review().press("to." + checks.getFirst().id());
        for (var check : checks) page = page.choose(check.id(), wrong(check));
        page = page.choose(
                checks.getFirst().id(), String.valueOf(checks.getFirst().right()));
        page = page.press("next");

        assertThat(page.title()).isEqualTo("What the law says");
        for (var check : checks) {
            assertThat(page.text()).contains(check.text(), String.valueOf(check.explanation()));
        }
        assertThat(page.answer().body()).contains("href=\"/law/52071#c\" target=\"_blank\"");
        assertThat(page.text())
                .contains("That is right.", "News to you: the step “", "What is right:")
                .doesNotContainPattern("(?i)score|points|\\b\\d of 6\\b|percent|wrong");
        assertThat(page.press("next").title()).isEqualTo("Check your answers");
        assertThat(page.press("back").chosen(checks.getLast().id())).containsExactly(wrong(checks.getLast()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2026-02-30", "1999-01-01", "2099-01-01", "2026-11-21T00:00"})
    void a_day_on_which_no_plan_can_begin_is_told_beside_the_field(String day) {
        var page = review().choose("_start", day).choose("_count", "yes").press("plan");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Start date: choose a day from November 21, 2021 to November 21, 2027.");
        assertThat(page.chosen("_start")).containsExactly(day);
        assertThat(page.chosen("_count")).containsExactly("yes");
        assertThat(page.chosen("role")).containsExactly("principal");
    }

    @Test
    void more_than_the_questions_can_hold_is_refused() {
        assertThat(IntakePage.sent("role=" + "x".repeat(40_000)).status()).isEqualTo(413);
        var many = IntStream.range(0, 500).mapToObj(i -> "f" + i + "=").collect(Collectors.joining("&"));
        assertThat(IntakePage.sent(many).status()).isEqualTo(413);
        assertThat(IntakePage.sent("role=%zz&_go=review").text()).contains("The form did not arrive");
        assertThat(IntakePage.sent("{}", "Content-Type", "application/json").status())
                .isEqualTo(415);
        var longest = IntakePage.sent(Map.of("_go", List.of("find"), "_typed", List.of("y".repeat(5_000))));
        assertThat(longest.chosen("_typed")).containsExactly("y".repeat(120));
    }

    @Test
    void what_another_site_sends_is_refused() {
        assertThat(IntakePage.sent("_go=next", "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(403);
        assertThat(IntakePage.sent("_go=next", "Origin", "https://elsewhere.example")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_unknown_page_or_button_loses_nothing() {
        var page = IntakePage.sent(
                Map.of("_page", List.of("nowhere"), "_go", List.of("to.nothing"), "role", List.of("principal")));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.chosen("role")).containsExactly("principal");
    }

    private static IntakePage look(String typed) {
        return IntakePage.open().choose("_typed", typed).press("find");
    }

    /** The last page, with a role. */
    private static IntakePage review() {
        return IntakePage.sent(
                Map.of("_go", List.of("review"), "role", List.of("principal"), "_start", List.of("2026-11-21")));
    }

    private static String wrong(Question check) {
        return check.options().stream()
                .map(Question.Option::id)
                .filter(id -> !id.equals(check.right()))
                .findFirst()
                .orElseThrow();
    }

    private static void assertUnkept(IntakePage page) {
        var headers = page.answer().headers();
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.allValues("Set-Cookie")).isEmpty();
    }
}
