package org.ssos.clearinghouse.ops;

import java.time.Clock;
import java.time.Duration;
import org.ssos.clearinghouse.mail.Outbox;

/** Looks at the mail that waits to be sent. */
final class MailProbe implements Probe {
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration TOO_LONG = Duration.ofDays(1);

    private final Outbox outbox;
    private final Clock clock;

    MailProbe(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Found look() {
        var queue = outbox.queue();
        var age = queue.oldest() == null ? Duration.ZERO : Duration.between(queue.oldest(), clock.instant());
        var figures = new Figure[] {
            Figure.of("mail.waiting", "Mails that wait to be sent", queue.waiting()),
            Figure.of("mail.oldest.seconds", "For how long the oldest of them has waited", age.toSeconds()),
            Figure.of("mail.refused", "Those that the mail server refused at least once", queue.refused()),
            Figure.of("mail.given.up", "Those that are not tried any more", queue.givenUp())
        };
        if (queue.waiting() == 0) {
            return Found.ok(outbox.sends() ? "No mail waits." : "No mail server is set; no mail is sent.", figures);
        }
        var words = Age.counted(queue.waiting(), "mail") + (queue.waiting() == 1 ? " waits" : " wait")
                + ", the oldest for " + Age.words(age) + ".";
        if (!outbox.sends()) return Found.warn(words + " No mail server is set.", figures);
        if (queue.refused() > 0) {
            words += " The mail server refused " + queue.refused() + " at least once; administrators see why under"
                    + " Accounts.";
        }
        if (queue.givenUp() > 0) {
            words += " " + Age.counted(queue.givenUp(), "mail") + " will not be tried again.";
        }
        if (queue.givenUp() > 0 || age.compareTo(TOO_LONG) > 0) return Found.fail(words, figures);
        return queue.refused() > 0 || age.compareTo(LONG) > 0 ? Found.warn(words, figures) : Found.ok(words, figures);
    }
}
