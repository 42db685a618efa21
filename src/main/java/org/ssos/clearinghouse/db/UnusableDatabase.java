package org.ssos.clearinghouse.db;

/** The database cannot be used as it is; the message is one sentence that says why and what to do. */
public final class UnusableDatabase extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableDatabase(String message) {
        super(message);
    }
}
