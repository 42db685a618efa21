package org.ssos.clearinghouse.account;

import org.jspecify.annotations.Nullable;

/** Who did something, as the audit trail keeps it: in the words of that moment, whatever the account becomes later. */
public record Actor(@Nullable Long accountId, String who, String role, String organization) {
    /** Somebody with a shell on the machine. */
    public static final Actor COMMAND_LINE = new Actor(null, "command line", "operator", "");

    /** The site itself, or somebody who has not signed in. */
    public static final Actor SITE = new Actor(null, "site", "", "");

    public static final Actor NOBODY = new Actor(null, "not signed in", "", "");

    public static Actor of(Account account) {
        return new Actor(account.id(), account.email(), account.roleLabels(), account.organization());
    }
}
