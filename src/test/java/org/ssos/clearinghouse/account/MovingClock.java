package org.ssos.clearinghouse.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Stands still until a test moves it. */
public final class MovingClock extends Clock {
    private static final ZoneId CALIFORNIA = ZoneId.of("America/Los_Angeles");

    private volatile Instant now = Instant.parse("2026-11-21T17:00:00Z");

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return CALIFORNIA;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
