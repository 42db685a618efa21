/** The counties on a map, each with a number that a visitor chooses. */
@NullMarked
package org.ssos.clearinghouse.lea.map;

import org.jspecify.annotations.NullMarked;
