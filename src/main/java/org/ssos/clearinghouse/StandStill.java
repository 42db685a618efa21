package org.ssos.clearinghouse;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the program when nothing that is asked of it can begin any more. Requests are worked on by virtual threads, which need
 * a carrier each, and there are as many of these as cores. Up to Java 25 a virtual thread that waits for a class to be
 * initialized keeps its carrier (JEP 491 names it as what is left to do), so that all of them can come to wait for something
 * that needs one. That does not pass; a new start does help, and whoever runs the service has it started again.
 */
final class StandStill {
    private static final Logger log = LoggerFactory.getLogger(StandStill.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FOR_THE_REPORT = Duration.ofSeconds(5);

    /** A machine that slept misses one at most. */
    private static final int TIMES = 3;

    /** Internal software error, by {@code sysexits.h}. */
    private static final int STATUS = 70;

    /** This part of one processor's time is what a program needs that does nothing. */
    private static final int HARDLY = 20;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Path threads;
    private final Duration patience;

    private StandStill(Path data, Duration patience) {
        this.threads = data.resolve("standstill-threads.txt");
        this.patience = patience;
    }

    /** Looks from now on, until the program ends. */
    static void watch(Path data) {
        watch(data, PATIENCE);
    }

    /** @param patience how long a virtual thread waits for its beginning; three in a row have to, while hardly anything is done */
    static void watch(Path data, Duration patience) {
        Thread.ofPlatform().daemon().name("standstill").start(new StandStill(data, patience)::look);
    }

    private void look() {
        try {
            for (int still = 0; still < TIMES; ) {
                if (standsStill()) {
                    still++;
                } else {
                    still = 0;
                    Thread.sleep(patience);
                }
            }
            // What hangs may hold the log or the disk as well.
            Thread.ofPlatform().daemon().start(this::report).join(FOR_THE_REPORT);
            Runtime.getRuntime().halt(STATUS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where much goes on, a thread may wait long for its turn, and that is no standstill. */
    private boolean standsStill() throws InterruptedException {
        long before = system.getProcessCpuTime();
        return !begins()
                && system.getProcessCpuTime() - before
                        < patience.dividedBy(HARDLY).toNanos();
    }

    private boolean begins() throws InterruptedException {
        var begun = new CountDownLatch(1);
        Thread.startVirtualThread(begun::countDown);
        return begun.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void report() {
        log.error(
                "Nothing has begun for {} seconds, so the program ends to be started again. What its threads did: {}",
                patience.multipliedBy(TIMES).toSeconds(),
                threads);
        try {
            Files.deleteIfExists(threads);
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(threads.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
        } catch (IOException failure) {
            log.error("They cannot be written", failure);
        }
    }
}
