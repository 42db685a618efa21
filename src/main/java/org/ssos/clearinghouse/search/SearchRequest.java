package org.ssos.clearinghouse.search;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is searched for. Equal requests have equal answers as long as the snapshot is the same.
 *
 * @param query as typed
 * @param filters chosen values by facet; OR inside a facet, AND between facets; unknown values match nothing
 * @param page from 1
 * @param size results on a page, 1 to 100
 * @param verbatim leave misspelt words as they are
 */
public record SearchRequest(
        String query, Map<Facet, SortedSet<String>> filters, Sort sort, int page, int size, boolean verbatim) {
    public static final int PAGE_SIZE = 10;
    public static final int MAX_SIZE = 100;

    public enum Sort {
        RELEVANCE("relevance", "Best match"),
        TITLE("title", "Name, A to Z"),
        CHECKED("checked", "Recently checked");

        private final String id;
        private final String label;

        Sort(String id, String label) {
            this.id = id;
            this.label = label;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }

        public static Optional<Sort> find(String id) {
            return Arrays.stream(values()).filter(sort -> sort.id.equals(id)).findFirst();
        }
    }

    public SearchRequest {
        if (page < 1) throw new IllegalArgumentException("Pages start at 1, not " + page);
        if (size < 1 || size > MAX_SIZE) throw new IllegalArgumentException("A page holds 1 to 100, not " + size);
        var copy = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        filters.forEach((facet, values) -> {
            if (!values.isEmpty()) copy.put(facet, Collections.unmodifiableSortedSet(new TreeSet<>(values)));
        });
        filters = Collections.unmodifiableMap(copy);
    }

    public static SearchRequest of(String query) {
        return new SearchRequest(query, Map.of(), Sort.RELEVANCE, 1, PAGE_SIZE, false);
    }

    public SortedSet<String> chosen(Facet facet) {
        return filters.getOrDefault(facet, Collections.emptySortedSet());
    }

    public boolean hasFilters() {
        return !filters.isEmpty();
    }
}
