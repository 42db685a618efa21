package org.ssos.clearinghouse.web;

import java.time.Duration;
import org.eclipse.jetty.server.handler.DoSHandler.LeakingBucketTrackerFactory;
import org.eclipse.jetty.server.handler.DoSHandler.Tracker;

/**
 * A leaking bucket for each visitor. Whenever the server forgets one it goes through all of them, so visitors are
 * forgotten together, every few seconds: one after the other, thirty thousand of them would cost half a processor.
 */
final class Buckets implements Tracker.Factory {
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final LeakingBucketTrackerFactory buckets;

    /** @param burst how many requests one visitor may make at once */
    Buckets(int requestsPerSecond, int burst) {
        buckets = new LeakingBucketTrackerFactory(requestsPerSecond, burst, KEPT);
    }

    @Override
    public Tracker newTracker(String visitor) {
        return new Together(buckets.newTracker(visitor));
    }

    private record Together(Tracker bucket) implements Tracker {
        @Override
        public boolean onRequest(long now) {
            return bucket.onRequest(now);
        }

        @Override
        public long getExpireNanoTime() {
            long step = KEPT.toNanos();
            return (Math.floorDiv(bucket.getExpireNanoTime(), step) + 1) * step;
        }
    }
}
