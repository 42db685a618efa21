/** What operators and machines ask of the running site. */
@NullMarked
package org.ssos.clearinghouse.ops;

import org.jspecify.annotations.NullMarked;
