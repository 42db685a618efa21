package org.ssos.clearinghouse.lea;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/**
 * Which LEAs a visitor looks for, read from the address and nothing else.
 *
 * @param words what was typed for a name, place or code
 * @param county id of a county, or empty
 * @param type id of a type, or empty
 * @param page from 1
 */
record LeasRequest(String words, String county, String type, int page) {
    private static final int LONGEST = 500;
    private static final int MOST_PAGES = 1_000;

    static LeasRequest from(Context ctx) {
        return new LeasRequest(
                parameter(ctx, "q"), parameter(ctx, "county"), parameter(ctx, "type"), page(parameter(ctx, "page")));
    }

    boolean isNarrowed() {
        return !words.isEmpty() || !county.isEmpty() || !type.isEmpty();
    }

    LeasRequest onPage(int other) {
        return new LeasRequest(words, county, type, other);
    }

    /** The part of an address after the path, with its question mark; empty when nothing is asked for. */
    String query() {
        var parameters = new LinkedHashMap<String, String>();
        if (!words.isEmpty()) parameters.put("q", words);
        if (!county.isEmpty()) parameters.put("county", county);
        if (!type.isEmpty()) parameters.put("type", type);
        if (page > 1) parameters.put("page", Integer.toString(page));
        if (parameters.isEmpty()) return "";
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String parameter(Context ctx, String name) {
        var value = ctx.queryParam(name);
        if (value == null) return "";
        var text = value.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static int page(String typed) {
        return typed.matches("[1-9][0-9]{0,5}") ? Math.min(MOST_PAGES, Integer.parseInt(typed)) : 1;
    }
}
