package org.ssos.clearinghouse.submission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What links answered lately, so that a page that is opened again and again asks each of them once an hour and nobody
 * waits for it. Safe for use by many threads.
 */
final class RecentLinks {
    private static final Duration LASTS = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST = 2_000;

    private record Answer(LinkState state, Instant at) {}

    private final LinkChecker links;
    private final Clock clock;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > MOST;
        }
    };

    RecentLinks(LinkChecker links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** What is known by now; the others are being asked meanwhile. */
    synchronized Map<String, LinkState> known(Collection<String> addresses) {
        var known = new LinkedHashMap<String, LinkState>();
        for (var address : addresses) {
            var answer = answers.get(address);
            if (answer != null && answer.at().plus(LASTS).isAfter(clock.instant())) known.put(address, answer.state());
        }
        var wanted = addresses.stream()
                .filter(address -> !known.containsKey(address))
                .filter(asked::add)
                .toList();
        if (!wanted.isEmpty()) Thread.ofVirtual().name("recent-links").start(() -> ask(wanted));
        return known;
    }

    /** Asks what is not known, and waits for it. */
    Map<String, LinkState> ask(Collection<String> addresses, Duration patience) {
        var states = links.check(addresses, patience);
        keep(states);
        return states;
    }

    private void ask(List<String> wanted) {
        try {
            ask(wanted, PATIENCE);
        } finally {
            forgetThatTheyWereAsked(wanted);
        }
    }

    private synchronized void keep(Map<String, LinkState> states) {
        states.forEach((address, state) -> answers.put(address, new Answer(state, clock.instant())));
    }

    private synchronized void forgetThatTheyWereAsked(List<String> addresses) {
        addresses.forEach(asked::remove);
    }
}
