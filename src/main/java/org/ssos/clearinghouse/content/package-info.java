/** The content folder: YAML files to entries, every problem at once, the catalog and the last good version. */
@NullMarked
package org.ssos.clearinghouse.content;

import org.jspecify.annotations.NullMarked;
