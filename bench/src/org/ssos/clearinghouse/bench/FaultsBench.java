package org.ssos.clearinghouse.bench;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ssos.clearinghouse.faults.FaultRuns;

/** {@code ./clearinghouse bench faults [NAME]}: what people see while things break, and whether anything is lost. */
final class FaultsBench {
    private static final Path REPORT = Path.of("target", "faults.md");

    private FaultsBench() {}

    @SuppressWarnings("SystemOut")
    static void main(String[] arguments) throws Exception {
        var word = arguments.length > 0 ? arguments[0] : "";
        boolean well;
        try (var file = Files.newOutputStream(REPORT)) {
            var both = new PrintStream(new Both(System.out, file), true, StandardCharsets.UTF_8);
            well = FaultRuns.report(word, Path.of("target", "faults").toAbsolutePath(), both);
        }
        System.exit(well ? 0 : 1);
    }

    private static final class Both extends OutputStream {
        private final OutputStream first;
        private final OutputStream second;

        Both(OutputStream first, OutputStream second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void write(int value) throws java.io.IOException {
            first.write(value);
            second.write(value);
        }

        @Override
        public void flush() throws java.io.IOException {
            first.flush();
            second.flush();
        }
    }
}
