package org.ssos.clearinghouse.ops;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.ops.Check.State;

/**
 * How the site is doing. Anybody may ask as often as they like: what was found is kept for a few seconds, and a part that
 * does not answer holds nobody up for longer than a second. A part whose state changes is told to the log once.
 *
 * <p>Safe for use by many threads. Ages are measured by the machine's own counter, so that a clock that jumps changes
 * nothing here.
 */
public final class Health {
    /** The name of the check that says whether the site starts or stops. */
    static final String SITE = "site";

    private static final Logger log = LoggerFactory.getLogger(Health.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** A part that is silent for so long does not work; before, it may only be busy. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(10);

    private final List<Look> looks;
    private final Supplier<Phase> phase;
    private final Duration keptFor;
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<String, State> states = new HashMap<>();
    private volatile @Nullable Kept kept;

    public enum Status {
        READY("ready"),
        WITH_PROBLEMS("ready with problems"),
        NOT_READY("not ready");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What was found, the phase of the program first. */
    public record Report(Status status, List<Check> checks) {
        public Report {
            checks = List.copyOf(checks);
        }

        public Check check(String name) {
            return checks.stream()
                    .filter(check -> check.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private record Kept(List<Check> checks, long at) {}

    /** @param keptFor how long what was found is told again */
    Health(List<Probe> probes, Supplier<Phase> phase, Duration keptFor) {
        this.looks = probes.stream().map(Look::new).toList();
        this.phase = phase;
        this.keptFor = keptFor;
    }

    /** How the site was doing a few seconds ago at most. */
    public Report report() {
        var known = kept;
        if (known != null && System.nanoTime() - known.at() < keptFor.toNanos()) return report(known.checks());
        // One looks for all; the others need not wait where there is something to tell.
        if (known != null && looking.isLocked()) return report(known.checks());
        return reportNow();
    }

    /** How the site is doing now. Takes up to a second. */
    public Report reportNow() {
        looking.lock();
        try {
            looks.forEach(Look::begin);
            long end = System.nanoTime() + PATIENCE.toNanos();
            var found = new ArrayList<Check>();
            for (var look : looks) found.add(look.end(end));
            found.forEach(this::tellLog);
            kept = new Kept(List.copyOf(found), System.nanoTime());
            return report(found);
        } finally {
            looking.unlock();
        }
    }

    private Report report(List<Check> found) {
        var now = phase.get();
        var all = new ArrayList<Check>();
        all.add(new Check(SITE, now == Phase.RUNNING ? State.OK : State.FAIL, now.words(), List.of()));
        all.addAll(found);
        return new Report(status(now, found), all);
    }

    private Status status(Phase now, List<Check> found) {
        if (now != Phase.RUNNING) return Status.NOT_READY;
        var needed =
                looks.stream().filter(look -> look.probe.isNeededByReaders()).map(look -> look.probe.name());
        Set<State> all = EnumSet.noneOf(State.class);
        found.forEach(check -> all.add(check.state()));
        if (needed.anyMatch(
                name -> found.stream().anyMatch(check -> check.name().equals(name) && check.state() == State.FAIL)))
            return Status.NOT_READY;
        return all.equals(EnumSet.of(State.OK)) ? Status.READY : Status.WITH_PROBLEMS;
    }

    private void tellLog(Check check) {
        var before = states.put(check.name(), check.state());
        if (before == check.state() || (before == null && check.state() == State.OK)) return;
        if (check.state() == State.OK) log.info("Health: {} is well again. {}", check.name(), check.reason());
        else log.warn("Health: {} is at {}. {}", check.name(), check.state(), check.reason());
    }

    /** A probe, and its look that has not ended. Used by one thread at a time. */
    private static final class Look {
        private final Probe probe;
        private @Nullable FutureTask<Probe.Found> task;
        private long begun;

        Look(Probe probe) {
            this.probe = probe;
        }

        /** What is still at it is not asked again. */
        void begin() {
            if (task != null) return;
            task = new FutureTask<>(probe::look);
            begun = System.nanoTime();
            Thread.ofVirtual().name("health-" + probe.name()).start(task);
        }

        Check end(long end) {
            var found = found(end);
            return new Check(probe.name(), found.state(), found.reason(), found.figures());
        }

        private Probe.Found found(long end) {
            var running = task;
            if (running == null) throw new IllegalStateException("Not begun: " + probe.name());
            try {
                var found = running.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                task = null;
                return found;
            } catch (ExecutionException failure) {
                task = null;
                return Probe.Found.fail("It cannot be looked at: " + failure.getCause());
            } catch (TimeoutException late) {
                var silent = Duration.ofNanos(System.nanoTime() - begun);
                var words = "It has not answered for " + Age.words(silent) + ".";
                return silent.compareTo(LOST_AFTER) > 0 ? Probe.Found.fail(words) : Probe.Found.warn(words);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Probe.Found.warn("The look was cut off.");
            }
        }
    }
}
