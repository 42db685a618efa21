package org.ssos.clearinghouse.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Visitors of one server, each with a connection of its own. */
final class Load {
    private static final int VISITORS = 16;
    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(150);
    private static final Duration WINDOW = Duration.ofSeconds(4);
    private static final int STEADY_WINDOWS = 3;
    private static final double HARDLY = 0.03;

    /** How long visitors waited, from the moment their request was due. */
    record Waiting(double medianMillis, double p99Millis) {
        private static Waiting of(long[] nanos) {
            Arrays.sort(nanos);
            if (nanos.length == 0) return new Waiting(0, 0);
            return new Waiting(nanos[nanos.length / 2] / 1e6, nanos[(int) (nanos.length * 0.99)] / 1e6);
        }

        double ratio() {
            return p99Millis / medianMillis;
        }
    }

    /**
     * What came of requests that were due at even intervals.
     *
     * @param pages how many got what they asked for
     * @param refused how many got a 503
     * @param withoutWhen how many of these were not told when to come back
     * @param others answers of any other status, and connections that broke
     * @param refusing how long the refused waited, from when they asked
     * @param waiting how long the others waited, from when they were due
     * @param perSecond pages a second, over the time that it took until the last answer
     */
    record Overload(
            long pages,
            long refused,
            long withoutWhen,
            long others,
            Waiting refusing,
            Waiting waiting,
            double perSecond) {
        double share(long some) {
            return some / (double) Math.max(1, pages + refused + others);
        }
    }

    private interface Visit {
        void with(Connection connection) throws Exception;
    }

    private final int port;
    private final Supplier<String> paths;

    /** @param paths what to ask for next; used by many threads */
    Load(int port, Supplier<String> paths) {
        this.port = port;
        this.paths = paths;
    }

    /** Every visitor asks again as soon as there is an answer: how many answers a second the server can give. */
    double saturating(Duration duration) throws InterruptedException {
        return saturating(duration, VISITORS);
    }

    /** The same with so many visitors, who cost the server more than few do. */
    double saturating(Duration duration, int visitors) throws InterruptedException {
        var answers = new LongAdder();
        long start = System.nanoTime();
        long until = start + duration.toNanos();
        all(visitors, connection -> {
            while (System.nanoTime() < until) {
                connection.get(paths.get());
                answers.increment();
            }
        });
        return answers.sum() * 1e9 / (System.nanoTime() - start);
    }

    /** Lasts until some windows of time in a row bring hardly more than the best before them. */
    void warm(Duration atLeast) throws InterruptedException {
        double best = 0;
        int steady = 0;
        for (var spent = Duration.ZERO; spent.compareTo(LONGEST_WARM_UP) < 0; spent = spent.plus(WINDOW)) {
            if (steady >= STEADY_WINDOWS && spent.compareTo(atLeast) >= 0) return;
            double now = saturating(WINDOW);
            steady = now > best * (1 + HARDLY) ? 0 : steady + 1;
            best = Math.max(best, now);
        }
    }

    /**
     * Requests are due at even intervals, whatever the server does. One that finds all visitors waiting goes out late,
     * and that counts as its waiting too.
     */
    Waiting atRate(double perSecond, Duration duration) throws InterruptedException {
        long[] nanos = new long[(int) (perSecond * duration.toNanos() / 1e9)];
        var next = new AtomicInteger();
        long start = System.nanoTime();
        all(VISITORS, connection -> {
            for (int number = next.getAndIncrement(); number < nanos.length; number = next.getAndIncrement()) {
                var path = paths.get();
                long due = start + (long) (number * 1e9 / perSecond);
                waitUntil(due);
                connection.get(path);
                nanos[number] = System.nanoTime() - due;
            }
        });
        return Waiting.of(nanos);
    }

    /**
     * Requests are due at even intervals, also where the server has no answer for all of them: so many visitors ask that
     * more is under way than it can do.
     */
    Overload overload(double perSecond, Duration duration, int visitors) throws InterruptedException {
        int count = (int) (perSecond * duration.toNanos() / 1e9);
        long[] refusing = new long[count];
        long[] waiting = new long[count];
        var next = new AtomicInteger();
        var refused = new AtomicInteger();
        var pages = new AtomicInteger();
        var withoutWhen = new LongAdder();
        var others = new LongAdder();
        long start = System.nanoTime();
        all(visitors, () -> {
            Connection connection = null;
            try {
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    long due = start + (long) (number * 1e9 / perSecond);
                    waitUntil(due);
                    long asked = System.nanoTime();
                    try {
                        if (connection == null) connection = new Connection(port);
                        var answer = connection.ask(paths.get());
                        long now = System.nanoTime();
                        switch (answer.status()) {
                            case 200 -> waiting[pages.getAndIncrement()] = now - due;
                            case 503 -> {
                                refusing[refused.getAndIncrement()] = now - asked;
                                if (!answer.saysWhen()) withoutWhen.increment();
                            }
                            default -> others.increment();
                        }
                        if (!answer.open()) connection = closed(connection);
                    } catch (IOException broken) {
                        others.increment();
                        connection = closed(connection);
                    }
                }
            } finally {
                closed(connection);
            }
            return null;
        });
        return new Overload(
                pages.get(),
                refused.get(),
                withoutWhen.sum(),
                others.sum(),
                Waiting.of(Arrays.copyOf(refusing, refused.get())),
                Waiting.of(Arrays.copyOf(waiting, pages.get())),
                pages.get() * 1e9 / (System.nanoTime() - start));
    }

    private static @Nullable Connection closed(@Nullable Connection connection) throws IOException {
        if (connection != null) connection.close();
        return null;
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) LockSupport.parkNanos(left);
    }

    private void all(int visitors, Visit visit) throws InterruptedException {
        all(visitors, () -> {
            try (var connection = new Connection(port)) {
                visit.with(connection);
            }
            return null;
        });
    }

    private static void all(int visitors, Callable<@Nullable Void> work) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var visitor : threads.invokeAll(Collections.nCopies(visitors, work))) visitor.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
