/** Compares the initiatives: how many there are where two of their traits meet. */
@NullMarked
package org.ssos.clearinghouse.browse.crosswalk;

import org.jspecify.annotations.NullMarked;
