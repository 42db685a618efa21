package org.ssos.clearinghouse;

import java.nio.file.Path;

/** The program cannot do what it was asked to; the message is one sentence that says why and what to do. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    static Refusal noContent(Path folder) {
        return new Refusal(
                "There is no content folder " + folder.toAbsolutePath() + ". Let CLEARINGHOUSE_CONTENT name it.");
    }

    Refusal(String message) {
        super(message);
    }
}
