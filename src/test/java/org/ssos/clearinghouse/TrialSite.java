package org.ssos.clearinghouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/**
 * The site as {@code serve} runs it, but for two things: its clock can be moved from outside, and it asks nobody for the
 * links of what people suggest, so that no load ever leaves this machine.
 */
public final class TrialSite {
    /** A file in the data folder's parent; holds how far the clock is off, such as {@code PT-1H}. */
    public static final String CLOCK = "clock.txt";

    private TrialSite() {}

    /** Moves the clock of the site in this folder, at once and also for its next start. */
    public static void setClock(Path folder, Duration off) {
        try {
            Files.writeString(folder.resolve(CLOCK), off.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws Exception {
        App app;
        try {
            var settings = Settings.from(System.getenv());
            var clock = new Moved(
                    Objects.requireNonNull(settings.data().toAbsolutePath().getParent()),
                    ZoneId.of("America/Los_Angeles"));
            app = App.start(settings, clock, (_, _) -> false, Duration.ZERO);
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
            return;
        }
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                app.close();
            } catch (IOException failure) {
                System.err.println("It did not stop cleanly: " + failure);
            }
            stopped.countDown();
        }));
        System.out.println("Ready: " + app.baseUrl());
        stopped.await();
    }

    /** The machine's clock, off by what a file says. Where there is none, it is right. */
    private static final class Moved extends Clock {
        private final Path folder;
        private final ZoneId zone;

        Moved(Path folder, ZoneId zone) {
            this.folder = folder;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            var now = Clock.systemUTC().instant();
            try {
                return now.plus(Duration.parse(Files.readString(folder.resolve(CLOCK))));
            } catch (IOException | java.time.format.DateTimeParseException nothing) {
                return now;
            }
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Moved(folder, other);
        }
    }
}
