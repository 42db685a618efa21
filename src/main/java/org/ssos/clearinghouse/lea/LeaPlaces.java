package org.ssos.clearinghouse.lea;

import java.util.Optional;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Vocabularies.Region;
import org.ssos.clearinghouse.search.Place;

/** Tells search where an LEA works. */
public final class LeaPlaces {
    private LeaPlaces() {}

    /** The place of the LEA with this code; a charter school works where its site lies. */
    public static Optional<Place> of(Catalog catalog, String code) {
        return catalog.part(Roster.PART).find(code).map(lea -> place(lea, catalog));
    }

    private static Place place(Lea lea, Catalog catalog) {
        return new Place(
                lea.name(),
                LeaNames.county(lea, catalog) + " County",
                lea.county(),
                catalog.vocabularies().regionOf(lea.county()).map(Region::id).orElse(null),
                Stream.concat(Stream.of(lea.cds()), Stream.ofNullable(lea.authorizer()))
                        .toList());
    }
}
