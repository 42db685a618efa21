package org.ssos.clearinghouse.account;

import java.time.Instant;
import java.util.Locale;

/** The app on somebody's phone. */
public final class Codes {
    private Codes() {}

    public static String at(String secret, Instant moment) {
        return TwoStep.code(secret.replace(" ", "").toUpperCase(Locale.ROOT), moment);
    }
}
