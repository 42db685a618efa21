package org.ssos.clearinghouse.pathway;

import java.util.List;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.search.Findable;

/** By what the search finds pathways and their outcomes. */
public final class PathwayNames {
    private static final String KIND = "pathway";

    private PathwayNames() {}

    /** Every pathway at its first question, every outcome at the end of its shortest way. */
    public static List<Findable> of(Catalog catalog) {
        var pathways = catalog.part(Pathways.PART);
        return Stream.concat(
                        pathways.all().stream().map(PathwayNames::of),
                        pathways.outcomes().stream()
                                .flatMap(outcome ->
                                        pathways.pathTo(outcome).stream().map(path -> of(outcome, path))))
                .toList();
    }

    private static Findable of(Pathway pathway) {
        return Findable.named(
                KIND,
                pathway.id(),
                pathway.title(),
                "Pathway",
                pathway.path(),
                List.of(pathway.title()),
                pathway.summary());
    }

    private static Findable of(Outcome outcome, String path) {
        return Findable.named(
                KIND,
                outcome.id(),
                outcome.title(),
                "Outcome of a pathway",
                path,
                List.of(outcome.title()),
                outcome.summary());
    }
}
