package org.ssos.clearinghouse.background;

import java.io.Closeable;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A virtual thread that makes its rounds until it is closed. What goes wrong in a round is told, and the next one begins after a
 * pause; what the end of the site cuts off is no failure and is not told.
 */
public final class Worker implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Round round;
    private final Consumer<RuntimeException> failed;
    private final Duration pause;
    private final Thread thread;
    private volatile boolean closing;

    /** One round, with the wait for the next one at its end. */
    @FunctionalInterface
    public interface Round {
        void make() throws InterruptedException;
    }

    private Worker(String name, Round round, Consumer<RuntimeException> failed, Duration pause) {
        this.round = round;
        this.failed = failed;
        this.pause = pause;
        thread = Thread.ofVirtual().name(name).unstarted(this::work);
    }

    /**
     * Makes rounds from now on.
     *
     * @param failed is told of each failure, by the thread of the worker
     * @param pause from a failure to the next round
     */
    public static Worker start(String name, Round round, Consumer<RuntimeException> failed, Duration pause) {
        var worker = new Worker(name, round, failed, pause);
        worker.thread.start();
        return worker;
    }

    /** Interrupts the round that is being made and waits until it has ended, but no longer than two seconds. */
    @Override
    public void close() {
        closing = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!closing) makeRound();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void makeRound() throws InterruptedException {
        try {
            round.make();
        } catch (RuntimeException failure) {
            if (closing) return;
            failed.accept(failure);
            Thread.sleep(pause);
        }
    }
}
