/** Takes over the California Department of Education's own files, and says first what would change. */
@NullMarked
package org.ssos.clearinghouse.lea.directory;

import org.jspecify.annotations.NullMarked;
