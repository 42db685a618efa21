package org.ssos.clearinghouse.browse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.AgencyRef;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Event;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.Resource;
import org.ssos.clearinghouse.entry.Story;
import org.ssos.clearinghouse.entry.Vocabularies;

/** Turns the ids that an entry holds into names that lead somewhere. */
final class Names {
    private static final int MOST = 3;

    private final Catalog catalog;
    private final Vocabularies vocabularies;

    Names(Catalog catalog) {
        this.catalog = catalog;
        this.vocabularies = catalog.vocabularies();
    }

    List<Item> topics(Entry entry) {
        return entry.topics().stream()
                .map(id -> new Item(vocabularies.topics().label(id), "/topics/" + id))
                .toList();
    }

    List<Item> audiences(Entry entry) {
        return entry.audiences().stream()
                .map(id -> new Item(vocabularies.audiences().label(id), "/search?audience=" + id))
                .toList();
    }

    List<Item> studentGroups(Entry entry) {
        return entry.studentGroups().stream()
                .map(id -> new Item(vocabularies.studentGroups().label(id), "/search?group=" + id))
                .toList();
    }

    List<Item> gradeSpans(Entry entry) {
        return plain(
                entry.gradeSpans().stream().map(id -> vocabularies.gradeSpans().label(id)));
    }

    List<Item> levels(Entry entry) {
        return entry.levels().values().stream()
                .map(level -> new Item(vocabularies.levels().label(level.id()), "/search?level=" + level.id()))
                .toList();
    }

    List<Item> priorities(Entry entry) {
        return entry.statePriorities().values().stream()
                .map(number -> new Item(
                        number + " " + vocabularies.priorities().label("priority-" + number),
                        "/search?priority=" + number))
                .toList();
    }

    List<Item> indicators(Entry entry) {
        return entry.indicators().values().stream()
                .map(id -> new Item(vocabularies.indicators().label(id), "/search?indicator=" + id))
                .toList();
    }

    List<Item> coverage(Entry entry) {
        var covered = entry.coverage();
        var items = new ArrayList<Item>();
        if (covered.statewide()) items.add(Item.plain("All of California"));
        for (var region : covered.regions()) {
            items.add(Item.plain(vocabularies.regions().label(region) + " region"));
        }
        for (var county : covered.counties()) items.add(county(county));
        return items;
    }

    /** Counties of everything the entry covers or stands in, regions included; none where it covers the whole state. */
    Set<String> counties(Entry entry) {
        var counties = new LinkedHashSet<>(entry.coverage().counties());
        for (var id : entry.coverage().regions()) {
            vocabularies.regions().find(id).ifPresent(region -> counties.addAll(region.counties()));
        }
        if (entry.details() instanceof Agency agency && agency.county() != null) counties.add(agency.county());
        if (entry.details() instanceof Story story) {
            story.leas().stream()
                    .flatMap(lea -> Stream.ofNullable(lea.county()))
                    .forEach(counties::add);
        }
        return counties;
    }

    Item county(String id) {
        return new Item(countyName(id), "/search?county=" + id);
    }

    String countyName(String id) {
        return vocabularies.counties().label(id) + " County";
    }

    String type(Entry entry) {
        return vocabularies.types().label(entry.type());
    }

    /** The organizations behind an entry, at most three of them by name. */
    List<Item> behind(Entry entry) {
        return some(allBehind(entry));
    }

    /** At most three; the last one says how many others there are. */
    static List<Item> some(List<Item> all) {
        if (all.size() <= MOST) return all;
        var some = new ArrayList<>(all.subList(0, MOST - 1));
        some.add(Item.plain((all.size() - MOST + 1) + " others"));
        return some;
    }

    private List<Item> allBehind(Entry entry) {
        return switch (entry.details()) {
            case Initiative initiative -> agencies(initiative.leadAgencies());
            case Resource resource -> organizations(resource.publishers(), resource.publisher());
            case Agency agency -> agencies(agency.runBy());
            case Event event -> organizations(event.organizers(), event.organizer());
            default -> List.of();
        };
    }

    List<Item> agencies(List<AgencyRef> refs) {
        return refs.stream()
                .map(ref -> new Item(ref.name(), path(ref.agency())))
                .distinct()
                .toList();
    }

    /** Each with its role, where the entry says one. */
    List<Item> agenciesInRoles(List<AgencyRef> refs) {
        return refs.stream()
                .map(ref -> new Item(
                        ref.role() == null ? ref.name() : ref.name() + " (" + ref.role() + ")", path(ref.agency())))
                .toList();
    }

    /** The entry of the organization leads there where it is the only one; else each gets its own link. */
    private List<Item> organizations(List<EntryId> ids, @Nullable String name) {
        if (name == null) return entries(ids);
        if (ids.size() == 1) return List.of(new Item(name, path(ids.getFirst())));
        return ids.isEmpty() ? List.of(Item.plain(name)) : entries(ids);
    }

    List<Item> entries(List<EntryId> ids) {
        return ids.stream()
                .flatMap(id -> catalog.shown(id).stream())
                .map(Item::of)
                .toList();
    }

    private @Nullable String path(@Nullable EntryId id) {
        return id == null ? null : catalog.shown(id).map(Entry::path).orElse(null);
    }

    /** Citations, each leading to the first section that it names; bills and budget items lead nowhere. */
    static List<Item> law(List<String> citations) {
        return citations.stream()
                .map(citation -> new Item(
                        citation,
                        Citation.in(citation).stream()
                                .map(Citation::path)
                                .filter(path -> !path.isEmpty())
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    static List<Item> plain(Stream<String> texts) {
        return texts.map(Item::plain).toList();
    }
}
