/** The dates of the school year: what law and practice ask for, by kind of LEA, with where it stands and since when. */
@NullMarked
package org.ssos.clearinghouse.schoolyear;

import org.jspecify.annotations.NullMarked;
