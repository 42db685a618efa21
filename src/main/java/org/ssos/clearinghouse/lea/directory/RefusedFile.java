package org.ssos.clearinghouse.lea.directory;

/** A file that is not taken over, not even in part; the message says why and what to do. */
public final class RefusedFile extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedFile(String why) {
        super(why);
    }
}
