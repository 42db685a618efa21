/** Pathways: a few questions that end at an office to call, with the law that says so. */
@NullMarked
package org.ssos.clearinghouse.pathway;

import org.jspecify.annotations.NullMarked;
