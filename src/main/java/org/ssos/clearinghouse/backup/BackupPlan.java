package org.ssos.clearinghouse.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a site is backed up.
 *
 * @param folder where backups are kept
 * @param hour of the day at which one is made; absent where none is made by itself
 * @param keep how many of the newest are kept, at least 1
 * @param key to encrypt to; absent where backups are not encrypted
 */
public record BackupPlan(
        Path folder,
        @Nullable Integer hour,
        int keep,
        @Nullable Recipient key) {
    public BackupPlan {
        if (keep < 1) throw new IllegalArgumentException("Keeps no backup: " + keep);
    }
}
