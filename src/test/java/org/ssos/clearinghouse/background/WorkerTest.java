package org.ssos.clearinghouse.background;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private final ConcurrentLinkedQueue<RuntimeException> told = new ConcurrentLinkedQueue<>();
    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void a_round_that_fails_is_told_and_the_next_one_comes() throws Exception {
        var wrong = new IllegalStateException("the disk is full");
        var third = new CountDownLatch(1);
        try (var _ = Worker.start(
                "test",
                () -> {
                    if (rounds.incrementAndGet() == 1) throw wrong;
                    if (rounds.get() == 3) third.countDown();
                },
                told::add,
                Duration.ZERO)) {
            assertThat(third.await(10, SECONDS)).isTrue();
        }

        assertThat(told).containsExactly(wrong);
    }

    @Test
    void nothing_is_done_after_it_was_closed_and_what_that_cuts_off_is_not_told() throws Exception {
        var begun = new CountDownLatch(1);
        var worker = Worker.start(
                "test",
                () -> {
                    rounds.incrementAndGet();
                    begun.countDown();
                    try {
                        Thread.sleep(Duration.ofDays(1));
                    } catch (InterruptedException cutOff) {
                        throw new IllegalStateException("cut off", cutOff);
                    }
                },
                told::add,
                Duration.ZERO);
        assertThat(begun.await(10, SECONDS)).isTrue();
        worker.close();

        assertThat(rounds).hasValue(1);
        assertThat(told).isEmpty();
    }

    @Test
    void the_pause_after_a_failure_ends_with_it_too() throws Exception {
        var failed = new CountDownLatch(1);
        var worker = Worker.start(
                "test",
                () -> {
                    rounds.incrementAndGet();
                    throw new IllegalStateException("again and again");
                },
                _ -> failed.countDown(),
                Duration.ofDays(1));
        assertThat(failed.await(10, SECONDS)).isTrue();
        worker.close();

        assertThat(rounds).hasValue(1);
    }
}
