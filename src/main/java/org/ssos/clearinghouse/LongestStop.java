package org.ssos.clearinghouse;

import java.time.Duration;
import org.slf4j.LoggerFactory;

/**
 * Bounds how long the program takes to stop, whatever hangs: a file system that does not answer, a mail server that is
 * slow. Everything that was acknowledged is on the disk by then, and the next start takes up what was cut off.
 */
final class LongestStop {
    private static final Duration LONGEST = Duration.ofSeconds(9);

    /** As the system reports a program that was told to end. */
    private static final int TOLD_TO_END = 143;

    private LongestStop() {}

    static void begin() {
        Thread.ofPlatform().daemon().name("longest-stop").start(() -> {
            try {
                Thread.sleep(LONGEST);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
            LoggerFactory.getLogger(LongestStop.class)
                    .warn("The site did not stop within {} seconds and is cut off", LONGEST.toSeconds());
            Runtime.getRuntime().halt(TOLD_TO_END);
        });
    }
}
