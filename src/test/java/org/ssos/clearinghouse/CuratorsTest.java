package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Twenty curators at once, for a short while; {@code ./clearinghouse bench curators} goes on for a minute. */
class CuratorsTest {
    @Test
    void nothing_is_lost_and_nobody_is_told_to_come_back() throws Exception {
        long seed = System.nanoTime();

        var found = CuratorsRun.of(Duration.ofSeconds(10), seed);

        assertThat(found.wrong()).as("seed " + seed + ", " + found.answers()).isEmpty();
    }
}
