package org.ssos.clearinghouse.browse;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a visitor wants of a list, read from the address and nothing else.
 *
 * @param words each must stand somewhere in the entry
 * @param chosen one value for each filter that is on, by its parameter
 * @param sort the id of a column, with a minus before it to turn the order around; empty for the usual order
 */
record ListRequest(String words, Map<String, String> chosen, String sort) {
    private static final int LONGEST = 500;

    static ListRequest from(Context ctx, Inventory inventory) {
        var chosen = new LinkedHashMap<String, String>();
        for (var filter : inventory.filters()) {
            var value = parameter(ctx, filter.parameter());
            if (!value.isEmpty()) chosen.put(filter.parameter(), value);
        }
        return new ListRequest(parameter(ctx, "q"), chosen, parameter(ctx, "sort"));
    }

    private static String parameter(Context ctx, String name) {
        var value = ctx.queryParam(name);
        if (value == null) return "";
        var text = value.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    boolean isNarrowed() {
        return !words.isEmpty() || !chosen.isEmpty();
    }

    ListRequest sortedBy(String column) {
        return new ListRequest(words, chosen, column);
    }

    /** The part of an address after the path, with its question mark; empty when nothing is asked for. */
    String query() {
        var parameters = new LinkedHashMap<String, String>();
        if (!words.isEmpty()) parameters.put("q", words);
        parameters.putAll(chosen);
        if (!sort.isEmpty()) parameters.put("sort", sort);
        if (parameters.isEmpty()) return "";
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
