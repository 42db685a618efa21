/** The shared vocabulary: entries, ids, levels, topics, provenance. Plain values that depend on nothing else. */
@NullMarked
package org.ssos.clearinghouse.entry;

import org.jspecify.annotations.NullMarked;
