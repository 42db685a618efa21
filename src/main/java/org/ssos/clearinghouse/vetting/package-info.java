/** Decides what is published: cases, gates, scores, bands and decisions, by rules that anybody can read. */
@NullMarked
package org.ssos.clearinghouse.vetting;

import org.jspecify.annotations.NullMarked;
