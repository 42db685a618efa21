/** What readers say of entries: helpful or not, problems they report, and what became of it. */
@NullMarked
package org.ssos.clearinghouse.feedback;

import org.jspecify.annotations.NullMarked;
