package org.ssos.clearinghouse.db;

/**
 * The store could not do what it was asked, for a reason that lies outside of it: a full disk, a folder that may not be
 * written to, a file that cannot be read. Nothing of it was done; asked again later it may be.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unavailable(Throwable cause) {
        super(cause);
    }
}
