package org.ssos.clearinghouse.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ssos.clearinghouse.publishing.Underway;
import org.ssos.clearinghouse.publishing.Underway.State;

/** Looks at the decisions that are on their way to the site. */
final class PublicationProbe implements Probe {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration TOO_LONG = Duration.ofMinutes(15);

    private final Supplier<List<Underway>> underway;
    private final Clock clock;

    /** @param underway only those that somebody still has something to do with */
    PublicationProbe(Supplier<List<Underway>> underway, Clock clock) {
        this.underway = underway;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "publications";
    }

    @Override
    public Found look() {
        var now = clock.instant();
        var all = underway.get();
        var due = all.stream()
                .filter(each ->
                        each.state() == State.WAITING && !each.dueSince().isAfter(now))
                .toList();
        var scheduled = count(all, State.WAITING) - due.size();
        var conflicts = count(all, State.CONFLICT);
        var uncommitted = count(all, State.UNCOMMITTED);
        var age = due.stream()
                .map(Underway::dueSince)
                .min(Instant::compareTo)
                .map(since -> Duration.between(since, now))
                .orElse(Duration.ZERO);
        var figures = new Figure[] {
            Figure.of("publications.due", "Decisions that should be on the site by now and are not", due.size()),
            Figure.of("publications.oldest.seconds", "For how long the oldest of them has been due", age.toSeconds()),
            Figure.of("publications.scheduled", "Decisions that wait for their day", scheduled),
            Figure.of("publications.conflicts", "Decisions that a person has to merge", conflicts),
            Figure.of("publications.uncommitted", "Publications that should be commits by now and are not", uncommitted)
        };
        if (all.isEmpty()) return Found.ok("Every decision is on the site.", figures);
        var words = Stream.of(
                        part(due.size(), "on the way to the site for " + Age.words(age)),
                        part(scheduled, "scheduled"),
                        part(conflicts, "to be merged by somebody"),
                        part(uncommitted, "on the site and not committed"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ", "Decisions: ", "."));
        if (age.compareTo(TOO_LONG) > 0) return Found.fail(words, figures);
        return age.compareTo(LONG) > 0 || conflicts > 0 || uncommitted > 0
                ? Found.warn(words, figures)
                : Found.ok(words, figures);
    }

    private static String part(long count, String what) {
        return count == 0 ? "" : count + " " + what;
    }

    private static long count(List<Underway> all, State state) {
        return all.stream().filter(each -> each.state() == state).count();
    }
}
