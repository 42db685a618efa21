package org.ssos.clearinghouse.submission;

import java.util.Optional;
import org.ssos.clearinghouse.account.Visitor;

/** What was sent in and may still be changed by whoever holds its private link. */
public interface OwnDrafts {
    /** The newest draft; nothing where no such link is known, or nobody may change it now. */
    Optional<Draft> find(String token);

    /**
     * Keeps a changed draft in place of the one it was made from.
     *
     * @return why not, in words; nothing when it is kept
     */
    Optional<String> keep(String token, Draft before, Draft after, Visitor visitor);
}
