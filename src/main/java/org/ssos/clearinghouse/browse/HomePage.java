package org.ssos.clearinghouse.browse;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Event;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Level;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Story;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.LevelTag;

/** The home page: search, the three doors, and what is worth a look. */
public record HomePage(
        Chrome chrome,
        int initiatives,
        int resources,
        int agencies,
        int topicCount,
        List<LevelText> levels,
        List<TopicsPage.Topic> topics,
        List<Spot> spots,
        List<Dated> dates,
        List<Dated> updates) {
    private static final int TOPICS = 28;
    private static final int SPOTS = 6;
    private static final int DATES = 3;
    private static final int UPDATES = 3;

    /** A level of support in its own words. */
    public record LevelText(LevelTag tag, String path, String plain) {}

    /** A bright spot with the one thing that changed most. */
    public record Spot(
            String where,
            String title,
            String path,
            @Nullable String changed) {}

    public record Dated(PartialDate date, String title, String path) {}

    static HomePage of(Chrome chrome, Catalog catalog, Clock clock) {
        return new HomePage(
                chrome,
                catalog.all(Kind.INITIATIVE).size(),
                catalog.all(Kind.RESOURCE).size(),
                catalog.all(Kind.AGENCY).size(),
                catalog.vocabularies().topics().all().size(),
                Stream.of(Level.values()).flatMap(level -> text(level, catalog)).toList(),
                topics(catalog),
                spots(catalog),
                dates(catalog, LocalDate.now(clock)),
                newest(catalog.all(Kind.UPDATE))
                        .limit(UPDATES)
                        .flatMap(entry ->
                                entry.date().stream().map(date -> new Dated(date, entry.title(), entry.path())))
                        .toList());
    }

    private static Stream<LevelText> text(Level level, Catalog catalog) {
        return catalog.vocabularies().levels().find(level.id()).stream()
                .map(info -> new LevelText(
                        LevelTag.of(level),
                        "/search?level=" + level.id(),
                        info.plain() == null ? info.summary() : info.plain()));
    }

    /** The topics with the most entries, by name. */
    private static List<TopicsPage.Topic> topics(Catalog catalog) {
        var counts = TopicsPage.counts(catalog);
        return catalog.vocabularies().topics().all().stream()
                .map(topic -> new TopicsPage.Topic(
                        topic.label(), "/topics/" + topic.id(), counts.getOrDefault(topic.id(), 0L)))
                .sorted(Comparator.comparingLong(TopicsPage.Topic::entries).reversed())
                .limit(TOPICS)
                .sorted(Comparator.comparing(TopicsPage.Topic::label, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static List<Spot> spots(Catalog catalog) {
        return newest(catalog.all(Kind.STORY))
                .filter(entry -> !changes(entry).isEmpty())
                .limit(SPOTS)
                .map(entry -> new Spot(
                        where(entry, catalog),
                        entry.title(),
                        entry.path(),
                        changes(entry).getFirst()))
                .toList();
    }

    private static List<String> changes(Entry entry) {
        return entry.details() instanceof Story story ? story.changed() : List.of();
    }

    private static String where(Entry entry, Catalog catalog) {
        if (!(entry.details() instanceof Story story) || story.leas().isEmpty()) return new Names(catalog).type(entry);
        var first = story.leas().getFirst().name();
        int others = story.leas().size() - 1;
        return others == 0 ? first : first + " and " + others + (others == 1 ? " other" : " others");
    }

    private static List<Dated> dates(Catalog catalog, LocalDate today) {
        return catalog.all(Kind.EVENT).stream()
                .flatMap(entry -> next(entry, today).stream()
                        .map(day -> new Dated(PartialDate.of(day), entry.title(), entry.path())))
                .sorted(Comparator.comparing(Dated::date))
                .limit(DATES)
                .toList();
    }

    private static Optional<LocalDate> next(Entry entry, LocalDate today) {
        return entry.details() instanceof Event event && event.due() != null
                ? event.due().nextFrom(today)
                : Optional.empty();
    }

    private static Stream<Entry> newest(List<Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing((Entry entry) ->
                                entry.date().map(PartialDate::firstDay).orElse(LocalDate.MIN))
                        .reversed());
    }
}
