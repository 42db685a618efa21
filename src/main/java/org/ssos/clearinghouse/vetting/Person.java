package org.ssos.clearinghouse.vetting;

import java.util.Locale;
import org.ssos.clearinghouse.account.Account;

/**
 * Somebody with an account, as the record of a case keeps them: in the words of that moment.
 *
 * @param account the id of the account
 * @param roles what they were, such as {@code Reviewer, Curator}
 * @param organization where they worked
 */
public record Person(long account, String name, String roles, String organization) {
    public static Person of(Account account) {
        return new Person(account.id(), account.name(), account.roleLabels(), account.organization());
    }

    boolean is(Person other) {
        return account == other.account;
    }

    /** Whether they work for the organization, however it is written. */
    boolean isOf(String other) {
        return !key(organization).isEmpty() && key(organization).equals(key(other));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\bthe\\b|[^\\p{L}\\p{N}]", "");
    }
}
