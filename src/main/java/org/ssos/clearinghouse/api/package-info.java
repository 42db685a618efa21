/** The directory for programs: JSON for developers, and what search engines and browsers ask a site for. */
@NullMarked
package org.ssos.clearinghouse.api;

import org.jspecify.annotations.NullMarked;
