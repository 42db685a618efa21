/** Training: short pages to learn from for each step of the roadmap, and pages to fill in and print. */
@NullMarked
package org.ssos.clearinghouse.training;

import org.jspecify.annotations.NullMarked;
