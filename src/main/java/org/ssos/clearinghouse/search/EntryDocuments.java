package org.ssos.clearinghouse.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.References;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.AgencyRef;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.EntryState;
import org.ssos.clearinghouse.entry.Event;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Level;
import org.ssos.clearinghouse.entry.Resource;
import org.ssos.clearinghouse.entry.Story;
import org.ssos.clearinghouse.entry.Update;
import org.ssos.clearinghouse.entry.Vocabularies;

/** Says what search must know of each entry of a catalog. */
public final class EntryDocuments {
    private final Catalog catalog;
    private final Vocabularies vocabularies;

    public EntryDocuments(Catalog catalog) {
        this.catalog = catalog;
        this.vocabularies = catalog.vocabularies();
    }

    public List<SearchDocument> all() {
        return catalog.all().stream().map(this::of).toList();
    }

    /** What reads differently since another catalog, of which entries were replaced: they, and those they stand beside. */
    public List<EntryIndex.Change> since(Catalog before, List<EntryId> replaced) {
        var documentsBefore = new EntryDocuments(before);
        return replaced.stream()
                .flatMap(id -> Stream.of(before, catalog)
                        .flatMap(each -> each.find(id).stream()
                                .flatMap(entry -> Stream.concat(
                                        Stream.concat(Stream.of(entry.id()), References.from(entry).stream()),
                                        each.referringTo(id).stream().map(Entry::id)))))
                .distinct()
                .map(id -> new EntryIndex.Change(
                        id,
                        before.shown(id).map(documentsBefore::of).orElse(null),
                        catalog.shown(id).map(this::of).orElse(null)))
                .filter(change -> !Objects.equals(change.after(), change.before()))
                .toList();
    }

    public SearchDocument of(Entry entry) {
        var names = new LinkedHashSet<String>();
        names.add(entry.title());
        if (entry.acronym() != null) names.add(entry.acronym());
        names.addAll(entry.aka());
        return new SearchDocument(
                entry.id().value(),
                List.copyOf(names),
                entry.summary(),
                topics(entry),
                people(entry),
                body(entry),
                kin(entry),
                related(entry),
                entry.askedAs(),
                facets(entry),
                entry.coverage().statewide(),
                checkedOn(entry),
                EntryState.dueOn(entry, vocabularies).orElse(null),
                prior(entry),
                entry.status().isEnded(),
                entry.flag() != null && entry.flag().outOfSearch());
    }

    private String topics(Entry entry) {
        return entry.topics().stream()
                .flatMap(id -> vocabularies.topics().find(id).stream())
                .flatMap(topic -> Stream.concat(Stream.of(topic.label()), topic.synonyms().stream()))
                .collect(Collectors.joining(" . "));
    }

    private String people(Entry entry) {
        return Stream.of(
                        entry.audiences().stream()
                                .map(id -> vocabularies.audiences().label(id)),
                        entry.studentGroups().stream()
                                .filter(id -> !id.equals("all"))
                                .map(id -> vocabularies.studentGroups().label(id)),
                        entry.indicators().values().stream()
                                .map(id -> vocabularies.indicators().label(id)))
                .flatMap(labels -> labels)
                .collect(Collectors.joining(" . "));
    }

    private String body(Entry entry) {
        var parts = new ArrayList<@Nullable String>();
        parts.add(entry.description());
        parts.add(entry.firstStep());
        parts.addAll(entry.howToGet());
        parts.add(entry.status().note());
        switch (entry.details()) {
            case Initiative initiative -> {
                parts.add(initiative.category());
                initiative.leadAgencies().forEach(agency -> parts.add(agency.name()));
                initiative.administeredBy().forEach(agency -> parts.add(agency.name()));
                initiative.serviceAreas().forEach(area -> {
                    parts.add(area.name());
                    parts.add(area.leadAgency());
                    area.counties()
                            .forEach(county -> parts.add(vocabularies.counties().label(county)));
                });
                parts.addAll(initiative.authority());
            }
            case Resource resource -> {
                parts.add(resource.publisher());
                parts.add(vocabularies.types().label(resource.type()));
            }
            case Agency agency -> {
                parts.addAll(agency.roles());
                parts.add(agency.program());
                agency.runBy().forEach(lead -> parts.add(lead.name()));
            }
            case Story story -> {
                parts.add(story.faced());
                parts.add(story.did());
                parts.addAll(story.changed());
                story.leas().forEach(lea -> parts.add(lea.name()));
            }
            case Update _ -> {}
            case Event event -> {
                parts.add(event.pattern());
                parts.add(event.organizer());
                parts.add(event.citation());
            }
        }
        return parts.stream().filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" . "));
    }

    private List<String> kin(Entry entry) {
        var kin = new LinkedHashSet<String>();
        if (entry.details() instanceof Resource resource && resource.initiative() != null) {
            catalog.shown(resource.initiative()).ifPresent(parent -> {
                kin.add(parent.title());
                if (parent.acronym() != null) kin.add(parent.acronym());
                kin.addAll(parent.aka());
            });
        }
        for (var other : catalog.referringTo(entry.id())) {
            if (other.details() instanceof Resource resource && entry.id().equals(resource.initiative())) {
                kin.add(other.title());
            }
        }
        return List.copyOf(kin);
    }

    /** Entries that name each other, from either side; agencies stand beside too much to say anything. */
    private List<String> related(Entry entry) {
        return Stream.concat(
                        References.from(entry).stream().flatMap(id -> catalog.shown(id).stream()),
                        catalog.referringTo(entry.id()).stream())
                .filter(other -> other.kind() != Kind.AGENCY)
                .map(other -> other.id().value())
                .distinct()
                .toList();
    }

    private Map<Facet, List<String>> facets(Entry entry) {
        var facets = new EnumMap<Facet, List<String>>(Facet.class);
        facets.put(Facet.KIND, List.of(entry.kind().id()));
        facets.put(Facet.LEVEL, entry.levels().values().stream().map(Level::id).toList());
        facets.put(Facet.TOPIC, entry.topics());
        facets.put(Facet.AUDIENCE, entry.audiences());
        facets.put(Facet.GROUP, entry.studentGroups());
        facets.put(
                Facet.PRIORITY,
                entry.statePriorities().values().stream().map(String::valueOf).toList());
        facets.put(Facet.INDICATOR, entry.indicators().values());
        facets.put(
                Facet.AGENCY,
                agencies(entry).stream().map(EntryId::value).sorted().toList());
        facets.put(Facet.COUNTY, entry.coverage().statewide() ? List.of() : List.copyOf(counties(entry)));
        facets.put(
                Facet.EVIDENCE,
                entry.details() instanceof Resource resource && resource.evidence() != null
                        ? List.of(resource.evidence().tier())
                        : List.of());
        facets.put(Facet.STATUS, List.of(entry.status().state().id()));
        return facets;
    }

    private static Set<EntryId> agencies(Entry entry) {
        var named = new LinkedHashSet<@Nullable EntryId>();
        switch (entry.details()) {
            case Initiative initiative -> {
                initiative.administeredBy().stream().map(AgencyRef::agency).forEach(named::add);
                initiative.leadAgencies().stream().map(AgencyRef::agency).forEach(named::add);
                initiative.serviceAreas().forEach(area -> named.add(area.agency()));
            }
            case Resource resource -> named.addAll(resource.publishers());
            case Agency agency -> {
                named.add(entry.id());
                agency.runBy().stream().map(AgencyRef::agency).forEach(named::add);
            }
            case Event event -> named.addAll(event.organizers());
            case Story _, Update _ -> {}
        }
        named.remove(null);
        return named.stream().map(java.util.Objects::requireNonNull).collect(Collectors.toSet());
    }

    private Set<String> counties(Entry entry) {
        var counties = new LinkedHashSet<>(entry.coverage().counties());
        for (var region : entry.coverage().regions()) {
            vocabularies.regions().find(region).ifPresent(found -> counties.addAll(found.counties()));
        }
        for (var lea : entry.coverage().leas()) {
            vocabularies.counties().all().stream()
                    .filter(county -> lea.startsWith(county.code()))
                    .forEach(county -> counties.add(county.id()));
        }
        return counties;
    }

    private static @Nullable LocalDate checkedOn(Entry entry) {
        var check = entry.vetting() == null ? null : entry.vetting().factsChecked();
        return check == null ? null : check.on().firstDay();
    }

    /** People look for help first; the 58 county offices, news and dates answer few of their questions. */
    private static float prior(Entry entry) {
        return switch (entry.details()) {
            case Initiative _, Resource _ -> 1f;
            case Story _ -> 0.8f;
            case Agency agency -> agency.type().equals("county-office") ? 0.55f : 0.7f;
            case Event _ -> 0.7f;
            case Update _ -> 0.6f;
        };
    }
}
