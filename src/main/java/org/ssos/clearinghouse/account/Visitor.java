package org.ssos.clearinghouse.account;

import java.time.Instant;
import java.util.Set;

/** Who asks. */
public sealed interface Visitor {
    record Anonymous() implements Visitor {}

    /**
     * @param session the one this request came with
     * @param since when it began: all steps of signing in were taken then
     */
    record SignedIn(Account account, long session, Instant since) implements Visitor {
        public Actor actor() {
            return Actor.of(account);
        }

        public Set<Role> roles() {
            return account.roles();
        }

        public boolean may(Action action) {
            return action.isOpenTo(account.roles(), Work.OTHERS);
        }
    }
}
