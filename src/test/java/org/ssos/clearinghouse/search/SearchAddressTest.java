package org.ssos.clearinghouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.search.SearchRequest.Sort;

class SearchAddressTest {
    private static final FacetValues VALUES = new FacetValues(RealContent.catalog());

    @Test
    void all_that_an_address_asks_for_is_read() {
        var reading = read("q=chronic+absence&kind=resource&kind=story&topic=mtss&county=butte&priority=5&sort=title"
                + "&page=3&size=20&verbatim=1");

        var request = reading.request();
        assertThat(request.query()).isEqualTo("chronic absence");
        assertThat(request.chosen(Facet.KIND)).containsExactly("resource", "story");
        assertThat(request.chosen(Facet.TOPIC)).containsExactly("mtss");
        assertThat(request.chosen(Facet.COUNTY)).containsExactly("butte");
        assertThat(request.chosen(Facet.PRIORITY)).containsExactly("5");
        assertThat(request.sort()).isEqualTo(Sort.TITLE);
        assertThat(request.page()).isEqualTo(3);
        assertThat(request.size()).isEqualTo(20);
        assertThat(request.verbatim()).isTrue();
        assertThat(reading.notices()).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "&", "=", "&&=&", "q", "q=", "level=", "page=&sort=&size=&county=", "nobody=knows"})
    void an_address_that_asks_for_nothing_finds_everything(String queryString) {
        var reading = SearchAddress.read(queryString, VALUES);
        assertThat(reading.request()).isEqualTo(SearchRequest.of(""));
        assertThat(reading.notices()).isEmpty();
    }

    @Test
    void an_unknown_value_is_named_and_left_out() {
        var reading = read("q=math&topic=astrology&topic=mtss&county=atlantis");
        assertThat(reading.request().filters()).containsOnlyKeys(Facet.TOPIC);
        assertThat(reading.notices())
                .containsExactly(
                        "“astrology” is not a choice under Topic, so it was left out.",
                        "“atlantis” is not a choice under Covers the county, so it was left out.");
    }

    @Test
    void many_unknown_values_are_counted() {
        var typed = IntStream.range(0, 2_000).mapToObj(n -> "topic=none" + n).collect(Collectors.joining("&"));
        assertThat(read(typed).notices()).hasSize(6).last().asString().contains("1995 more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "two", "1.5", "1e9", "%00", "٣"})
    void what_is_no_page_is_named_and_page_1_is_shown(String page) {
        var reading = read("page=" + page);
        assertThat(reading.request().page()).isEqualTo(1);
        assertThat(reading.notices()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "2147483648", "99999999999999999999999999"})
    void a_page_behind_every_end_is_still_a_page(String page) {
        var reading = read("page=" + page);
        assertThat(reading.request().page()).isEqualTo(SearchAddress.MAX_PAGE);
        assertThat(reading.notices()).isEmpty();
    }

    @Test
    void a_page_holds_at_most_a_hundred() {
        assertThat(read("size=100").request().size()).isEqualTo(100);
        assertThat(read("size=101").request().size()).isEqualTo(100);
        assertThat(read("size=0").request().size()).isEqualTo(SearchRequest.PAGE_SIZE);
        assertThat(read("size=101").notices()).hasSize(1);
    }

    @Test
    void an_unknown_order_is_named() {
        assertThat(read("sort=price").request().sort()).isEqualTo(Sort.RELEVANCE);
        assertThat(read("sort=price").notices()).first().asString().contains("“price”");
    }

    @Test
    void of_two_queries_the_last_counts() {
        assertThat(read("q=one&q=two").request().query()).isEqualTo("two");
    }

    @Test
    void a_stray_percent_sign_is_text() {
        assertThat(read("q=100%+attendance").request().query()).isEqualTo("100% attendance");
        assertThat(read("q=%E2%82").request().query()).isNotEmpty();
    }

    @Test
    void control_characters_are_blanks() {
        assertThat(read("q=a%00b%0D%0Ac%7F++d").request().query()).isEqualTo("a b c d");
    }

    @Test
    void a_long_query_is_cut_between_characters() {
        var query = read("q=" + "😀".repeat(5_000)).request().query();
        assertThat(query.length()).isBetween(SearchAddress.MAX_QUERY - 2, SearchAddress.MAX_QUERY);
        assertThat(query.codePoints().distinct().toArray()).containsExactly(0x1F600);
    }

    @Test
    void an_address_reads_as_what_it_was_written_from() {
        var address =
                read("q=%22caf%C3%A9%22+%26+100%25+%2B+%3Cb%3E&kind=story&level=targeted&level=intensive&sort=checked"
                                + "&size=50&verbatim=1&page=7")
                        .address();
        assertThat(read(address.page().substring("/search?".length())).address())
                .isEqualTo(address);
    }

    @Test
    void one_search_has_one_address() {
        assertThat(read("page=1&sort=relevance&level=universal&kind=story&kind=agency&q=a++b&x=y")
                        .address()
                        .page())
                .isEqualTo(read("q=a+b&kind=agency&kind=story&level=universal")
                        .address()
                        .page())
                .isEqualTo("/search?q=a+b&level=universal&kind=agency&kind=story");
    }

    @Test
    void neighbouring_searches_start_on_their_first_page() {
        var address =
                read("q=math&kind=story&kind=agency&level=targeted&page=4").address();
        assertThat(address.without(Facet.KIND, "story").page()).isEqualTo("/search?q=math&level=targeted&kind=agency");
        assertThat(address.without(Facet.KIND).page()).isEqualTo("/search?q=math&level=targeted");
        assertThat(address.withoutFilters().page()).isEqualTo("/search?q=math");
        assertThat(address.verbatim().page())
                .isEqualTo("/search?q=math&level=targeted&kind=agency&kind=story&verbatim=1");
        assertThat(address.withQuery("reading").withoutFilters().page()).isEqualTo("/search?q=reading");
    }

    @Test
    void the_twins_stand_at_the_same_address() {
        var address = read("q=math&kind=story&page=2").address();
        assertThat(address.page()).isEqualTo("/search?q=math&kind=story&page=2");
        assertThat(address.json()).isEqualTo("/search.json?q=math&kind=story&page=2");
        assertThat(address.csv()).as("all pages").isEqualTo("/search.csv?q=math&kind=story");
    }

    private static SearchAddress.Reading read(String queryString) {
        return SearchAddress.read(queryString, VALUES);
    }
}
