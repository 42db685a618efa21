/** Who may do what: accounts, signing in, the table of permissions and the audit trail. */
@NullMarked
package org.ssos.clearinghouse.account;

import org.jspecify.annotations.NullMarked;
