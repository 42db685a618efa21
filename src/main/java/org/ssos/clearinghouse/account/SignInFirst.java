package org.ssos.clearinghouse.account;

/** Somebody has to sign in, or to set their codes up, before this page is shown. */
final class SignInFirst extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    SignInFirst(String path) {
        super("Go to " + path + " first", null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }
}
