package org.ssos.clearinghouse.account;

import java.time.Clock;
import org.jdbi.v3.core.Handle;
import org.ssos.clearinghouse.mail.Mail;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.web.Site;

/**
 * Tells somebody by mail that the way they sign in, or what they may do, was changed: if it was not they who did it, this
 * is how they learn it. The mail is kept in the transaction of the change. Without a mail server nothing is told.
 */
final class Notices {
    private final boolean mails;
    private final Clock clock;

    Notices(boolean mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    /** @param what one sentence, such as "Your password was changed." */
    void tell(Handle handle, Account account, String what) {
        if (!mails) return;
        var body = """
                %s

                If it was you, or you expected it, you need not do anything. Else tell an administrator of the %s at once.
                """.formatted(what, Site.NAME);
        Outbox.add(
                handle,
                new Mail(account.email(), "Your account at the " + Site.NAME + " was changed", body, null),
                clock.instant());
    }
}
