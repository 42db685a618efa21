/** The levels of support and their rules. */
@NullMarked
package org.ssos.clearinghouse.browse.levels;

import org.jspecify.annotations.NullMarked;
