package org.ssos.clearinghouse.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Account.State;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * Somebody's account, for an administrator.
 *
 * @param organization as typed, right or not
 * @param roles as ticked
 * @param done what was just done
 */
public record MemberPage(
        Chrome chrome,
        Account account,
        String organization,
        Set<Role> roles,
        AccountDesk.Result.@Nullable Done done,
        Problems problems) {
    public boolean isDisabled() {
        return account.state() == State.DISABLED;
    }

    public boolean isInvited() {
        return account.state() == State.INVITED;
    }
}
