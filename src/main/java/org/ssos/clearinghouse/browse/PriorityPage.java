package org.ssos.clearinghouse.browse;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vocabularies.Indicator;
import org.ssos.clearinghouse.entry.Vocabularies.Priority;
import org.ssos.clearinghouse.search.EntryCard;
import org.ssos.clearinghouse.web.Chrome;

/** A state priority: what it means, what shows it, and what we hold for it. */
public record PriorityPage(
        Chrome chrome,
        Priority priority,
        String citation,
        String appliesTo,
        List<Measure> indicators,
        List<Item> topics,
        List<TopicPage.Group> groups,
        List<Item> others,
        List<SourceLine> sources) {
    private static final int SHOWN = 6;

    /** An indicator of the Dashboard, with the address of the search that it leads to. */
    public record Measure(Indicator indicator, String searchPath, List<SourceLine> sources) {}

    static PriorityPage of(Chrome chrome, Priority priority, Catalog catalog, Clock clock) {
        var vocabularies = catalog.vocabularies();
        return new PriorityPage(
                chrome,
                priority,
                Stream.of(priority.ecDistrict(), priority.ecCounty())
                        .flatMap(Stream::ofNullable)
                        .collect(Collectors.joining("; ")),
                priority.appliesTo().stream()
                        .map(id -> vocabularies.audiences().label(id))
                        .collect(Collectors.joining(", ")),
                priority.indicators().stream()
                        .flatMap(id -> vocabularies.indicators().find(id).stream())
                        .map(PriorityPage::measure)
                        .toList(),
                vocabularies.topics().all().stream()
                        .filter(topic -> topic.priorities().contains(priority.number()))
                        .map(topic -> new Item(topic.label(), "/topics/" + topic.id()))
                        .toList(),
                groups(priority, catalog, clock),
                vocabularies.priorities().all().stream()
                        .filter(other -> !other.equals(priority))
                        .map(other -> new Item(other.number() + " " + other.label(), "/priorities/" + other.number()))
                        .toList(),
                SourceLine.of(priority.sources()));
    }

    public String searchPath() {
        return "/search?priority=" + priority.number();
    }

    private static Measure measure(Indicator indicator) {
        return new Measure(indicator, "/search?indicator=" + indicator.id(), SourceLine.of(indicator.sources()));
    }

    private static List<TopicPage.Group> groups(Priority priority, Catalog catalog, Clock clock) {
        var groups = new ArrayList<TopicPage.Group>();
        for (var kind : Kind.values()) {
            var entries = catalog.all(kind).stream()
                    .filter(entry -> entry.statePriorities().values().contains(priority.number()))
                    .toList();
            if (!entries.isEmpty()) groups.add(group(kind, priority, entries, catalog, clock));
        }
        return groups;
    }

    private static TopicPage.Group group(
            Kind kind, Priority priority, List<Entry> entries, Catalog catalog, Clock clock) {
        var cards = entries.stream()
                .limit(SHOWN)
                .map(entry -> EntryCard.of(entry, catalog.vocabularies(), clock))
                .toList();
        return new TopicPage.Group(kind.plural() + " (" + entries.size() + ")", cards, more(kind, priority, entries));
    }

    private static @Nullable Item more(Kind kind, Priority priority, List<Entry> entries) {
        if (entries.size() <= SHOWN) return null;
        return new Item("All " + entries.size(), "/search?kind=" + kind.id() + "&priority=" + priority.number());
    }
}
