/** From answers to a plan that gets done: steps, the planner, roadmaps that are kept, and what is taken along. */
@NullMarked
package org.ssos.clearinghouse.roadmap;

import org.jspecify.annotations.NullMarked;
