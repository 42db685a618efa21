package org.ssos.clearinghouse.lea;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Contact;
import org.ssos.clearinghouse.web.Chrome;

/** All counties, each with its office, its region and the number of its LEAs. */
public record CountiesPage(Chrome chrome, List<Row> rows) {

    /** A county in a list. */
    public record Row(
            Item county,
            @Nullable Item office,
            @Nullable Contact phone,
            @Nullable Item region,
            int districts,
            int charters) {
        static Row of(String id, Catalog catalog) {
            var vocabularies = catalog.vocabularies();
            var office = SupportTeam.countyOffice(id, catalog);
            var leas = catalog.part(Roster.PART).in(id).stream()
                    .filter(lea -> !lea.status().isOver())
                    .toList();
            return new Row(
                    new Item(vocabularies.counties().label(id), "/counties/" + id),
                    office == null ? null : new Item(office.name(), office.lea().path()),
                    office == null
                            ? null
                            : office.contacts().stream()
                                    .filter(contact -> contact.phone() != null)
                                    .findFirst()
                                    .orElse(null),
                    vocabularies
                            .regionOf(id)
                            .map(region -> new Item(region.name(), "/regions/" + region.id()))
                            .orElse(null),
                    (int) leas.stream().filter(lea -> lea.type().isDistrict()).count(),
                    (int) leas.stream().filter(lea -> lea.type().isCharter()).count());
        }
    }

    static CountiesPage of(Chrome chrome, Catalog catalog) {
        return new CountiesPage(
                chrome,
                catalog.vocabularies().counties().all().stream()
                        .map(county -> Row.of(county.id(), catalog))
                        .toList());
    }
}
