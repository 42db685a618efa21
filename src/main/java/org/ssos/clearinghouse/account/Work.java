package org.ssos.clearinghouse.account;

import java.util.Locale;

/** Whose work an action touches, as the one who asks sees it. */
public enum Work {
    /** Somebody else's, or nobody's. */
    OTHERS,
    /** Somebody else's, of the same organization. */
    OF_MY_ORGANIZATION,
    /** They changed something in it themselves, or decided it. */
    OWN;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
