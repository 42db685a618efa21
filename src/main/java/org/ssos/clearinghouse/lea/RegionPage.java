package org.ssos.clearinghouse.lea;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vocabularies.Region;
import org.ssos.clearinghouse.web.Chrome;

/**
 * A geographic lead region: who leads it, how sure we are, and its counties with their offices.
 *
 * @param centers other leads and centers for the whole region
 * @param neighbours the other regions
 */
public record RegionPage(
        Chrome chrome,
        Region region,
        TeamMember lead,
        List<Lead> leads,
        List<CountiesPage.Row> counties,
        List<Item> centers,
        List<Item> neighbours,
        List<SourceLine> sources) {

    /** @param step what to do first */
    public record Lead(Item entry, String summary, @Nullable String step, List<Reach> reach) {}

    static RegionPage of(Chrome chrome, Region region, Catalog catalog) {
        var led = SupportTeam.leadsOf(region, catalog);
        return new RegionPage(
                chrome,
                region,
                TeamMember.lead(led, null),
                led.leads().stream()
                        .map(lead -> new Lead(
                                new Item(lead.title(), lead.path()),
                                lead.summary(),
                                lead.firstStep(),
                                Reach.of(lead.contacts())))
                        .toList(),
                region.counties().stream()
                        .map(county -> CountiesPage.Row.of(county, catalog))
                        .toList(),
                catalog.all(Kind.AGENCY).stream()
                        .filter(entry -> !entry.type().equals("geographic-lead") && isFor(region, entry))
                        .map(entry -> new Item(entry.title(), entry.path()))
                        .toList(),
                catalog.vocabularies().regions().all().stream()
                        .filter(other -> !Objects.equals(other.id(), region.id()))
                        .map(other -> new Item(other.name(), "/regions/" + other.id()))
                        .toList(),
                SourceLine.of(region.sources()));
    }

    private static boolean isFor(Region region, Entry entry) {
        return !entry.status().isEnded() && entry.coverage().regions().contains(region.id());
    }
}
