package org.ssos.clearinghouse;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.ssos.clearinghouse.account.AccountDesk;
import org.ssos.clearinghouse.backup.Backups;
import org.ssos.clearinghouse.backup.Places;
import org.ssos.clearinghouse.backup.Restore;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.ContentReader;
import org.ssos.clearinghouse.db.Database;
import org.ssos.clearinghouse.freshness.Rounds;
import org.ssos.clearinghouse.mail.Outbox;

/** What backups and restores know of the site. */
final class SiteBackups {
    static final String TAKEN_BACK = "A restore had been cut off. What was there before it is back.";

    private SiteBackups() {}

    static Backups of(Settings settings, Clock clock) {
        return new Backups(
                settings.content(),
                settings.data(),
                settings.backups(),
                SiteBackups::unusable,
                Main.Version.number(),
                clock);
    }

    static Places places(Settings settings) {
        return new Places(
                settings.content(), settings.data(), settings.backups().folder());
    }

    /** @param backup its name, for the audit trail */
    static Restore restore(Settings settings, String backup, Clock clock) {
        return new Restore(
                places(settings), SiteBackups::unusable, database -> settle(database, backup, clock.instant()), clock);
    }

    /**
     * What had ended since the backup would work again: sign-ins, links to set a password. What was sent since would be
     * sent again.
     */
    private static void settle(Database database, String backup, Instant now) {
        database.write(handle -> {
            AccountDesk.endWhatCameBack(handle, backup, now);
            Outbox.dropAll(handle);
            Rounds.skipMissed(handle, now);
            return now;
        });
    }

    private static Set<String> unusable(ContentFiles files) {
        return ContentReader.read(files, ContentParts.ALL).unusable();
    }
}
