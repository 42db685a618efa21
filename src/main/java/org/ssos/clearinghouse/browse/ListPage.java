package org.ssos.clearinghouse.browse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.web.Chrome;

/**
 * The list of one kind as a table that can be sorted and narrowed.
 *
 * @param found how many entries are shown, in words
 * @param unknown filter values that no entry has
 * @param count what is to say about the number of initiatives; absent for other kinds
 */
public record ListPage(
        Chrome chrome,
        Kind kind,
        String lead,
        String path,
        String words,
        String found,
        boolean narrowed,
        List<String> unknown,
        List<Select> selects,
        @Nullable String sort,
        List<Head> heads,
        List<Group> groups,
        @Nullable Count count,
        String searchPath,
        String jsonPath,
        String csvPath) {

    public record Select(String parameter, String label, String all, List<Option> options) {}

    public record Option(String value, String label, boolean chosen) {}

    /** @param order {@code ascending} or {@code descending} for the column that the list is sorted by */
    public record Head(
            String label, @Nullable String path, @Nullable String order) {}

    public record Group(String heading, List<Row> rows) {}

    public record Row(String title, String path, @Nullable String mark, List<Cell> cells) {}

    public record Cell(String label, List<Item> items) {}

    /** How many initiatives we hold beside the official count. */
    public record Count(int held, int named) {}

    static ListPage of(
            Chrome chrome, Inventory inventory, ListRequest request, Listing listing, @Nullable Count count) {
        var kind = inventory.kind();
        var path = "/" + kind.path();
        return new ListPage(
                chrome,
                kind,
                inventory.lead(),
                path,
                request.words(),
                found(listing),
                request.isNarrowed(),
                listing.unknown(),
                inventory.filters().stream()
                        .map(filter -> select(filter, request, listing))
                        .toList(),
                request.sort().isEmpty() ? null : listing.sort(),
                heads(inventory, request, listing),
                listing.groups().entrySet().stream()
                        .map(group -> new Group(
                                group.getKey(),
                                group.getValue().stream()
                                        .map(entry -> row(entry, inventory))
                                        .toList()))
                        .toList(),
                count,
                "/search?kind=" + kind.id(),
                path + ".json" + request.query(),
                path + ".csv" + request.query());
    }

    public boolean isGrouped() {
        return groups.stream().noneMatch(group -> group.heading().isEmpty());
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    private static String found(Listing listing) {
        int shown = listing.entries().size();
        return shown == listing.total() ? "All " + shown : shown + " of " + listing.total();
    }

    private static Select select(Filter filter, ListRequest request, Listing listing) {
        var chosen = request.chosen().get(filter.parameter());
        return new Select(
                filter.parameter(),
                filter.label(),
                filter.all(),
                listing.values(filter).stream()
                        .map(value -> new Option(
                                value.getKey(),
                                filter.labelOf().apply(value.getKey()) + " (" + value.getValue() + ")",
                                value.getKey().equals(chosen)))
                        .toList());
    }

    private static List<Head> heads(Inventory inventory, ListRequest request, Listing listing) {
        var path = "/" + inventory.kind().path();
        var heads = new ArrayList<Head>();
        heads.add(head("name", "Name", path, request, listing));
        for (var column : inventory.columns()) {
            heads.add(
                    column.order() == null
                            ? new Head(column.label(), null, null)
                            : head(column.id(), column.label(), path, request, listing));
        }
        return heads;
    }

    private static Head head(String id, String label, String path, ListRequest request, Listing listing) {
        var ascending = listing.sort().equals(id);
        var order = ascending ? "ascending" : listing.sort().equals("-" + id) ? "descending" : null;
        return new Head(
                label, path + request.sortedBy(ascending ? "-" + id : id).query(), order);
    }

    private static Row row(Entry entry, Inventory inventory) {
        return new Row(
                entry.fullTitle(),
                entry.path(),
                entry.status().isEnded() && !inventory.hasColumn("status") ? "Ended" : null,
                inventory.columns().stream()
                        .map(column -> new Cell(column.label(), column.of(entry)))
                        .toList());
    }
}
