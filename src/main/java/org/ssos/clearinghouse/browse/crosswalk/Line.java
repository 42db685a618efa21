package org.ssos.clearinghouse.browse.crosswalk;

import java.util.Collection;
import java.util.List;
import org.ssos.clearinghouse.search.Facet;
import org.ssos.clearinghouse.search.SearchDocument;

/**
 * A row or column of the crosswalk.
 *
 * @param values of the facet; an initiative that has any of them stands in the line
 */
record Line(String id, String label, Facet facet, List<String> values) {
    Line {
        values = List.copyOf(values);
    }

    /** Whether a search for the values finds it; what is statewide covers every county. */
    boolean holds(SearchDocument initiative) {
        if (facet == Facet.COUNTY && initiative.statewide()) return true;
        Collection<String> stated = initiative.facets().getOrDefault(facet, List.of());
        return values.stream().anyMatch(stated::contains);
    }
}
