package org.ssos.clearinghouse.account;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * All accounts, and the form that invites somebody.
 *
 * @param done what was just done
 * @param mails whether links go out by mail
 * @param stuckMail what keeps mail from being sent
 */
public record MembersPage(
        Chrome chrome,
        List<Account> accounts,
        Invitation invitation,
        AccountDesk.Result.@Nullable Done done,
        boolean mails,
        List<String> stuckMail,
        Problems problems) {

    /** What was typed. */
    public record Invitation(String email, String name, String organization, Set<Role> roles) {
        static final Invitation EMPTY = new Invitation("", "", "", Set.of());
    }
}
