/** Everything that is read rather than searched: home, lists, entries, topics, glossary, help. */
@NullMarked
package org.ssos.clearinghouse.browse;

import org.jspecify.annotations.NullMarked;
