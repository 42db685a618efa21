package org.ssos.clearinghouse.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.search.SearchRequest.Sort;
import org.ssos.clearinghouse.search.SearchResult.Hit;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Site;

/**
 * The page of results.
 *
 * @param notices what of the address could not be used
 * @param result what was found
 * @param bestMatch the glossary term or topic that was asked for
 * @param named what else was named; absent beside a best match
 * @param favoured whose place the order favours
 * @param pager the way to the other pages
 * @param nothing what to do when nothing was found
 */
public record SearchPage(
        Chrome chrome,
        SearchAddress address,
        List<String> notices,
        SearchResult result,
        List<EntryCard> cards,
        @Nullable BestMatchBlock bestMatch,
        @Nullable NamedBlock named,
        Favoured favoured,
        List<FacetGroup> facets,
        List<Chip> chips,
        Pager pager,
        @Nullable NothingFound nothing) {
    private static final int LONGEST_TITLE = 80;

    /** A filter that is on; following its address takes it off. */
    public record Chip(String label, String address) {}

    /** A value that a form sends along unseen. */
    public record Hidden(String name, String value) {}

    /** One way to order the results. */
    public record Order(String id, String label, boolean chosen) {}

    public SearchPage {
        notices = List.copyOf(notices);
        cards = List.copyOf(cards);
        facets = List.copyOf(facets);
        chips = List.copyOf(chips);
    }

    static SearchPage of(
            SearchAddress.Reading reading,
            SearchResult result,
            Optional<NothingFound> nothing,
            Optional<NamedBlock> named,
            Favoured favoured,
            CatalogTexts texts,
            Site site,
            Clock clock) {
        var address = reading.address();
        return new SearchPage(
                chrome(site, address, result),
                address,
                reading.notices(),
                result,
                cards(result, texts, clock),
                result.bestMatch()
                        .flatMap(best -> BestMatchBlock.of(best, texts.catalog()))
                        .orElse(null),
                named.orElse(null),
                favoured,
                nothing.isPresent()
                        ? List.of()
                        : FacetGroup.of(address.request(), result, texts.values(), reading.whole()),
                chips(address, texts.values()),
                Pager.of(address, result.total()),
                nothing.orElse(null));
    }

    public SearchRequest request() {
        return address.request();
    }

    public String heading() {
        int total = result.total();
        if (request().query().isEmpty() && !request().hasFilters()) return "All " + total + " entries";
        return total == 1 ? "1 result" : total + " results";
    }

    /** The page asked for lies behind the last one. */
    public boolean isBehindTheEnd() {
        return nothing == null && cards.isEmpty();
    }

    public String lastPage() {
        return address.withPage(pager.pages()).page();
    }

    public String numberOfPages() {
        return pager.pages() == 1 ? "There is only 1 page" : "There are only " + pager.pages() + " pages";
    }

    public List<Order> orders() {
        return Arrays.stream(Sort.values())
                .map(sort ->
                        new Order(sort.id(), sort.label(), sort == request().sort()))
                .toList();
    }

    /** What a new search keeps of this one: the filters and the order, which chips and the list show. */
    public List<Hidden> keptBySearch() {
        var kept = new ArrayList<Hidden>();
        request()
                .filters()
                .forEach((facet, values) -> values.forEach(value -> kept.add(new Hidden(facet.parameter(), value))));
        if (!address.lea().isEmpty()) kept.add(new Hidden("lea", address.lea()));
        if (request().sort() != Sort.RELEVANCE)
            kept.add(new Hidden("sort", request().sort().id()));
        return kept;
    }

    /** What other filters keep of this search. */
    public List<Hidden> keptByFilters() {
        var kept = new ArrayList<Hidden>();
        if (!request().query().isEmpty()) kept.add(new Hidden("q", request().query()));
        if (!address.lea().isEmpty()) kept.add(new Hidden("lea", address.lea()));
        if (request().verbatim()) kept.add(new Hidden("verbatim", "1"));
        return kept;
    }

    private static Chrome chrome(Site site, SearchAddress address, SearchResult result) {
        return site.page(title(address.request(), result), "/search")
                .describedAs("Search every support of California’s Statewide System of Support.")
                .withoutBreadcrumb()
                .withoutHeaderSearch()
                .notIndexed()
                .withTwin("application/json", address.json())
                .withTwin("text/csv", address.csv());
    }

    private static String title(SearchRequest request, SearchResult result) {
        if (request.query().isEmpty()) return "Search";
        var query = request.query();
        if (query.length() > LONGEST_TITLE) {
            query = query.substring(0, query.offsetByCodePoints(0, query.codePointCount(0, LONGEST_TITLE))) + "…";
        }
        return switch (result.total()) {
            case 0 -> "No results for “" + query + "”";
            case 1 -> query + ": 1 result";
            default -> query + ": " + result.total() + " results";
        };
    }

    private static List<EntryCard> cards(SearchResult result, CatalogTexts texts, Clock clock) {
        return result.hits().stream()
                .flatMap(hit -> texts.catalog().find(hit.id()).stream()
                        .map(entry -> card(entry, hit, result.stems(), texts, clock)))
                .toList();
    }

    private static EntryCard card(Entry entry, Hit hit, Set<String> stems, CatalogTexts texts, Clock clock) {
        var card = EntryCard.of(entry, texts.catalog().vocabularies(), clock);
        return new EntryCard(
                card.id(),
                card.path(),
                card.line(),
                texts.passages().title(entry, stems),
                texts.passages().summary(entry, stems),
                card.levels(),
                card.ended(),
                card.evidence(),
                card.checked(),
                card.firstStep(),
                hit.reasons());
    }

    private static List<Chip> chips(SearchAddress address, FacetValues values) {
        var chips = new ArrayList<Chip>();
        address.request()
                .filters()
                .forEach((facet, chosen) -> chosen.forEach(value -> chips.add(new Chip(
                        values.labelAlone(facet, value),
                        address.without(facet, value).page()))));
        return chips;
    }
}
