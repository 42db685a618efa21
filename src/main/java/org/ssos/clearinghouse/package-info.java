/** The program: its command line, its settings, and the one place where everything is put together. */
@NullMarked
package org.ssos.clearinghouse;

import org.jspecify.annotations.NullMarked;
