package org.ssos.clearinghouse.search;

import java.util.HashSet;
import java.util.Set;
import org.ssos.clearinghouse.content.Catalog;

/**
 * What results of one catalog are shown with: the labels of facet values and the texts of entries.
 *
 * @param ordinary words that anybody may use without naming anything
 */
record CatalogTexts(Catalog catalog, FacetValues values, Passages passages, Set<String> ordinary) {
    CatalogTexts(Catalog catalog) {
        this(catalog, new FacetValues(catalog), new Passages(), ordinary(catalog));
    }

    boolean isOrdinary(String word) {
        return ordinary.contains(word);
    }

    private static Set<String> ordinary(Catalog catalog) {
        var ordinary = new HashSet<String>();
        for (var word : catalog.wordLists().english()) ordinary.addAll(NameWords.plain(word));
        return ordinary;
    }
}
