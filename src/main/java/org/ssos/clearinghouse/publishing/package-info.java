/** Brings what was decided onto the site: files, receipts, snapshot and git commit, all of it or a merge for a person. */
@NullMarked
package org.ssos.clearinghouse.publishing;

import org.jspecify.annotations.NullMarked;
