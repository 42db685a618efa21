package org.ssos.clearinghouse.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process of this Java with this class path. */
final class JavaProcess {
    private static final List<String> QUIET =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private JavaProcess() {}

    static ProcessBuilder command(List<String> options, String main, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUIET);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command);
        // Settings of whoever runs the benchmark are not part of it.
        process.environment().keySet().removeIf(name -> name.startsWith("CLEARINGHOUSE_"));
        process.environment().put("CLEARINGHOUSE_LOG_LEVEL", "WARN");
        return process;
    }
}
