package org.ssos.clearinghouse.lea;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.search.Lookup;

/**
 * The LEAs that a request is about, all of them.
 *
 * @param leas the likeliest first where something was typed, otherwise by name
 * @param sure the first one, where it is just what was typed and no other bears its name
 */
record LeasFound(
        Catalog catalog,
        LeasRequest request,
        List<Lea> leas,
        @Nullable Lea sure) {
    private static final int MOST_BY_WORDS = 200;

    static LeasFound of(LeasRequest request, Catalog catalog, Lookup lookup) {
        var roster = catalog.part(Roster.PART);
        if (request.words().isEmpty()) return new LeasFound(catalog, request, narrowed(roster.all(), request), null);
        var found = lookup.find(request.words(), Set.of(LeaNames.KIND), MOST_BY_WORDS);
        var leas = found.stream()
                .flatMap(one -> roster.find(one.thing().id()).stream())
                .toList();
        var sure = found.stream()
                .findFirst()
                .filter(Lookup.Found::isSure)
                .flatMap(one -> roster.find(one.thing().id()))
                .filter(lea -> leas.stream()
                                .filter(other -> other.name().equals(lea.name()))
                                .count()
                        == 1);
        return new LeasFound(catalog, request, narrowed(leas, request), stillIn(sure, request));
    }

    private static List<Lea> narrowed(List<Lea> leas, LeasRequest request) {
        return leas.stream().filter(lea -> fits(lea, request)).toList();
    }

    private static @Nullable Lea stillIn(Optional<Lea> sure, LeasRequest request) {
        return sure.filter(lea -> fits(lea, request)).orElse(null);
    }

    private static boolean fits(Lea lea, LeasRequest request) {
        return (request.county().isEmpty() || lea.county().equals(request.county()))
                && (request.type().isEmpty() || lea.type().id().equals(request.type()));
    }
}
