/** Keeps what is published true: what is due to be checked again, which links work, and what owners say to it. */
@NullMarked
package org.ssos.clearinghouse.freshness;

import org.jspecify.annotations.NullMarked;
