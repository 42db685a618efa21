package org.ssos.clearinghouse.freshness;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.mail.Mail;
import org.ssos.clearinghouse.web.Site;

/** The question to an owner, as a mail. Its links get their tokens only when it is sent. */
public final class OwnerMail {
    private static final String SECRET_PREFIX = "owner-question ";

    private OwnerMail() {}

    /** Whether a secret in the outbox is one of ours. */
    public static boolean isMine(String secret) {
        return secret.startsWith(SECRET_PREFIX);
    }

    /** Makes the three links of a question at the moment its mail is sent; nothing when it has lost its sense. */
    public static Optional<String> links(Database database, Supplier<String> baseUrl, Clock clock, String secret) {
        var id = Long.parseLong(secret.substring(SECRET_PREFIX.length()));
        var tokens = database.write(handle -> new OwnerQuestions(handle).mint(id, clock.instant()));
        if (tokens.isEmpty()) return Optional.empty();
        return Optional.of(Arrays.stream(OwnerAnswer.values())
                .map(answer -> answer.label() + ":\n" + address(baseUrl.get(), tokens, answer))
                .collect(Collectors.joining("\n\n")));
    }

    static Map<OwnerAnswer, String> links(Handle handle, long question, String baseUrl, Clock clock) {
        var tokens = new OwnerQuestions(handle).mint(question, clock.instant());
        return tokens.keySet().stream()
                .collect(Collectors.toMap(answer -> answer, answer -> address(baseUrl, tokens, answer)));
    }

    static Mail of(Entry entry, String email, long question, String baseUrl) {
        return new Mail(
                email,
                "Is this still right? " + entry.title().replaceAll("\\p{Cntrl}", " "),
                """
                The %s lists "%s":
                %s

                Is what stands there still right? Choose one of these links. Each opens a page with a button; nothing is
                sent before you press it. The first answer counts, within 30 days. Curators look at it before anything
                changes on the site.

                %s

                You get this because your office stands there as the contact. If you cannot say, pass it on to somebody
                who can.
                """.formatted(Site.NAME, entry.title(), baseUrl + entry.path(), Mail.SECRET),
                SECRET_PREFIX + question);
    }

    private static String address(String baseUrl, Map<OwnerAnswer, String> tokens, OwnerAnswer answer) {
        return baseUrl + OwnerHandler.PATH + "/" + tokens.get(answer);
    }
}
