package org.ssos.clearinghouse.search;

import org.ssos.clearinghouse.content.Catalog;

/** What results of one catalog are shown with: the labels of facet values and the texts of entries. */
record CatalogTexts(Catalog catalog, FacetValues values, Passages passages) {
    CatalogTexts(Catalog catalog) {
        this(catalog, new FacetValues(catalog), new Passages());
    }
}
