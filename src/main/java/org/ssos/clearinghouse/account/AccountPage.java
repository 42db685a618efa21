package org.ssos.clearinghouse.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * Somebody's own account.
 *
 * @param name as typed, right or not
 * @param notice what was just done
 * @param codesLeft the recovery codes that are still good
 */
public record AccountPage(
        Chrome chrome,
        Account account,
        String name,
        List<Line> sessions,
        int codesLeft,
        @Nullable String notice,
        Problems problems) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMMM d, uuuu, h:mm a", Locale.US).withZone(ZoneId.of("America/Los_Angeles"));

    /** @param current whether it is the browser that asks */
    public record Line(long id, String browser, String began, String seen, boolean current) {
        static Line of(Session session, long current) {
            return new Line(
                    session.id(),
                    session.browser(),
                    words(session.beganAt()),
                    words(session.seenAt()),
                    session.id() == current);
        }
    }

    public boolean hasOtherSessions() {
        return sessions.size() > 1;
    }

    static String words(Instant moment) {
        return MOMENT.format(moment);
    }
}
