package org.ssos.clearinghouse.search;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Level;
import org.ssos.clearinghouse.search.FacetGroup.Choice;
import org.ssos.clearinghouse.search.SearchResult.Hit;

/**
 * The answer to a search as programs get it; {@code openapi.json} describes each field.
 *
 * @param searchedFor the words that were searched for, when spelling was mended
 * @param notices what of the request could not be used
 * @param tookMs how long the search took, in milliseconds
 */
public record SearchAnswer(
        String query,
        int total,
        int page,
        int pageSize,
        int pages,
        List<Found> results,
        Map<String, List<Value>> facets,
        @Nullable String didYouMean,
        @Nullable String searchedFor,
        boolean relaxed,
        boolean cut,
        @Nullable Best bestMatch,
        List<String> notices,
        double tookMs) {

    /**
     * One entry found.
     *
     * @param snippet the summary, and where only the description shows why a sentence of it, as HTML: words found stand in
     *     {@code mark} elements, and there are no others
     * @param score absent when the results are sorted by something else
     * @param reasons why it was found, in words
     */
    public record Found(
            String id,
            String kind,
            String title,
            String url,
            String summary,
            String snippet,
            @Nullable Float score,
            List<String> reasons,
            @Nullable String firstStep,
            List<String> levels,
            List<String> topics,
            String status) {}

    public record Value(String value, String label, int count, boolean selected) {}

    /** A glossary term, a topic, an LEA or the like that is just what was asked for. */
    public record Best(String kind, String id, String label, String text, String url) {}

    static SearchAnswer of(
            SearchAddress.Reading reading,
            SearchResult result,
            Optional<NamedBlock> named,
            CatalogTexts texts,
            double tookMs) {
        var request = reading.request();
        var catalog = texts.catalog();
        return new SearchAnswer(
                request.query(),
                result.total(),
                request.page(),
                request.size(),
                Pager.pages(result.total(), request.size()),
                result.hits().stream()
                        .flatMap(hit -> catalog.find(hit.id()).stream()
                                .map(entry -> found(hit, entry, texts.passages().summary(entry, result.stems()))))
                        .toList(),
                facets(request, result, texts.values()),
                result.didYouMean().orElse(null),
                result.searchedFor().orElse(null),
                result.relaxed(),
                result.cut(),
                result.bestMatch()
                        .flatMap(best -> BestMatchBlock.of(best, catalog))
                        .map(best -> new Best(best.kind(), best.id(), best.label(), best.text(), best.url()))
                        .or(() -> named.map(NamedBlock::thing)
                                .map(thing ->
                                        new Best(thing.kind(), thing.id(), thing.label(), thing.detail(), thing.url())))
                        .orElse(null),
                reading.notices(),
                tookMs);
    }

    private static Found found(Hit hit, Entry entry, List<Segment> snippet) {
        return new Found(
                entry.id().value(),
                entry.kind().id(),
                entry.fullTitle(),
                entry.path(),
                entry.summary(),
                html(snippet),
                Float.isFinite(hit.score()) ? hit.score() : null,
                hit.reasons(),
                entry.firstStep(),
                entry.levels().values().stream().map(Level::id).toList(),
                entry.topics(),
                entry.status().state().id());
    }

    private static String html(List<Segment> segments) {
        var html = new StringBuilder();
        for (var segment : segments) {
            var text = segment.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            html.append(segment.marked() ? "<mark>" + text + "</mark>" : text);
        }
        return html.toString();
    }

    private static Map<String, List<Value>> facets(SearchRequest request, SearchResult result, FacetValues values) {
        var facets = new LinkedHashMap<String, List<Value>>();
        for (var facet : Facet.values()) facets.put(facet.parameter(), List.of());
        FacetGroup.choices(request, result, values)
                .forEach((facet, choices) -> facets.put(
                        facet.parameter(),
                        choices.stream()
                                .sorted(Comparator.comparingInt(Choice::count).reversed())
                                .map(choice ->
                                        new Value(choice.value(), choice.label(), choice.count(), choice.chosen()))
                                .toList()));
        return facets;
    }
}
