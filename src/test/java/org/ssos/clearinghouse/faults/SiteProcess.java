package org.ssos.clearinghouse.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A site in a process of its own. Closing it stops the process. */
public final class SiteProcess implements AutoCloseable {
    private static final String READY = "Ready: http://localhost:";

    private final Process process;
    private final int port;

    /** The process ended before it was ready; the message is how. */
    public static final class NotReady extends Exception {
        private static final long serialVersionUID = 1L;

        NotReady(int status) {
            super("It ended with status " + status + " before it was ready");
        }
    }

    private SiteProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it says that it is ready. */
    public static SiteProcess start(ProcessBuilder command) throws IOException, NotReady {
        var process = command.start();
        // Whoever stops us also stops what we started.
        var end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        var _ = process.onExit().thenRun(() -> forget(end));
        var output = process.inputReader(StandardCharsets.UTF_8);
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return new SiteProcess(process, Integer.parseInt(line.substring(READY.length())));
            }
        }
        throw new NotReady(process.onExit().join().exitValue());
    }

    private static void forget(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException alreadyStopping) {
            // It runs anyway.
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long id() {
        return process.pid();
    }

    /** The time it has spent on cores since it started. */
    public Duration busy() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What it takes of the machine's memory, in bytes; nothing where the system does not tell. */
    public Optional<Long> resident() {
        return status("VmRSS:").map(kilobytes -> kilobytes * 1024);
    }

    /** How many files and connections it holds open; nothing where the system does not tell. */
    public Optional<Integer> handles() {
        var folder = Path.of("/proc", Long.toString(process.pid()), "fd");
        if (!Files.isDirectory(folder)) return Optional.empty();
        try (var open = Files.list(folder)) {
            return Optional.of((int) open.count());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** Ends it at once, as a power cut does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Lets it end by itself, within half a minute, and says whether it did. */
    public boolean stop() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        boolean ended = !process.isAlive();
        kill();
        return ended;
    }

    @Override
    public void close() {
        stop();
    }

    private Optional<Long> status(String name) {
        var file = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(file)) return Optional.empty();
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException gone) {
            return Optional.empty();
        }
    }
}
