package org.ssos.clearinghouse.browse.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.Citation;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Event;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.Vocabularies.Priority;

/** Which pages of the site rest on which section of law. */
final class Resting {
    private final Map<String, List<RestsOn>> byLaw = new LinkedHashMap<>();

    /** @param features what rests on law beside entries, priorities and the law itself */
    Resting(Catalog catalog, List<Function<Catalog, List<RestsOn>>> features) {
        var rows = new ArrayList<RestsOn>();
        for (var feature : features) rows.addAll(feature.apply(catalog));
        catalog.vocabularies().priorities().all().forEach(priority -> rows.add(of(priority)));
        catalog.all().forEach(entry -> rows.addAll(of(entry)));
        catalog.part(LawBook.PART).all().forEach(law -> rows.addAll(of(law)));
        for (var row : rows) {
            for (var id : laws(row))
                byLaw.computeIfAbsent(id, _ -> new ArrayList<>()).add(row);
        }
    }

    List<RestsOn> on(Law law) {
        return byLaw.getOrDefault(law.id(), List.of());
    }

    /** The ids of all sections that anything rests on. */
    List<String> cited() {
        return List.copyOf(byLaw.keySet());
    }

    private static Set<String> laws(RestsOn row) {
        return Citation.in(row.citation()).stream()
                .flatMap(piece -> Stream.ofNullable(piece.law()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<RestsOn> of(Entry entry) {
        var citations = switch (entry.details()) {
            case Initiative initiative -> initiative.authority();
            case Agency agency -> agency.authority();
            case Event event -> Stream.ofNullable(event.citation()).toList();
            default -> List.<String>of();
        };
        return citations.stream()
                .map(citation ->
                        new RestsOn(entry.title(), entry.path(), entry.kind().plural(), citation))
                .toList();
    }

    private static RestsOn of(Priority priority) {
        var named = priority.measuresNamedInLaw().stream()
                .flatMap(measure -> Citation.in(measure).stream())
                .filter(piece -> piece.law() != null)
                .map(Citation::alone);
        var citation = Stream.concat(
                        Stream.of(priority.ecDistrict(), priority.ecCounty()).flatMap(Stream::ofNullable), named)
                .collect(Collectors.joining("; "));
        return new RestsOn(
                "Priority " + priority.number() + ": " + priority.label(),
                "/priorities/" + priority.number(),
                "State priorities",
                citation);
    }

    /** A section names others in its own text, and never rests on itself. */
    private static List<RestsOn> of(Law law) {
        return law.paragraphs().stream()
                .flatMap(paragraph -> Citation.in(paragraph.says()).stream()
                        .filter(piece -> piece.law() != null && !piece.law().equals(law.id()))
                        .map(piece -> new RestsOn(
                                law.fullName(),
                                law.path() + "#" + paragraph.anchor(),
                                "Other sections",
                                piece.alone())))
                .toList();
    }
}
