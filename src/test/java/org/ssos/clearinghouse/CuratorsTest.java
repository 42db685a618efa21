package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty curators at once, for a short while; {@code ./clearinghouse bench curators} goes on for a minute. */
class CuratorsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void nothing_is_lost_nobody_is_told_to_come_back_and_each_backup_made_meanwhile_is_whole() throws Exception {
        long seed = System.nanoTime();
        var backups = new LiveBackups(folder);

        var found = CuratorsRun.of(Duration.ofSeconds(10), seed, backups::make);

        assertThat(found.wrong()).as("seed " + seed + ", " + found.answers()).isEmpty();
        assertThat(backups.wrong()).as("seed " + seed).isEmpty();
    }
}
