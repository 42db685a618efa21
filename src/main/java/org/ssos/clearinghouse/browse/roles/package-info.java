/** The bodies of the system, and what each must do, may do and does not do. */
@NullMarked
package org.ssos.clearinghouse.browse.roles;

import org.jspecify.annotations.NullMarked;
