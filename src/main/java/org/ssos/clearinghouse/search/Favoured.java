package org.ssos.clearinghouse.search;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whose place the order of results favours, and how to have it otherwise.
 *
 * @param place nothing where no place is favoured
 * @param sentence says it; absent where there is nothing to say
 * @param offer words of the link to the same search the other way
 * @param otherway address of that search
 */
public record Favoured(
        @Nullable Place place,
        @Nullable String sentence,
        @Nullable String offer,
        @Nullable String otherway) {

    /** @param own code of the LEA that the visitor chose */
    static Favoured of(SearchAddress address, @Nullable String own, Function<String, Optional<Place>> places) {
        var request = address.request();
        // A list by name or by date has its own order, and so has the list of everything.
        if (request.sort() != SearchRequest.Sort.RELEVANCE || request.query().isEmpty()) return nothing();
        if (address.lea().equals(SearchAddress.NO_LEA)) {
            return Optional.ofNullable(own)
                    .flatMap(places)
                    .map(place -> new Favoured(
                            null,
                            "Entries that cover " + place.area() + " are not moved up.",
                            "Move them up",
                            address.withPage(1).favouring("").page()))
                    .orElse(nothing());
        }
        return Optional.ofNullable(address.lea().isEmpty() ? own : address.lea())
                .flatMap(places)
                .map(place -> new Favoured(
                        place,
                        "Entries that cover " + place.area() + " are moved up, for " + place.name() + ".",
                        "Do not move them up",
                        address.withPage(1).favouring(SearchAddress.NO_LEA).page()))
                .orElse(nothing());
    }

    private static Favoured nothing() {
        return new Favoured(null, null, null, null);
    }
}
