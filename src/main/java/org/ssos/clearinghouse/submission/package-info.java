/** What somebody proposes for the directory: the form, the draft, and what machines find wrong with it. */
@NullMarked
package org.ssos.clearinghouse.submission;

import org.jspecify.annotations.NullMarked;
