/** Copies of everything that cannot be made again, and the way back from one. Knows the store and the content's files. */
@NullMarked
package org.ssos.clearinghouse.backup;

import org.jspecify.annotations.NullMarked;
