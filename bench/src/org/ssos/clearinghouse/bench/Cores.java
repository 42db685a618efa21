package org.ssos.clearinghouse.bench;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** One core for the server and another for the client, where the system can tie a process to a core. */
final class Cores {
    static final int SERVER = 0;
    static final int CLIENT = 1;

    private Cores() {}

    static boolean canPin() {
        try {
            return run("taskset", "-c", Integer.toString(SERVER), "true")
                    && run("taskset", "-c", Integer.toString(CLIENT), "true");
        } catch (IOException noTaskset) {
            return false;
        }
    }

    /** The command tied to the server's core. */
    static List<String> pinned(List<String> command) {
        return Stream.concat(Stream.of("taskset", "-c", Integer.toString(SERVER)), command.stream())
                .toList();
    }

    /** Ties all threads of this process to the client's core. */
    static void pinClient() throws IOException {
        var self = Long.toString(ProcessHandle.current().pid());
        run("taskset", "-a", "-c", "-p", Integer.toString(CLIENT), self);
    }

    private static boolean run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
