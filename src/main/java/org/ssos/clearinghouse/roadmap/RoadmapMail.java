package org.ssos.clearinghouse.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.mail.Mail;
import org.ssos.clearinghouse.mail.Outbox;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.Way;
import org.ssos.clearinghouse.schoolyear.SchoolYear;

/**
 * The mail by which somebody sends the link of a roadmap to themselves. Until it is sent it holds an address and the
 * number of the roadmap, and no link: that is made when a server takes the mail.
 */
public final class RoadmapMail {
    /** An address that no server takes for so long is not kept any longer. */
    static final Period PATIENCE = Period.ofDays(3);

    private static final String MINE = "roadmap ";
    static final int LONGEST = 254;
    private static final String ADDRESS =
            "[^@\\s<>(),;:\\\\\"\\p{Cntrl}]{1,64}@[^@\\s<>(),;:\\\\\"\\p{Cntrl}]+\\.[^@\\s.<>(),;:\\\\\"\\p{Cntrl}]+";

    private static final String BODY = """
            This is the link to your roadmap for new leaders:

            %s

            It is a key: whoever has it can see and change the roadmap. Keep this mail, or delete it when you have kept
            the link elsewhere. The link works until you delete the roadmap, or for 18 months after you last opened it.

            You get this mail because somebody typed your address on the page of that roadmap. The site has not kept
            your address.
            """.formatted(Mail.SECRET);

    private RoadmapMail() {}

    /** Whether it is one address that mail can be sent to, as far as its form says. */
    static boolean isAddress(String text) {
        return text.length() <= LONGEST && text.matches(ADDRESS);
    }

    /** Orders the mail, as part of the transaction of the handle. */
    static void order(Handle handle, SavedRoadmap roadmap, String address, Clock clock) {
        var secret = MINE + roadmap.id() + " " + SchoolYear.today(clock);
        Outbox.add(handle, new Mail(address, "Your roadmap for new leaders", BODY, secret), clock.instant());
    }

    /** Whether the secret of a mail is one of ours. */
    public static boolean isMine(String secret) {
        return secret.startsWith(MINE);
    }

    /** A link of its own for the mail that leaves now; nothing when the roadmap is gone, or the mail waited too long. */
    public static Optional<String> link(Database database, Supplier<String> baseUrl, Clock clock, String secret) {
        var day = secret.lastIndexOf(' ');
        var id = Long.parseLong(secret.substring(MINE.length(), day));
        var today = SchoolYear.today(clock);
        if (LocalDate.parse(secret.substring(day + 1)).plus(PATIENCE).isBefore(today)) return Optional.empty();
        return database.write(handle -> {
            var store = new RoadmapStore(handle);
            return store.find(id, today).map(_ -> baseUrl.get() + "/roadmaps/" + store.mint(id, Way.OWN, today));
        });
    }
}
