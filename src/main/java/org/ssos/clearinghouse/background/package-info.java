/** What goes on beside requests. Knows no feature. */
@NullMarked
package org.ssos.clearinghouse.background;

import org.jspecify.annotations.NullMarked;
