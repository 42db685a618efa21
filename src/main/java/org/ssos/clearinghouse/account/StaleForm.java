package org.ssos.clearinghouse.account;

/** A form came without the token that its page had, or after its session had ended. What was typed is shown again. */
final class StaleForm extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean signedOut;

    StaleForm(boolean signedOut) {
        super("A form came too late", null, false, false);
        this.signedOut = signedOut;
    }

    boolean signedOut() {
        return signedOut;
    }
}
