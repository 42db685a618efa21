package org.ssos.clearinghouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Kind;

class SearchTest {
    private final EntrySearch search = RealSearch.get();

    @ParameterizedTest(name = "\"{0}\" finds {1} first")
    @CsvSource({
        "FCMAT, fcmat",
        "golden state pathways, golden-state-pathways-tacs",
        "ca mtss, ca-mtss",
        "Geo Leads, geographic-lead-agencies",
        "alameda county office of education, alameda-county-office",
        "Supporting Inclusive Practices, supporting-inclusive-practices"
    })
    void a_name_comes_first(String typed, String id) {
        assertThat(ids(typed)).first().isEqualTo(id);
    }

    @Test
    void a_name_is_one_name_however_it_is_written() {
        for (var written : List.of("r-tac", "R-TAC", "RTACs", "rtac")) {
            assertThat(ids(written).subList(0, 2))
                    .as(written)
                    .containsExactlyInAnyOrder("community-schools-technical-assistance", "rtac");
        }
    }

    @Test
    void a_name_also_finds_what_belongs_to_it() {
        assertThat(ids("SUMS initiative")).contains("ca-mtss-guide", "fidelity-integrity-assessment");
    }

    @Test
    void a_phrase_must_stand_together() {
        int together = search("\"universal design\"").total();
        assertThat(together).isPositive().isLessThan(search("universal design").total());
    }

    @Test
    void what_follows_a_minus_must_not_occur() {
        assertThat(ids("mtss")).contains("ca-mtss");
        assertThat(allIds("mtss -orange")).isNotEmpty().doesNotContain("ca-mtss");
        assertThat(allIds("literacy -\"early literacy\"")).isNotEmpty().isSubsetOf(allIds("literacy"));
    }

    @Test
    void a_filter_can_be_typed() {
        var resources = search("kind:resource literacy");
        assertThat(resources.total()).isPositive();
        assertThat(resources.hits()).allMatch(hit -> kindOf(hit.id()) == Kind.RESOURCE);
        assertThat(resources.total())
                .isEqualTo(search("literacy", Facet.KIND, "resource").total());
    }

    @Test
    void an_unknown_field_is_words_like_any_other() {
        assertThat(ids("colour:blue mtss")).contains("ca-mtss");
    }

    @Test
    void a_misspelt_word_is_mended_and_said() {
        var mended = search("chronic absenteism");
        assertThat(mended.searchedFor()).contains("chronic absenteeism");
        assertThat(mended.hits()).extracting(SearchResult.Hit::id).contains("california-attendance-guide");
    }

    @Test
    void run_together_words_are_split() {
        assertThat(search("dyslexiascreening").searchedFor()).contains("dyslexia screening");
    }

    @Test
    void as_typed_means_as_typed() {
        var request = new SearchRequest("absenteism", Map.of(), SearchRequest.Sort.RELEVANCE, 1, 10, true);
        var verbatim = search.search(request);
        assertThat(verbatim.searchedFor()).isEmpty();
        assertThat(verbatim.didYouMean()).contains("absenteeism");
    }

    @Test
    void a_right_word_that_no_entry_holds_is_left_alone() {
        assertThat(search("motel mathematics").searchedFor()).isEmpty();
    }

    @Test
    void other_words_are_offered_only_when_they_find_more() {
        for (var query : List.of("mtss", "dyslexia screening", "qqqqzz", "foster youth")) {
            search(query)
                    .didYouMean()
                    .ifPresent(other -> assertThat(search(other).total())
                            .as(query + " → " + other)
                            .isGreaterThan(search(query).total()));
        }
    }

    @Test
    void spanish_and_accents_find_english_entries() {
        assertThat(ids("estudiantes sin hogar")).contains("homeless-education-tacs");
        assertThat(ids("matematicas")).isEqualTo(ids("matemáticas")).isNotEmpty();
    }

    @Test
    void an_acronym_finds_entries_that_only_spell_it_out() {
        var letters = allIds("UDL");
        assertThat(letters).containsAnyElementsOf(allIds("\"universal design for learning\""));
    }

    @Test
    void fewer_words_are_enough_only_when_nothing_holds_most_of_them() {
        assertThat(search("chronic absenteeism").relaxed()).isFalse();
        var relaxed = search("purple elephant dinosaur zeppelin eskolta");
        assertThat(relaxed.relaxed()).isTrue();
        assertThat(relaxed.hits()).extracting(SearchResult.Hit::id).contains("community-engagement-initiative");
    }

    @Test
    void nothing_found_is_an_honest_zero() {
        var nothing = search("qqqqzz wwwwxx");
        assertThat(nothing.total()).isZero();
        assertThat(nothing.hits()).isEmpty();
    }

    /** Each count is held against a search with that very filter. */
    @Test
    void facet_counts_are_exact_and_look_sideways() {
        var chosen = filters(Facet.LEVEL, "targeted");
        chosen.put(Facet.TOPIC, new TreeSet<>(List.of("early-literacy", "mtss")));
        for (var query : List.of("", "literacy", "students with disabilities")) {
            var counts = search(query, chosen).counts();
            for (var facet : Facet.values()) {
                var values = counts.getOrDefault(facet, Map.of());
                values.forEach((value, count) -> {
                    var only = new EnumMap<>(chosen);
                    only.put(facet, new TreeSet<>(Set.of(value)));
                    assertThat(search(query, only).total())
                            .as(query + " " + facet + "=" + value)
                            .isEqualTo(count);
                });
            }
        }
    }

    @Test
    void values_of_one_facet_are_alternatives() {
        var both = filters(Facet.TOPIC, "early-literacy");
        both.put(Facet.TOPIC, new TreeSet<>(List.of("early-literacy", "mtss")));
        int literacy = search("", Facet.TOPIC, "early-literacy").total();
        int mtss = search("", Facet.TOPIC, "mtss").total();
        assertThat(search("", both).total()).isBetween(Math.max(literacy, mtss), literacy + mtss);
    }

    @Test
    void a_county_is_covered_by_statewide_entries_too() {
        var lake = search("", Facet.COUNTY, "lake");
        assertThat(lake.total()).isGreaterThan(100);
        assertThat(lake.counts().get(Facet.COUNTY))
                .doesNotContainKey("statewide")
                .containsOnlyKeys(
                        RealContent.catalog().vocabularies().counties().byId().keySet());
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        var seen = new ArrayList<String>();
        int total = search("literacy").total();
        for (int page = 1; page <= (total + 9) / 10; page++) {
            var request = new SearchRequest("literacy", Map.of(), SearchRequest.Sort.RELEVANCE, page, 10, false);
            search.search(request).hits().forEach(hit -> seen.add(hit.id()));
        }
        assertThat(seen).hasSize(total).doesNotHaveDuplicates();
    }

    @Test
    void no_words_give_everything_with_help_first() {
        var all = search("");
        assertThat(all.total()).isEqualTo(RealContent.catalog().all().size());
        assertThat(kindOf(all.hits().getFirst().id())).isIn(Kind.INITIATIVE, Kind.RESOURCE);
    }

    @Test
    void sorting_by_name_is_alphabetical() {
        var request = new SearchRequest("", Map.of(), SearchRequest.Sort.TITLE, 1, 100, false);
        var titles = search.search(request).hits().stream()
                .map(hit -> Text.key(
                        RealContent.catalog().find(hit.id()).orElseThrow().title()))
                .toList();
        assertThat(titles).isSorted();
    }

    @Test
    void each_hit_says_why() {
        assertThat(search("chronic absenteeism").hits())
                .allMatch(hit -> !hit.reasons().isEmpty());
        assertThat(search("FCMAT").hits().getFirst().reasons()).contains("its name is what you typed");
    }

    @Test
    void a_glossary_term_is_the_best_match_of_its_name() {
        var term = search("what is an LCAP").bestMatch().orElseThrow();
        assertThat(term).isEqualTo(new SearchResult.BestMatch(SearchResult.BestMatch.Type.TERM, "lcap"));
        assertThat(search("kids keep missing school").bestMatch()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "\"unbalanced",
                "a\"b\"c\"",
                "-",
                "--",
                "- - -",
                "-mtss",
                "+ - | ( ) ~ * ?",
                "(((((",
                "mtss~2 OR (foo AND",
                "title:[a TO z]",
                "*:*",
                "/regex.*/",
                "\\",
                "\u0000\u0007\u001b[31m",
                "😀 👩‍🏫 mtss",
                "\ud800",
                "ﬁ ½ Ⅷ",
                "the of and",
                "kind:nothing",
                "kind:initiative topic:mtss level:universal",
                "مرحبا",
                "學校",
                "NOT AND OR",
                "a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7 8 9"
            })
    void any_input_gets_an_answer(String typed) {
        assertThat(search(typed).total()).isNotNegative();
    }

    @Test
    void a_long_text_is_read_up_to_a_bound_and_says_so() {
        for (var word : List.of("mtss ", "\"mtss\" ", "-mtss ", "(", "a", "😀", "mtss-", "- ")) {
            assertThat(search(word.repeat(10_000 / word.length())).total()).isNotNegative();
        }
        assertThat(search("literacy ".repeat(1_000)).cut()).isTrue();
        assertThat(search("literacy").cut()).isFalse();
    }

    @Test
    void every_facet_value_at_once_gets_an_answer() {
        var every = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        search("").counts().forEach((facet, values) -> every.put(facet, new TreeSet<>(values.keySet())));
        assertThat(search("literacy", every).total()).isNotNegative();
    }

    @Test
    void a_page_far_behind_the_last_is_empty_but_counts() {
        var request = new SearchRequest("literacy", Map.of(), SearchRequest.Sort.RELEVANCE, 1_000_000_000, 100, false);
        var result = search.search(request);
        assertThat(result.hits()).isEmpty();
        assertThat(result.total()).isPositive();
    }

    private SearchResult search(String typed) {
        return search.search(SearchRequest.of(typed));
    }

    private SearchResult search(String typed, Facet facet, String value) {
        return search(typed, filters(facet, value));
    }

    private SearchResult search(String typed, Map<Facet, SortedSet<String>> filters) {
        return search.search(new SearchRequest(typed, filters, SearchRequest.Sort.RELEVANCE, 1, 10, false));
    }

    private static Map<Facet, SortedSet<String>> filters(Facet facet, String value) {
        var filters = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        filters.put(facet, new TreeSet<>(Set.of(value)));
        return filters;
    }

    private List<String> ids(String typed) {
        return search(typed).hits().stream().map(SearchResult.Hit::id).toList();
    }

    private Set<String> allIds(String typed) {
        var ids = new HashSet<String>();
        for (int page = 1; page <= 4; page++) {
            var request = new SearchRequest(typed, Map.of(), SearchRequest.Sort.RELEVANCE, page, 100, false);
            search.search(request).hits().forEach(hit -> ids.add(hit.id()));
        }
        return ids;
    }

    private static Kind kindOf(String id) {
        return RealContent.catalog().find(id).orElseThrow().kind();
    }
}
