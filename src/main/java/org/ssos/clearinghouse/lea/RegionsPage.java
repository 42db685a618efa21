package org.ssos.clearinghouse.lea;

import java.util.List;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.web.Chrome;

/** All geographic lead regions, each with its leads and counties. */
public record RegionsPage(Chrome chrome, List<Row> rows) {

    /** A region in a list. */
    public record Row(Item region, String ledBy, List<Item> counties) {}

    static RegionsPage of(Chrome chrome, Catalog catalog) {
        var vocabularies = catalog.vocabularies();
        return new RegionsPage(
                chrome,
                vocabularies.regions().all().stream()
                        .map(region -> new Row(
                                new Item(region.name(), "/regions/" + region.id()),
                                Words.list(SupportTeam.leadsOf(region, catalog).names()),
                                region.counties().stream()
                                        .map(county ->
                                                new Item(vocabularies.counties().label(county), "/counties/" + county))
                                        .toList()))
                        .toList());
    }
}
