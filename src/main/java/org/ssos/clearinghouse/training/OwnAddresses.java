package org.ssos.clearinghouse.training;

import java.util.Set;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.browse.levels.Levels;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.pathway.Pathways;

/** Knows which addresses of this site a training page may link to. */
final class OwnAddresses {
    /** Pages that are always there. */
    private static final Set<String> PAGES = Set.of(
            "about",
            "cohorts",
            "counties",
            "crosswalk",
            "glossary",
            "help",
            "leas",
            "map",
            "new-leaders",
            "priorities",
            "questions",
            "regions",
            "roles",
            "school-year",
            "search",
            "selpas",
            "suggest",
            "topics",
            "vetting");

    private final Catalog catalog;
    private final Set<String> trainings;

    /** @param trainings the ids of the training pages */
    OwnAddresses(Catalog catalog, Set<String> trainings) {
        this.catalog = catalog;
        this.trainings = trainings;
    }

    /** Whether an address is one of this site and no page is there. Other sites are left to the link check. */
    boolean isLost(String address) {
        if (address.startsWith("http")) return false;
        var path = address.replaceFirst("[?#].*$", "").split("/", -1);
        if (path.length < 2 || path.length > 3 || !path[0].isEmpty()) return true;
        return path.length == 2 ? !isList(path[1]) : !isPage(path[1], path[2]);
    }

    private boolean isList(String name) {
        return PAGES.contains(name)
                || Set.of("training", "pathways", "levels", "law").contains(name)
                || isKind(name);
    }

    private boolean isPage(String folder, String id) {
        return switch (folder) {
            case "training" -> trainings.contains(id);
            case "new-leaders" -> Set.of("awareness", "intake", "steps").contains(id);
            case "pathways" -> catalog.part(Pathways.PART).find(id).isPresent();
            case "levels" -> catalog.part(Levels.PART).find(id).isPresent();
            case "law" -> catalog.part(LawBook.PART).find(id).isPresent();
            case "topics" -> catalog.vocabularies().topics().holds(id);
            default ->
                isKind(folder)
                        && catalog.find(id)
                                .filter(entry -> entry.kind().path().equals(folder))
                                .isPresent();
        };
    }

    private static boolean isKind(String name) {
        for (var kind : Kind.values()) {
            if (kind.path().equals(name)) return true;
        }
        return false;
    }
}
