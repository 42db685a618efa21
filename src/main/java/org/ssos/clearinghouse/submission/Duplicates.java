package org.ssos.clearinghouse.submission;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.search.Snapshot;
import tools.jackson.databind.JsonNode;

/** Finds the entries that a draft may repeat: the same name, the same link, or much the same text. */
final class Duplicates {
    private static final int MOST_SHOWN = 5;

    /** Of all published entries, fewer than one in twenty come this close to another of their kind. */
    private static final double MUCH_THE_SAME = 0.75;

    /** A page that more entries than this lead to is about none of them in particular. */
    private static final int MOST_SHARING = 3;

    private Duplicates() {}

    /** The surest first; the entry that the draft changes is none of them. */
    static List<Duplicate> of(Draft draft, Snapshot snapshot) {
        var fields = draft.fields();
        var reasons = new LinkedHashMap<Entry, List<String>>();
        for (var alike : snapshot.search()
                .lookalikes(draft.title(), fields.path("summary").asString(""))) {
            snapshot.catalog().find(alike.id()).ifPresent(entry -> {
                if (alike.sameName()) add(reasons, entry, "the same name");
                if (entry.kind() == draft.kind() && alike.likeness() >= MUCH_THE_SAME)
                    add(reasons, entry, "much the same text");
            });
        }
        sameLink(fields.path("links"), snapshot.catalog()).forEach(entry -> add(reasons, entry, "the same link"));
        reasons.keySet().removeIf(entry -> entry.id().equals(draft.entry()));
        return reasons.entrySet().stream()
                .map(found -> new Duplicate(found.getKey(), found.getValue()))
                .limit(MOST_SHOWN)
                .toList();
    }

    private static List<Entry> sameLink(JsonNode links, Catalog catalog) {
        var main = links.path(0).path("url").asString("");
        if (main.isEmpty()) return List.of();
        var key = key(main);
        var same = catalog.all().stream()
                .filter(entry ->
                        entry.links().stream().anyMatch(link -> key(link.url()).equals(key)))
                .toList();
        return same.size() > MOST_SHARING ? List.of() : same;
    }

    /** The same page under any usual way of writing its address. */
    static String key(String address) {
        try {
            var uri = new URI(address.strip());
            var host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            var path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("/+$", "");
            var query = uri.getQuery() == null
                    ? ""
                    : Stream.of(uri.getQuery().split("&"))
                            .filter(part -> !part.startsWith("utm_"))
                            .sorted()
                            .reduce("", (all, part) -> all + "&" + part);
            return host.replaceFirst("^www\\.", "") + path + query;
        } catch (URISyntaxException malformed) {
            return address.strip();
        }
    }

    private static void add(Map<Entry, List<String>> reasons, Entry entry, String reason) {
        reasons.computeIfAbsent(entry, _ -> new ArrayList<>()).add(reason);
    }
}
