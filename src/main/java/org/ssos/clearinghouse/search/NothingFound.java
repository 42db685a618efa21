package org.ssos.clearinghouse.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;

/**
 * What to do when nothing was found: looser searches with what each would find, topics nearby, and whom to ask.
 *
 * @param tried what was searched for, in words
 * @param looser searches that leave something out, those that find something first
 * @param topics topics of what a looser search finds
 * @param office the county office that knows more
 */
public record NothingFound(String tried, List<Looser> looser, List<Near> topics, Office office) {
    private static final int MAX_WORDS = 6;
    private static final int MAX_TOPICS = 4;

    /** @param total how many it finds; it is worth following only when that is not 0 */
    public record Looser(String label, int total, String address) {
        public String found() {
            return switch (total) {
                case 0 -> "Still no results";
                case 1 -> "1 result";
                default -> total + " results";
            };
        }
    }

    public record Near(String label, String address) {}

    public record Office(String label, String address) {}

    public NothingFound {
        looser = looser.stream()
                .sorted(Comparator.comparing(attempt -> attempt.total() == 0))
                .toList();
        topics = List.copyOf(topics);
    }

    static NothingFound of(SearchAddress address, Snapshot snapshot, FacetValues values) {
        return new Maker(address, snapshot, values).make();
    }

    /** Looks for what would have been found with less asked for. Each looser search is a search of its own. */
    private static final class Maker {
        private final SearchAddress address;
        private final SearchRequest request;
        private final Snapshot snapshot;
        private final FacetValues values;
        private final List<Looser> looser = new ArrayList<>();
        private final Map<String, Integer> topics = new LinkedHashMap<>();

        Maker(SearchAddress address, Snapshot snapshot, FacetValues values) {
            this.address = address.withPage(1);
            this.request = address.request();
            this.snapshot = snapshot;
            this.values = values;
        }

        NothingFound make() {
            dropFilters();
            dropMarks();
            dropWords();
            return new NothingFound(tried(), looser, near(), office(snapshot.catalog()));
        }

        private String tried() {
            if (request.query().isEmpty()) return "No entry matches these filters";
            return "No entry matches “" + request.query() + (request.hasFilters() ? "” with these filters" : "”");
        }

        private void dropFilters() {
            if (!request.hasFilters()) return;
            var unfiltered = address.withoutFilters();
            // Before the others, because the topics nearby are those of the first search that finds something.
            int total = totalOf(unfiltered);
            request.filters().forEach((facet, chosen) -> {
                var labels = chosen.stream()
                        .map(value -> values.labelAlone(facet, value))
                        .collect(Collectors.joining(", "));
                attempt("Remove “" + labels + "”", address.without(facet));
            });
            if (request.filters().size() > 1) looser.add(new Looser("Remove all filters", total, unfiltered.page()));
        }

        private void dropMarks() {
            var plain = request.query()
                    .replaceAll("[\"“”„]", " ")
                    .replaceAll("\\s+", " ")
                    .strip();
            if (!plain.equals(request.query()) && !plain.isEmpty()) {
                attempt("Search without quotation marks", address.withQuery(plain));
            }
        }

        private void dropWords() {
            var stop = snapshot.catalog().wordLists().stop();
            var words = Text.words(Text.FOLDED, request.query()).stream()
                    .filter(word -> word.length() > 2 && !stop.contains(word))
                    .distinct()
                    .limit(MAX_WORDS)
                    .toList();
            if (words.size() < 2) return;
            for (var word : words) {
                var single = address.withQuery(word);
                int total = totalOf(single);
                if (total > 0) looser.add(new Looser("Search for “" + word + "”", total, single.page()));
            }
        }

        private void attempt(String label, SearchAddress attempted) {
            looser.add(new Looser(label, totalOf(attempted), attempted.page()));
        }

        private int totalOf(SearchAddress attempted) {
            var counted = snapshot.search().count(attempted.request());
            if (counted.total() > 0 && topics.isEmpty())
                topics.putAll(counted.counts().getOrDefault(Facet.TOPIC, Map.of()));
            return counted.total();
        }

        private List<Near> near() {
            return topics.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(MAX_TOPICS)
                    .map(topic -> new Near(values.label(Facet.TOPIC, topic.getKey()), "/topics/" + topic.getKey()))
                    .toList();
        }

        private Office office(Catalog catalog) {
            return chosenCounty(catalog)
                    .map(office -> new Office(office.title(), office.path()))
                    .orElseGet(() -> new Office("Find your county office", "/agencies?type=county-office"));
        }

        private Optional<Entry> chosenCounty(Catalog catalog) {
            var counties = request.chosen(Facet.COUNTY);
            return counties.size() == 1 ? catalog.shown(counties.getFirst() + "-county-office") : Optional.empty();
        }
    }
}
