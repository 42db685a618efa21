package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.AgencyRef;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.Initiative.ServiceArea;
import org.ssos.clearinghouse.entry.Kind;

/**
 * A center, or the lead of a program, for the part of the state where a county lies.
 *
 * @param title what it is called
 * @param path of its entry on this site
 * @param by the organization that runs it there
 * @param phone of its office, where its entry has one
 * @param inferred no source says in so many words that it serves the county
 * @param note how far the list of counties can be relied on
 */
public record RegionalHelp(
        String title,
        String path,
        @Nullable String by,
        @Nullable String phone,
        boolean inferred,
        @Nullable String note) {

    /** By name; statewide programs are left out, and so is the geographic lead itself. */
    static List<RegionalHelp> in(String county, Catalog catalog) {
        var centers = catalog.all(Kind.AGENCY).stream()
                .filter(entry -> !entry.status().isEnded() && isRegional(entry) && covers(entry, county, catalog))
                .toList();
        var all = new ArrayList<>(centers.stream().map(RegionalHelp::of).toList());
        for (var initiative : catalog.all(Kind.INITIATIVE)) {
            if (!initiative.status().isEnded() && !isLedBy(centers, initiative)) addAreas(all, initiative, county);
        }
        return List.copyOf(all);
    }

    private static boolean isRegional(Entry entry) {
        return entry.type().equals("center") || entry.type().equals("resource-lead");
    }

    private static boolean covers(Entry entry, String county, Catalog catalog) {
        var coverage = entry.coverage();
        return coverage.counties().contains(county)
                || catalog.vocabularies()
                        .regionOf(county)
                        .filter(region -> coverage.regions().contains(region.id()))
                        .isPresent();
    }

    /** Its areas are the centers' own; one of them is listed already. The leads of regions stand elsewhere on the page. */
    private static boolean isLedBy(List<Entry> centers, Entry initiative) {
        return initiative.id().value().equals("geographic-lead-agencies")
                || centers.stream()
                        .anyMatch(center -> center.related().contains(initiative.id())
                                || initiative.related().contains(center.id()));
    }

    private static void addAreas(List<RegionalHelp> all, Entry initiative, String county) {
        if (!(initiative.details() instanceof Initiative details)) return;
        details.serviceAreas().stream()
                .filter(area -> area.counties().contains(county))
                .forEach(area -> all.add(of(initiative, area)));
    }

    private static RegionalHelp of(Entry center) {
        var by = center.details() instanceof Agency agency
                ? agency.runBy().stream().map(AgencyRef::name).findFirst().orElse(null)
                : null;
        var phone = center.contacts().stream()
                .flatMap(contact -> java.util.stream.Stream.ofNullable(contact.phone()))
                .findFirst()
                .orElse(null);
        return new RegionalHelp(
                center.title(),
                center.path(),
                by,
                phone,
                center.coverage().inferred(),
                center.coverage().note());
    }

    private static RegionalHelp of(Entry initiative, ServiceArea area) {
        return new RegionalHelp(
                initiative.title() + ", " + area.name(),
                initiative.path(),
                area.leadAgency(),
                null,
                area.countiesInferred(),
                area.note());
    }
}
