package org.ssos.clearinghouse.freshness;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.submission.LinkChecker;
import org.ssos.clearinghouse.submission.LinkChecker.Validators;
import org.ssos.clearinghouse.submission.LinkState;
import org.ssos.clearinghouse.submission.LinkState.CannotTell;

/**
 * Asks every address of the content: the addresses of a host one after the other with a pause between them, and only
 * whether anything changed where its server lets us. A server that asks for peace is left alone until the next run. Each
 * answer is kept as it comes, so a run that is cut off has lost nothing.
 */
public final class LinkRun {
    /** Between two questions to one host. */
    public static final Duration PAUSE = Duration.ofSeconds(1);

    private static final CannotTell LEFT_ALONE =
            new CannotTell("its server asked for peace, so it was not asked again");

    private final LinkBook book;
    private final LinkChecker checker;
    private final Clock clock;
    private final Duration pause;

    public LinkRun(LinkBook book, LinkChecker checker, Clock clock, Duration pause) {
        this.book = book;
        this.checker = checker;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Asks them all.
     *
     * @return nothing when another run is under way
     * @throws InterruptedException when it is stopped
     */
    public Optional<LinkReport> run(ContentFiles files, LinkExceptions exceptions) throws InterruptedException {
        var run = book.begin(clock.instant());
        if (run.isEmpty()) return Optional.empty();
        try {
            var named = Addresses.in(files);
            book.place(named);
            return Optional.of(new LinkReport(named, ask(named.keySet(), exceptions)));
        } finally {
            book.end(run.get(), clock.instant());
        }
    }

    private SortedMap<String, LinkReport.Answer> ask(Set<String> addresses, LinkExceptions exceptions)
            throws InterruptedException {
        var answers = new ConcurrentSkipListMap<String, LinkReport.Answer>();
        var known = book.validators();
        var byHost = new TreeMap<String, List<String>>();
        for (var address : addresses) {
            var reason = exceptions.reason(address);
            if (reason.isPresent()) {
                var state = new CannotTell(reason.get());
                keep(address, state, Validators.NONE);
                answers.put(address, new LinkReport.Answer(state, true));
            } else {
                byHost.computeIfAbsent(host(address), _ -> new ArrayList<>()).add(address);
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hosts = byHost.values().stream()
                    .<Future<?>>map(ofHost -> threads.submit(() -> {
                        askHost(ofHost, known, answers);
                        return ofHost;
                    }))
                    .toList();
            try {
                for (var host : hosts) host.get();
            } catch (InterruptedException stopped) {
                threads.shutdownNow();
                throw stopped;
            } catch (ExecutionException failure) {
                threads.shutdownNow();
                throw new IllegalStateException("The links could not all be looked at", failure.getCause());
            }
        }
        return answers;
    }

    private void askHost(List<String> addresses, Map<String, Validators> known, Map<String, LinkReport.Answer> answers)
            throws InterruptedException {
        boolean leftAlone = false;
        for (int at = 0; at < addresses.size(); at++) {
            var address = addresses.get(at);
            LinkState state = LEFT_ALONE;
            var before = known.getOrDefault(address, Validators.NONE);
            if (!leftAlone) {
                if (at > 0) Thread.sleep(pause);
                var asked = checker.ask(address, before);
                leftAlone = asked.asksForPeace();
                state = asked.state();
                before = asked.validators();
            }
            keep(address, state, before);
            answers.put(address, new LinkReport.Answer(state, false));
        }
    }

    private void keep(String address, LinkState state, Validators validators) {
        book.keep(address, state, validators, clock.instant(), LocalDate.now(clock));
    }

    private static String host(String address) {
        try {
            var host = URI.create(address).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
