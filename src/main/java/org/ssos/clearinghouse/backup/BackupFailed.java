package org.ssos.clearinghouse.backup;

/** A backup could not be made or restored; the message is one sentence or two that say why and what to do. */
public final class BackupFailed extends Exception {
    private static final long serialVersionUID = 1L;

    BackupFailed(String message) {
        super(message);
    }

    BackupFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
