package org.ssos.clearinghouse.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.search.SearchRequest.Sort;

/**
 * A search as an address: reads requests out of addresses and writes the addresses of neighbouring searches. One search
 * has one address, whatever the order of what was asked.
 *
 * @param lea code of the LEA to favour, {@link #NO_LEA}, or empty where the address says nothing
 */
public record SearchAddress(SearchRequest request, String lea) {
    /** In place of a code: favour no LEA, not even the visitor's own. */
    static final String NO_LEA = "none";

    /** Longer questions are cut here, so that a page does not repeat a whole letter in each of its links. */
    static final int MAX_QUERY = 1_200;

    /** No directory has more pages; keeps page times size within an int. */
    static final int MAX_PAGE = 100_000;

    private static final int MAX_NOTICES = 5;
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\s]+");

    /**
     * What an address asks for.
     *
     * @param notices what in it could not be used, in words
     * @param whole the facets whose long lists are to be shown whole
     */
    public record Reading(SearchAddress address, List<String> notices, Set<Facet> whole) {
        public Reading {
            notices = List.copyOf(notices);
            whole = Set.copyOf(whole);
        }

        public SearchRequest request() {
            return address.request();
        }
    }

    /**
     * Reads what stands behind the question mark. Every text has a reading: what is unknown or impossible is left out
     * and named in the notices; parameters of other pages are passed over.
     */
    public static Reading read(@Nullable String queryString, FacetValues values) {
        return new Reader(values).read(parameters(queryString == null ? "" : queryString));
    }

    /** The same search in favour of another LEA, of none, or of what the visitor chose. */
    public SearchAddress favouring(String other) {
        return new SearchAddress(request, other);
    }

    /** A search that favours what the visitor chose. */
    public SearchAddress(SearchRequest request) {
        this(request, "");
    }

    private SearchAddress with(SearchRequest other) {
        return new SearchAddress(other, lea);
    }

    public String page() {
        return "/search" + parameters();
    }

    public String json() {
        return "/search.json" + parameters();
    }

    public String csv() {
        return "/search.csv" + withPage(1).parameters();
    }

    public SearchAddress withPage(int page) {
        return with(new SearchRequest(
                request.query(), request.filters(), request.sort(), page, request.size(), request.verbatim()));
    }

    public SearchAddress withQuery(String query) {
        return with(new SearchRequest(query, request.filters(), request.sort(), 1, request.size(), false));
    }

    /** The same words, searched for as they were typed. */
    public SearchAddress verbatim() {
        return with(new SearchRequest(request.query(), request.filters(), request.sort(), 1, request.size(), true));
    }

    public SearchAddress without(Facet facet, String value) {
        var values = new TreeSet<>(request.chosen(facet));
        values.remove(value);
        return withChoice(facet, values);
    }

    public SearchAddress without(Facet facet) {
        return withChoice(facet, new TreeSet<>());
    }

    public SearchAddress withoutFilters() {
        return withFilters(Map.of());
    }

    private SearchAddress withChoice(Facet facet, SortedSet<String> values) {
        var filters = new EnumMap<Facet, SortedSet<String>>(Facet.class);
        filters.putAll(request.filters());
        filters.put(facet, values);
        return withFilters(filters);
    }

    private SearchAddress withFilters(Map<Facet, SortedSet<String>> filters) {
        return with(new SearchRequest(request.query(), filters, request.sort(), 1, request.size(), request.verbatim()));
    }

    private String parameters() {
        var text = new StringBuilder();
        if (!request.query().isEmpty()) append(text, "q", request.query());
        request.filters().forEach((facet, values) -> values.forEach(value -> append(text, facet.parameter(), value)));
        if (request.sort() != Sort.RELEVANCE)
            append(text, "sort", request.sort().id());
        if (request.size() != SearchRequest.PAGE_SIZE) append(text, "size", Integer.toString(request.size()));
        if (!lea.isEmpty()) append(text, "lea", lea);
        if (request.verbatim()) append(text, "verbatim", "1");
        if (request.page() > 1) append(text, "page", Integer.toString(request.page()));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append(text.isEmpty() ? '?' : '&').append(name).append('=');
        text.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** Unlike the web server's own reading this one keeps a value with a stray percent sign, as it was typed. */
    private static Map<String, List<String>> parameters(String queryString) {
        var parameters = new LinkedHashMap<String, List<String>>();
        for (var part : queryString.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals <= 0) continue;
            parameters
                    .computeIfAbsent(decoded(part.substring(0, equals)), _ -> new ArrayList<>())
                    .add(decoded(part.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException strayPercentSign) {
            return text.replace('+', ' ');
        }
    }

    private static final class Reader {
        private final FacetValues values;
        private final List<String> notices = new ArrayList<>();
        private int unnamed;

        Reader(FacetValues values) {
            this.values = values;
        }

        Reading read(Map<String, List<String>> parameters) {
            var filters = new EnumMap<Facet, SortedSet<String>>(Facet.class);
            for (var facet : Facet.values()) {
                var chosen = chosen(facet, parameters.getOrDefault(facet.parameter(), List.of()));
                if (!chosen.isEmpty()) filters.put(facet, chosen);
            }
            var request = new SearchRequest(
                    query(last(parameters, "q")),
                    filters,
                    sort(last(parameters, "sort")),
                    page(last(parameters, "page")),
                    size(last(parameters, "size")),
                    last(parameters, "verbatim").equals("1"));
            var lea = lea(last(parameters, "lea").strip());
            if (unnamed > 0) notices.add("So were " + unnamed + " more that are not known here.");
            var whole = parameters.getOrDefault("all", List.of()).stream()
                    .flatMap(name -> Facet.find(name).stream())
                    .collect(Collectors.toSet());
            return new Reading(new SearchAddress(request, lea), notices, whole);
        }

        private SortedSet<String> chosen(Facet facet, List<String> typed) {
            var chosen = new TreeSet<String>();
            for (var text : typed) {
                var value = text.strip();
                if (value.isEmpty() || chosen.contains(value)) continue;
                if (values.holds(facet, value)) {
                    chosen.add(value);
                } else if (notices.size() < MAX_NOTICES) {
                    notices.add(
                            "“" + shown(value) + "” is not a choice under " + facet.label() + ", so it was left out.");
                } else {
                    unnamed++;
                }
            }
            return chosen;
        }

        private Sort sort(String typed) {
            if (typed.isEmpty()) return Sort.RELEVANCE;
            return Sort.find(typed).orElseGet(() -> {
                notices.add("Results cannot be sorted by “" + shown(typed) + "”. The best match comes first.");
                return Sort.RELEVANCE;
            });
        }

        /** Whether there is such an LEA, others know. */
        private String lea(String typed) {
            if (typed.isEmpty() || typed.equals(NO_LEA) || typed.matches("[0-9 .-]{6,24}")) return typed;
            notices.add("“" + shown(typed) + "” is not the code of an LEA, so none is favoured.");
            return "";
        }

        private int page(String typed) {
            if (typed.isEmpty()) return 1;
            if (typed.matches("0*[1-9][0-9]*")) return (int) Math.min(MAX_PAGE, number(typed));
            notices.add("There is no page “" + shown(typed) + "”. This is page 1.");
            return 1;
        }

        private int size(String typed) {
            if (typed.isEmpty()) return SearchRequest.PAGE_SIZE;
            if (typed.matches("0*[1-9][0-9]*") && number(typed) <= SearchRequest.MAX_SIZE) return (int) number(typed);
            notices.add("A page holds 1 to " + SearchRequest.MAX_SIZE + " results, not “" + shown(typed) + "”.");
            return typed.matches("[0-9]*[1-9][0-9]*") ? SearchRequest.MAX_SIZE : SearchRequest.PAGE_SIZE;
        }

        private static long number(String digits) {
            var significant = digits.replaceFirst("^0+", "");
            return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
        }

        private static String query(String typed) {
            var text = NO_TEXT.matcher(typed).replaceAll(" ").strip();
            return text.length() <= MAX_QUERY ? text : upTo(text, MAX_QUERY).strip();
        }

        private static String shown(String text) {
            var plain = NO_TEXT.matcher(text).replaceAll(" ");
            return plain.length() <= 60 ? plain : upTo(plain, 59) + "…";
        }

        /** Never cuts a character in two. */
        private static String upTo(String text, int length) {
            return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
        }

        private static String last(Map<String, List<String>> parameters, String name) {
            var values = parameters.getOrDefault(name, List.of());
            return values.isEmpty() ? "" : values.getLast();
        }
    }
}
