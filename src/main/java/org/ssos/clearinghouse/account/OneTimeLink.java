package org.ssos.clearinghouse.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A link that may be used once.
 *
 * @param accountId absent for the link that makes the first account
 */
public record OneTimeLink(
        long id, Purpose purpose, @Nullable Long accountId, Instant expiresAt) {
    public enum Purpose {
        /** Makes the first administrator. */
        FIRST(Duration.ofDays(7)),
        INVITATION(Duration.ofDays(7)),
        RESET(Duration.ofHours(1));

        private final Duration lasts;

        Purpose(Duration lasts) {
            this.lasts = lasts;
        }

        Duration lasts() {
            return lasts;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
