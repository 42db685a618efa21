/** The site as its visitors meet it: the real application with the real content, in a real browser and over HTTP. */
@NullMarked
package org.ssos.clearinghouse.site;

import org.jspecify.annotations.NullMarked;
