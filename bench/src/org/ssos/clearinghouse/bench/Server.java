package org.ssos.clearinghouse.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A site in a process of its own, with the same Java options whichever it is. Closing it stops the process. */
final class Server implements AutoCloseable {
    static final List<String> OPTIONS = List.of("-Xmx512m");

    private static final String READY = "Ready: http://localhost:";

    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it, and returns when it says that it is ready. */
    static Server start(Map<String, String> settings, String main, String... arguments) throws IOException {
        var command = JavaProcess.command(OPTIONS, main, arguments).redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().putAll(settings);
        if (Cores.canPin()) command.command(Cores.pinned(command.command()));
        var process = command.start();
        // Whoever stops the benchmark also stops what it started.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        for (var line = process.inputReader().readLine();
                line != null;
                line = process.inputReader().readLine()) {
            if (line.startsWith(READY)) return new Server(process, Integer.parseInt(line.substring(READY.length())));
        }
        process.destroy();
        throw new IllegalStateException(main + " ended before it was ready");
    }

    int port() {
        return port;
    }

    /** The time it has spent on cores since it started. */
    Duration busy() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
