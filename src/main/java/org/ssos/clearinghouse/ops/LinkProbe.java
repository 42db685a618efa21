package org.ssos.clearinghouse.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at when the links of the content were looked at. */
final class LinkProbe implements Probe {
    private static final Duration LONG = Duration.ofDays(3);

    private final Supplier<Optional<Instant>> lastRun;
    private final boolean nightly;
    private final Instant started;
    private final Clock clock;

    /**
     * @param nightly whether they are looked at every night
     * @param started when the program started, before which nothing was due
     */
    LinkProbe(Supplier<Optional<Instant>> lastRun, boolean nightly, Instant started, Clock clock) {
        this.lastRun = lastRun;
        this.nightly = nightly;
        this.started = started;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "links";
    }

    @Override
    public Found look() {
        var last = lastRun.get();
        var now = clock.instant();
        var words = last.map(at -> "Last looked at " + Age.words(Duration.between(at, now)) + " ago.")
                .orElse("Never looked at.");
        var figures = last.map(at -> new Figure[] {
                    Figure.of(
                            "links.age.seconds",
                            "How long ago the links of the content were looked at",
                            Duration.between(at, now).toSeconds())
                })
                .orElse(new Figure[0]);
        if (!nightly) return Found.ok(words + " The nightly check is switched off.", figures);
        return Duration.between(last.orElse(started), now).compareTo(LONG) > 0
                ? Found.warn(words, figures)
                : Found.ok(words, figures);
    }
}
