package org.ssos.clearinghouse.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail of plain text to one person.
 *
 * @param body holds {@value #SECRET} where a secret stands that is made only when the mail is sent
 * @param secret what the sender makes the secret from; none where the body holds no secret
 */
public record Mail(
        String recipient,
        String subject,
        String body,
        @Nullable String secret) {
    public static final String SECRET = "{secret}";

    public Mail {
        if (hasLineBreak(recipient) || hasLineBreak(subject)) {
            throw new IllegalArgumentException("A recipient and a subject are one line each");
        }
    }

    private static boolean hasLineBreak(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }
}
