/** The store: one SQLite file, its transactions and its numbered changes. Knows no feature. */
@NullMarked
package org.ssos.clearinghouse.db;

import org.jspecify.annotations.NullMarked;
