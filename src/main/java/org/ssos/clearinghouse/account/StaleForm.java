package org.ssos.clearinghouse.account;

/** A form came that is not taken as things stand. What was typed is shown again. */
final class StaleForm extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What keeps it from being taken. */
    enum Why {
        SIGNED_OUT,
        /** It lacks the token that its page had. */
        NOT_OF_OUR_PAGE,
        /** The sign-in is too old for this. */
        TOO_LONG_AGO
    }

    private final Why why;

    StaleForm(Why why) {
        super("A form came too late", null, false, false);
        this.why = why;
    }

    Why why() {
        return why;
    }
}
