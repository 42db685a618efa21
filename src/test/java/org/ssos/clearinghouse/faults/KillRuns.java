package org.ssos.clearinghouse.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Kills a site again and again, at any moment, while people write to it, and says each time what is not as it must be. Some
 * kills share one database; then another begins, with fresh cases to work on.
 */
public final class KillRuns implements AutoCloseable {
    private static final int CURATORS = 4;
    private static final int CASES = 60;
    private static final int READERS = 1;
    private static final int KILLS_OF_ONE_SITE = 25;
    private static final int LONGEST_MILLIS = 900;

    private final Path scratch;
    private final SplittableRandom random;
    private final Prepared prepared;
    private @Nullable Trial trial;
    private int kills;
    private int accepted;

    /** @param scratch a folder for what is made meanwhile */
    public KillRuns(Path scratch, long seed) throws Exception {
        this.scratch = scratch;
        random = new SplittableRandom(seed);
        prepared = Prepared.with(CURATORS, CASES);
        // One start that ends by itself leaves its classes to all that follow.
        try (var first = trial("first")) {
            first.start();
            first.stop();
        }
    }

    /** One kill; what is wrong afterwards. */
    public List<String> next() throws Exception {
        var site = trial;
        if (site == null || kills % KILLS_OF_ONE_SITE == 0) {
            endOfOne();
            site = trial("site-" + kills);
            trial = site;
            site.start();
            site.traffic().begin(READERS, random.nextLong());
        }
        kills++;
        site.pass(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
        site.killAndLook();
        var wrong = List.copyOf(site.wrong());
        site.wrong().clear();
        return wrong;
    }

    /** How many changes were acknowledged between all kills. */
    public int accepted() {
        return accepted + (trial == null ? 0 : trial.accepted());
    }

    private Trial trial(String name) throws Exception {
        return new Trial(
                prepared,
                scratch.resolve(name),
                Trial.Java.quick(scratch),
                Traffic.Pace.BUSY,
                Map.of(),
                List.of(),
                Map.of());
    }

    private void endOfOne() throws IOException {
        var site = trial;
        if (site == null) return;
        accepted += site.accepted();
        trial = null;
        site.close();
    }

    @Override
    public void close() throws IOException {
        endOfOne();
        prepared.close();
    }
}
