package org.ssos.clearinghouse.bench;

import java.nio.file.Path;
import org.ssos.clearinghouse.faults.SoakRun;

/** {@code ./clearinghouse bench soak [MINUTES]}: whether a site with little memory stays as it is for long. */
final class SoakBench {
    private static final int MINUTES = 30;

    private SoakBench() {}

    @SuppressWarnings("SystemOut")
    static void main(String[] arguments) throws Exception {
        int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MINUTES;
        boolean steady = SoakRun.of(minutes, Path.of("target", "soak").toAbsolutePath(), System.out);
        System.exit(steady ? 0 : 1);
    }
}
