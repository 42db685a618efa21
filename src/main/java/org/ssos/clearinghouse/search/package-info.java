/**
 * Finds entries: request in, ranked page out. Everything that knows Lucene is here; what other features want to be found
 * by is handed in as a {@link org.ssos.clearinghouse.search.SearchDocument}.
 */
@NullMarked
package org.ssos.clearinghouse.search;

import org.jspecify.annotations.NullMarked;
