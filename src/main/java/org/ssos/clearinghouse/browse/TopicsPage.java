package org.ssos.clearinghouse.browse;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.web.Chrome;

/** All topics by area, each with the number of its entries. */
public record TopicsPage(Chrome chrome, List<Area> areas) {
    public record Area(String id, String label, @Nullable String description, List<Topic> topics) {}

    public record Topic(String label, String path, long entries) {}

    static TopicsPage of(Chrome chrome, Catalog catalog) {
        var counts = counts(catalog);
        var areas = catalog.vocabularies().areas().stream()
                .map(area -> new Area(
                        area.id(),
                        area.label(),
                        area.description(),
                        catalog.vocabularies().topics().all().stream()
                                .filter(topic -> topic.area().equals(area.id()))
                                .map(topic -> new Topic(
                                        topic.label(), "/topics/" + topic.id(), counts.getOrDefault(topic.id(), 0L)))
                                .toList()))
                .toList();
        return new TopicsPage(chrome, areas);
    }

    static Map<String, Long> counts(Catalog catalog) {
        return catalog.all().stream()
                .flatMap(entry -> entry.topics().stream())
                .collect(Collectors.groupingBy(topic -> topic, Collectors.counting()));
    }
}
