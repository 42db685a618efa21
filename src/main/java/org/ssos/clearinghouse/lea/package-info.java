/** The LEAs of California: the roster, what the state has published about each, and who supports it. */
@NullMarked
package org.ssos.clearinghouse.lea;

import org.jspecify.annotations.NullMarked;
