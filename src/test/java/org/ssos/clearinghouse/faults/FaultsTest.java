package org.ssos.clearinghouse.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The most telling faults, one after the other, on one site; {@code ./clearinghouse bench faults} does all of them. */
class FaultsTest {
    private static final int ROOM = 8 * 1024;

    @TempDir
    private Path scratch;

    @Test
    void readers_are_served_and_nothing_is_lost_while_disk_index_content_and_power_fail() throws Exception {
        boolean fills = Disks.canMount();
        try (var prepared = Prepared.with(2, 9);
                var trial = new Trial(
                        prepared,
                        scratch.resolve("site"),
                        Trial.Java.plain(),
                        Traffic.Pace.BUSY,
                        Map.of(),
                        List.of(),
                        fills ? Map.of("data", prepared.kilobytes("data") + ROOM) : Map.of())) {
            trial.begin(2);

            if (fills) {
                trial.disks().fill(trial.data());
                trial.expect("the disk is full", () -> trial.traffic().isToldToComeBack());
                trial.disks().free(trial.data());
                trial.expectWell();
            }

            Faults.spoil(trial.index());
            var entry = trial.content().resolve(Faults.ENTRY);
            var text = Files.readString(entry);
            Files.delete(entry);
            Files.createDirectory(entry);

            trial.kill();
            Files.deleteIfExists(Faults.wal(trial));
            Faults.spoil(trial.index());
            trial.start();
            trial.expectServed("the last good text", Faults.page(Faults.ENTRY), "<h1");
            Files.delete(entry);
            Files.writeString(entry, text);
            Faults.editShows(trial, "A File Again");

            var found = trial.end();
            assertThat(found.wrong()).as(found.toString()).isEmpty();
            assertThat(found.accepted()).as(found.toString()).isPositive();
        }
    }
}
