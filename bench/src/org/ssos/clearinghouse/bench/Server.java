package org.ssos.clearinghouse.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ssos.clearinghouse.Main;
import org.ssos.clearinghouse.search.IndexFolder;

/** A site in a process of its own, with the same Java options whichever it is. Closing it stops the process. */
final class Server implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-Xmx512m");

    private static final Path SCRATCH = Path.of("target", "bench", "site");

    private static final String READY = "Ready: http://localhost:";

    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Server hello() throws IOException {
        return start(Map.of(), Hello.class.getName());
    }

    /** The real site with the real content, an index of its own, and no data of this checkout. */
    static Server site(RealContent content) throws IOException {
        var index = SCRATCH.resolve("index");
        new IndexFolder(index).forget(content.catalog().version());
        return start(
                Map.of(
                        "CLEARINGHOUSE_PORT", "0",
                        "CLEARINGHOUSE_CONTENT", RealContent.FOLDER.toString(),
                        "CLEARINGHOUSE_INDEX", index.toString(),
                        "CLEARINGHOUSE_DATA", SCRATCH.resolve("data").toString()),
                Main.class.getName(),
                "serve");
    }

    /** Returns when it says that it is ready. */
    private static Server start(Map<String, String> settings, String main, String... arguments) throws IOException {
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
