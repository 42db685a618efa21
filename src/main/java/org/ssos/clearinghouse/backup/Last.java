package org.ssos.clearinghouse.backup;

import java.nio.file.Path;
import java.time.Instant;

/** What became of the last try to make a backup. */
public sealed interface Last {
    Instant at();

    /**
     * It is there, and was verified.
     *
     * @param size in bytes
     */
    record Made(Instant at, Path file, long size) implements Last {}

    /** @param why a sentence */
    record Failed(Instant at, String why) implements Last {}
}
