package org.ssos.clearinghouse.lea;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Link;
import org.ssos.clearinghouse.entry.Vocabularies.County;
import org.ssos.clearinghouse.web.Chrome;

/**
 * A county: its office, who else helps there, and its LEAs by name.
 *
 * @param chartered charter schools whose site lies in the county
 * @param reports codes of the county that only the state's assistance files know
 */
public record CountyPage(
        Chrome chrome,
        String name,
        SupportTeam.@Nullable Office office,
        List<Reach> reach,
        boolean singleDistrict,
        @Nullable TeamMember lead,
        @Nullable Item region,
        List<RegionalHelp> regional,
        List<Item> selpas,
        Link selpaLookUp,
        List<LeaRow> districts,
        List<LeaRow> chartered,
        List<Item> reports,
        int newestYear,
        String search) {

    /** @param status of the newest determinations held; absent where they list no row */
    public record LeaRow(
            Item lea,
            String type,
            @Nullable String city,
            @Nullable String status) {}

    static CountyPage of(Chrome chrome, County county, Catalog catalog) {
        var office = SupportTeam.countyOffice(county.id(), catalog);
        var region = SupportTeam.region(county.id(), catalog);
        var history = catalog.part(AssistanceHistory.PART);
        int newest = history.years().isEmpty() ? 0 : history.years().getLast().year();
        var leas = catalog.part(Roster.PART).in(county.id());
        return new CountyPage(
                chrome,
                county.name() + " County",
                office,
                office == null ? List.of() : Reach.of(office.contacts()),
                office != null && office.isOfSingleDistrictCounty(),
                region == null ? null : TeamMember.lead(region, null),
                region == null
                        ? null
                        : new Item(
                                region.region().name(),
                                "/regions/" + region.region().id()),
                RegionalHelp.in(county.id(), catalog),
                catalog.part(Selpas.PART).all().stream()
                        .filter(selpa -> selpa.counties().contains(county.id()))
                        .map(selpa -> new Item(selpa.name(), selpa.path()))
                        .toList(),
                SupportTeam.SELPA_LOOK_UP,
                leas.stream()
                        .filter(lea -> lea.type().isDistrict() || lea.type() == LeaType.COUNTY_OFFICE)
                        .map(lea -> row(lea, newest, history))
                        .toList(),
                leas.stream()
                        .filter(lea -> lea.type().isCharter())
                        .map(lea -> row(lea, newest, history))
                        .toList(),
                history.shared().stream()
                        .filter(report -> report.cds().startsWith(county.code()))
                        .map(report -> new Item(report.name() + " (" + report.cds() + ")", "/leas/" + report.cds()))
                        .toList(),
                newest,
                "/search?county=" + county.id());
    }

    private static LeaRow row(Lea lea, int newest, AssistanceHistory history) {
        Optional<String> status = history.of(lea.cds()).stream()
                .filter(row -> row.year() == newest)
                .map(row -> row.status().label())
                .findFirst();
        return new LeaRow(
                new Item(lea.name(), lea.path()),
                lea.status().isOver()
                        ? lea.type().label() + ", " + lea.status().label().toLowerCase(java.util.Locale.ROOT)
                        : lea.type().label(),
                lea.city(),
                status.orElse(null));
    }
}
