package org.ssos.clearinghouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.search.Suggester.Suggestion;

class SuggesterTest {
    private static final Suggester SUGGESTER = new Suggester(RealContent.catalog());

    @ParameterizedTest(name = "\"{0}\" leads to {1} first")
    @CsvSource({
        "mtss, ca-mtss",
        "CA MT, ca-mtss",
        "sums, ca-mtss",
        "california multi, ca-mtss",
        "alameda, alameda-county-office",
        "dashb, dashboard-data",
        "fcm, fcmat"
    })
    void a_name_is_completed(String typed, String id) {
        assertThat(suggest(typed)).first().extracting(Suggestion::id).isEqualTo(id);
    }

    @Test
    void what_starts_a_name_comes_before_what_starts_a_word_and_that_before_the_inside() {
        var labels = suggest("lit").stream().map(Suggestion::label).toList();
        assertThat(labels).isNotEmpty().first().asString().startsWithIgnoringCase("lit");

        var places = suggest("ing").stream()
                .map(suggestion -> suggestion.label().toLowerCase(java.util.Locale.ROOT))
                .toList();
        assertThat(places).allMatch(label -> label.contains("ing"));
    }

    @Test
    void words_may_stand_apart() {
        assertThat(suggest("butte office")).extracting(Suggestion::id).contains("butte-county-office");
    }

    @Test
    void accents_capitals_and_hyphens_make_no_difference() {
        assertThat(suggest("MÚLTI tiered")).isEqualTo(suggest("multi-tiered")).isNotEmpty();
    }

    @Test
    void another_name_is_said() {
        assertThat(suggest("all means all"))
                .contains(new Suggestion(
                        "ca-mtss",
                        "initiative",
                        "California Multi-Tiered System of Support (CA MTSS)",
                        "Initiative, also called All Means All",
                        "/initiatives/ca-mtss"));
    }

    @Test
    void topics_and_terms_are_suggested_too() {
        assertThat(suggest("lcap")).extracting(Suggestion::kind).contains("topic", "term");
    }

    @Test
    void kinds_can_be_chosen() {
        assertThat(SUGGESTER.suggest("county", Set.of("agency", "topic")))
                .isNotEmpty()
                .extracting(Suggestion::kind)
                .containsOnly("agency", "topic");
        assertThat(SUGGESTER.suggest("county", Set.of("nonsense"))).isEmpty();
    }

    @Test
    void everything_is_suggested_once() {
        assertThat(suggest("support")).hasSize(Suggester.MAX_SUGGESTIONS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "?", "😀", "\u0000", "-", "\"", "qqqqqq"})
    void what_is_no_start_of_a_name_leads_nowhere(String typed) {
        assertThat(suggest(typed)).isEmpty();
    }

    @Test
    void one_letter_completes_only_words_that_start_with_it() {
        assertThat(suggest("x"))
                .allMatch(suggestion -> (suggestion.label() + " " + suggestion.detail()).matches("(?i).*\\bx.*"));
    }

    @Test
    void long_texts_are_answered() {
        assertThat(suggest("county ".repeat(5_000))).isNotNull();
    }

    private static List<Suggestion> suggest(String typed) {
        return SUGGESTER.suggest(typed, Set.of());
    }
}
