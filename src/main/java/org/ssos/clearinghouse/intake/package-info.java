/** What new leaders are asked, what they answer, and conditions on answers. Keeps nothing. */
@NullMarked
package org.ssos.clearinghouse.intake;

import org.jspecify.annotations.NullMarked;
