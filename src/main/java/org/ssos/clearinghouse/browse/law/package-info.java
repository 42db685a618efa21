/** The law that support rests on: sections in plain words, and what rests on each. */
@NullMarked
package org.ssos.clearinghouse.browse.law;

import org.jspecify.annotations.NullMarked;
