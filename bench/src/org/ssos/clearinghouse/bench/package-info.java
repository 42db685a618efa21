/** Measures how fast the search and the site are. Not part of the program; {@code ./clearinghouse bench} runs it. */
@NullMarked
package org.ssos.clearinghouse.bench;

import org.jspecify.annotations.NullMarked;
