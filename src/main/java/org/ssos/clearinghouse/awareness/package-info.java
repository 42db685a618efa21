/**
 * What the field does not know: answers to the intake's questions on awareness, of those who agreed, only as numbers, and
 * shown only where a number tells of nobody. May use intake and schoolyear.
 */
@NullMarked
package org.ssos.clearinghouse.awareness;

import org.jspecify.annotations.NullMarked;
