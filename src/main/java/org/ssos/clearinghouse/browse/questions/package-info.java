/** Questions that people ask, with answers and the law behind them. */
@NullMarked
package org.ssos.clearinghouse.browse.questions;

import org.jspecify.annotations.NullMarked;
