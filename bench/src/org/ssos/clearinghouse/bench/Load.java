package org.ssos.clearinghouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Visitors of one server, each with a connection of its own. */
final class Load {
    private static final int VISITORS = 16;

    /** How long visitors waited, from the moment their request was due. */
    record Waiting(double medianMillis, double p99Millis) {
        private static Waiting of(long[] nanos) {
            Arrays.sort(nanos);
            return new Waiting(nanos[nanos.length / 2] / 1e6, nanos[(int) (nanos.length * 0.99)] / 1e6);
        }

        double ratio() {
            return p99Millis / medianMillis;
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
        var answers = new LongAdder();
        long start = System.nanoTime();
        long until = start + duration.toNanos();
        all(connection -> {
            while (System.nanoTime() < until) {
                connection.get(paths.get());
                answers.increment();
            }
        });
        return answers.sum() * 1e9 / (System.nanoTime() - start);
    }

    /**
     * Requests are due at even intervals, whatever the server does. One that finds all visitors waiting goes out late,
     * and that counts as its waiting too.
     */
    Waiting atRate(double perSecond, Duration duration) throws InterruptedException {
        long[] nanos = new long[(int) (perSecond * duration.toNanos() / 1e9)];
        var next = new AtomicInteger();
        long start = System.nanoTime();
        all(connection -> {
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

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) LockSupport.parkNanos(left);
    }

    private void all(Visit visit) throws InterruptedException {
        var visitors = new ArrayList<Callable<Void>>();
        for (int number = 0; number < VISITORS; number++) {
            visitors.add(() -> {
                try (var connection = new Connection(port)) {
                    visit.with(connection);
                }
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(VISITORS)) {
            for (var visitor : threads.invokeAll(visitors)) visitor.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }
}
