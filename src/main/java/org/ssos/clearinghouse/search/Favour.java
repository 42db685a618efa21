package org.ssos.clearinghouse.search;

import java.util.HashMap;
import org.ssos.clearinghouse.content.Catalog;

/** Moves some entries up among those that were found, and others down; it never adds one or leaves one out. */
@FunctionalInterface
public interface Favour {
    Favour NOTHING = _ -> 1;

    /** What covers the place moves up so far, as long as something else does not fit much better. */
    float COVERS = 1.3f;

    /** What is for other places only moves down. */
    float ELSEWHERE = 0.5f;

    /** What the score of an entry is multiplied by. */
    float factor(String id);

    static Favour of(Place place, Catalog catalog) {
        var factors = new HashMap<String, Float>();
        for (var entry : catalog.all()) {
            if (place.isCoveredBy(entry.coverage())) factors.put(entry.id().value(), COVERS);
            else if (place.isLeftOutBy(entry.coverage())) factors.put(entry.id().value(), ELSEWHERE);
        }
        return id -> factors.getOrDefault(id, 1f);
    }
}
