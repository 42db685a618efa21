/** Mail that is sent by SMTP, and the box where it waits until it is. Knows no feature. */
@NullMarked
package org.ssos.clearinghouse.mail;

import org.jspecify.annotations.NullMarked;
