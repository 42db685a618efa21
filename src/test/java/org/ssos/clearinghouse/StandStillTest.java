package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssos.clearinghouse.faults.JavaProcess;

class StandStillTest {
    private static final List<String> ONE_CARRIER =
            List.of("-Djdk.virtualThreadScheduler.parallelism=1", "-Djdk.virtualThreadScheduler.maxPoolSize=1");

    @TempDir
    Path folder;

    @Test
    void a_program_in_which_nothing_can_begin_ends_and_says_what_its_threads_did() throws Exception {
        var program = start("stuck");

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(70);
        assertThat(new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("Nothing has begun", "standstill-threads.txt");
        assertThat(folder.resolve("standstill-threads.txt"))
                .content()
                .contains("\"holds-the-carrier\"", Program.class.getName());
    }

    @Test
    void a_program_that_works_hard_now_and_then_is_left_alone() throws Exception {
        var program = start("busy");

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    private Process start(String how) throws Exception {
        var command = JavaProcess.command(ONE_CARRIER, Program.class.getName(), how, folder.toString());
        return command.redirectErrorStream(true).start();
    }

    /** Looked after as the site is, with less patience. */
    static final class Program {
        private static final Duration PATIENCE = Duration.ofMillis(400);

        private Program() {}

        public static void main(String[] arguments) throws Exception {
            var first = new CountDownLatch(1);
            // Virtual threads, and what they need, are there before the first look.
            Thread.startVirtualThread(first::countDown);
            first.await();
            StandStill.watch(Path.of(arguments[1]), PATIENCE);
            if (arguments[0].equals("stuck")) {
                Thread.ofVirtual()
                        .name("holds-the-carrier")
                        .start(NeverInitialized::touch)
                        .join();
            }
            Thread.ofVirtual().start(() -> spin(PATIENCE.multipliedBy(8))).join();
        }

        /** As a class whose initializer waits for what others, without a carrier, cannot do. */
        private static final class NeverInitialized {
            static {
                while (System.nanoTime() != 0) LockSupport.park();
            }

            private NeverInitialized() {}

            static void touch() {}
        }

        private static void spin(Duration duration) {
            long until = System.nanoTime() + duration.toNanos();
            while (System.nanoTime() < until) Thread.onSpinWait();
        }
    }
}
