package org.ssos.clearinghouse.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ssos.clearinghouse.Main;
import org.ssos.clearinghouse.faults.JavaProcess;
import org.ssos.clearinghouse.faults.SiteProcess;
import org.ssos.clearinghouse.search.IndexFolder;

/** What is measured: a process on a core of its own, with the same Java options whichever it is. */
final class Server {
    private static final List<String> OPTIONS = List.of("-Xmx512m");

    private static final Path SCRATCH = Path.of("target", "bench", "site");

    private Server() {}

    static SiteProcess hello() throws IOException {
        return start(Map.of(), Hello.class.getName());
    }

    /** The real site with the real content, an index of its own, and no data of this checkout. */
    static SiteProcess site(RealContent content) throws IOException {
        var index = SCRATCH.resolve("index");
        new IndexFolder(index).forget(content.catalog().version());
        return start(
                Map.of(
                        "CLEARINGHOUSE_PORT", "0",
                        "CLEARINGHOUSE_TRUSTED_PROXIES", "127.0.0.1",
                        "CLEARINGHOUSE_CONTENT", RealContent.FOLDER.toString(),
                        "CLEARINGHOUSE_INDEX", index.toString(),
                        "CLEARINGHOUSE_DATA", SCRATCH.resolve("data").toString()),
                Main.class.getName(),
                "serve");
    }

    private static SiteProcess start(Map<String, String> settings, String main, String... arguments)
            throws IOException {
        var command = JavaProcess.command(OPTIONS, main, arguments).redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().putAll(settings);
        if (Cores.canPin()) command.command(Cores.pinned(command.command()));
        try {
            return SiteProcess.start(command);
        } catch (SiteProcess.NotReady ended) {
            throw new IllegalStateException(main, ended);
        }
    }
}
