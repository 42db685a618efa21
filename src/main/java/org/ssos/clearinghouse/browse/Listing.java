package org.ssos.clearinghouse.browse;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ssos.clearinghouse.entry.Entry;

/** The entries of an inventory that a request asks for, in its order. */
final class Listing {
    private final Inventory inventory;
    private final ListRequest request;
    private final List<Entry> all;
    private final List<Entry> entries;

    Listing(Inventory inventory, ListRequest request, List<Entry> all) {
        this.inventory = inventory;
        this.request = request;
        this.all = all;
        this.entries = all.stream().filter(this::isWanted).sorted(order()).toList();
    }

    List<Entry> entries() {
        return entries;
    }

    int total() {
        return all.size();
    }

    /** The entries by heading; one nameless group where the order has nothing to do with the headings. */
    Map<String, List<Entry>> groups() {
        var heading = sort().equals(inventory.sort()) ? inventory.group() : Inventory.UNGROUPED;
        return entries.stream().collect(Collectors.groupingBy(heading, LinkedHashMap::new, Collectors.toList()));
    }

    /** How the list is sorted, as in an address. */
    String sort() {
        return isKnown(request.sort()) ? request.sort() : inventory.sort();
    }

    /** How many of all entries have each value of the filter, by label. */
    List<Map.Entry<String, Long>> values(Filter filter) {
        var counts = all.stream()
                .flatMap(entry -> filter.values().apply(entry).stream())
                .collect(Collectors.groupingBy(value -> value, Collectors.counting()));
        Comparator<Map.Entry<String, Long>> byLabel =
                Comparator.comparing(value -> filter.labelOf().apply(value.getKey()), String.CASE_INSENSITIVE_ORDER);
        return counts.entrySet().stream()
                .sorted(filter.parameter().equals("year") ? byLabel.reversed() : byLabel)
                .toList();
    }

    /** The chosen values that no entry has; they are left out, and the reader is told. */
    List<String> unknown() {
        return inventory.filters().stream()
                .flatMap(filter -> Stream.ofNullable(request.chosen().get(filter.parameter()))
                        .filter(value -> !isKnown(filter, value)))
                .toList();
    }

    private boolean isWanted(Entry entry) {
        return inventory.filters().stream().allMatch(filter -> passes(filter, entry)) && holdsWords(entry);
    }

    private boolean passes(Filter filter, Entry entry) {
        var value = request.chosen().get(filter.parameter());
        return value == null || !isKnown(filter, value) || filter.lets(entry, value);
    }

    private boolean isKnown(Filter filter, String value) {
        return all.stream().anyMatch(entry -> filter.lets(entry, value));
    }

    private boolean holdsWords(Entry entry) {
        if (request.words().isEmpty()) return true;
        var text = folded(text(entry));
        return Stream.of(folded(request.words()).split("\\s+")).allMatch(text::contains);
    }

    private String text(Entry entry) {
        return Stream.of(
                        Stream.of(entry.title(), entry.summary()),
                        Stream.ofNullable(entry.acronym()),
                        entry.aka().stream(),
                        inventory.columns().stream().map(column -> column.textOf(entry)))
                .flatMap(texts -> texts)
                .collect(Collectors.joining(" "));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private boolean isKnown(String sort) {
        var id = sort.startsWith("-") ? sort.substring(1) : sort;
        return order(id).isPresent();
    }

    private Comparator<Entry> order() {
        var sort = sort();
        var descending = sort.startsWith("-");
        var order = order(descending ? sort.substring(1) : sort).orElse(byName());
        return (descending ? order.reversed() : order).thenComparing(byName());
    }

    private Optional<Comparator<Entry>> order(String id) {
        if (id.equals("name")) return Optional.of(byName());
        return inventory.columns().stream()
                .filter(column -> column.id().equals(id))
                .flatMap(column -> Stream.ofNullable(column.order()))
                .findFirst();
    }

    private static Comparator<Entry> byName() {
        return Comparator.comparing(Entry::title, String.CASE_INSENSITIVE_ORDER);
    }
}
