package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vocabularies;

/**
 * Initiatives and resources that fit the student groups and priority areas of a published row. Chosen one by one, so that
 * each adds what those before it leave open.
 */
final class Fitting {
    private static final int MOST = 6;

    /** What an entry shares with the row. */
    record Fit(Entry entry, List<String> groups, List<Integer> areas) {
        /** What counts is a group or an area that nothing chosen before serves; a group more than an area. */
        int worth(Set<String> groupsServed, Set<Integer> areasServed) {
            int newGroups = (int) groups.stream()
                    .filter(group -> !groupsServed.contains(group))
                    .count();
            int newAreas = (int)
                    areas.stream().filter(area -> !areasServed.contains(area)).count();
            return 6 * newGroups + 3 * newAreas + 2 * groups.size() + areas.size();
        }

        /** Why it is shown, in words. */
        List<String> reasons(Vocabularies vocabularies) {
            var reasons = new ArrayList<String>();
            if (!groups.isEmpty()) {
                reasons.add("For "
                        + Words.list(groups.stream()
                                .map(id -> vocabularies.studentGroups().label(id))
                                .toList()));
            }
            if (!areas.isEmpty()) {
                reasons.add((areas.size() == 1 ? "State priority " : "State priorities ")
                        + Words.list(areas)
                        + (entry.statePriorities().inferred() ? " (our reading)" : ""));
            }
            return reasons;
        }
    }

    private Fitting() {}

    /**
     * @param groups ids in vocabulary/student-groups.yaml
     * @param areas numbers of LCFF priorities
     */
    static List<Fit> of(Lea lea, List<String> groups, Set<Integer> areas, Catalog catalog) {
        var candidates = new ArrayList<>(Stream.of(Kind.INITIATIVE, Kind.RESOURCE)
                .flatMap(kind -> catalog.all(kind).stream())
                .filter(entry -> runs(entry) && covers(entry, lea, catalog))
                .map(entry -> fit(entry, groups, areas))
                .flatMap(Optional::stream)
                .toList());
        var chosen = new ArrayList<Fit>();
        var groupsServed = new HashSet<String>();
        var areasServed = new HashSet<Integer>();
        while (chosen.size() < MOST && !candidates.isEmpty()) {
            var best = candidates.getFirst();
            for (var fit : candidates) {
                if (fit.worth(groupsServed, areasServed) > best.worth(groupsServed, areasServed)) best = fit;
            }
            candidates.remove(best);
            chosen.add(best);
            groupsServed.addAll(best.groups());
            areasServed.addAll(best.areas());
        }
        return List.copyOf(chosen);
    }

    /** An entry for all students fits by its areas alone; one for other groups does not. */
    private static Optional<Fit> fit(Entry entry, List<String> groups, Set<Integer> areas) {
        var shared = new LinkedHashSet<>(groups);
        shared.retainAll(entry.studentGroups());
        var sharedAreas = entry.statePriorities().values().stream()
                .filter(areas::contains)
                .toList();
        boolean forAll =
                entry.studentGroups().isEmpty() || entry.studentGroups().contains("all");
        if (sharedAreas.isEmpty() || (shared.isEmpty() && !forAll)) return Optional.empty();
        return Optional.of(new Fit(entry, List.copyOf(shared), sharedAreas));
    }

    /** What may have ended is left to the search. */
    private static boolean runs(Entry entry) {
        return switch (entry.status().state()) {
            case ACTIVE, UNSTATED -> true;
            case UNCLEAR, ENDED -> false;
        };
    }

    private static boolean covers(Entry entry, Lea lea, Catalog catalog) {
        var coverage = entry.coverage();
        return coverage.statewide()
                || !coverage.isKnown()
                || coverage.counties().contains(lea.county())
                || coverage.leas().contains(lea.cds())
                || catalog.vocabularies()
                        .regionOf(lea.county())
                        .filter(region -> coverage.regions().contains(region.id()))
                        .isPresent();
    }
}
