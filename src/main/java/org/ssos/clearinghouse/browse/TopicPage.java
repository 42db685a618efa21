package org.ssos.clearinghouse.browse;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vocabularies.Topic;
import org.ssos.clearinghouse.search.EntryCard;
import org.ssos.clearinghouse.web.Chrome;

/** What a topic is about, and what we hold on it. */
public record TopicPage(
        Chrome chrome,
        Topic topic,
        String area,
        List<Item> priorities,
        List<Group> groups,
        List<Item> neighbours,
        String searchPath) {
    private static final int SHOWN = 10;

    /** @param more the rest of a long group */
    public record Group(
            String heading, List<EntryCard> cards, @Nullable Item more) {}

    static TopicPage of(Chrome chrome, Topic topic, Catalog catalog, Clock clock) {
        var vocabularies = catalog.vocabularies();
        var groups = new ArrayList<Group>();
        for (var kind : Kind.values()) {
            var entries = catalog.all(kind).stream()
                    .filter(entry -> entry.topics().contains(topic.id()))
                    .sorted((a, b) -> Boolean.compare(isMain(topic, b), isMain(topic, a)))
                    .toList();
            if (!entries.isEmpty()) groups.add(group(kind, topic, entries, catalog, clock));
        }
        return new TopicPage(
                chrome,
                topic,
                vocabularies.areas().stream()
                        .filter(area -> area.id().equals(topic.area()))
                        .map(area -> area.label())
                        .findFirst()
                        .orElse(topic.area()),
                topic.priorities().stream()
                        .map(number -> new Item(
                                number + " " + vocabularies.priorities().label("priority-" + number),
                                "/search?priority=" + number))
                        .toList(),
                groups,
                vocabularies.topics().all().stream()
                        .filter(other -> other.area().equals(topic.area()) && !other.equals(topic))
                        .map(other -> new Item(other.label(), "/topics/" + other.id()))
                        .toList(),
                "/search?topic=" + topic.id());
    }

    private static boolean isMain(Topic topic, Entry entry) {
        return entry.topics().getFirst().equals(topic.id());
    }

    private static Group group(Kind kind, Topic topic, List<Entry> entries, Catalog catalog, Clock clock) {
        var cards = entries.stream()
                .limit(SHOWN)
                .map(entry -> EntryCard.of(entry, catalog.vocabularies(), clock))
                .toList();
        var more = entries.size() <= SHOWN
                ? null
                : new Item("All " + entries.size(), "/search?kind=" + kind.id() + "&topic=" + topic.id());
        return new Group(kind.plural() + " (" + entries.size() + ")", cards, more);
    }
}
