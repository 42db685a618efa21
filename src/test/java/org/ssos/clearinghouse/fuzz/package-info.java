/** Texts as nobody would write them, handed to everything of ours that reads what strangers write. */
@NullMarked
package org.ssos.clearinghouse.fuzz;

import org.jspecify.annotations.NullMarked;
