package org.ssos.clearinghouse.vetting;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.account.Role;

/** Who takes a step. */
public sealed interface By {
    record Member(Person person, Set<Role> roles) implements By {
        public Member {
            roles = Set.copyOf(roles);
        }
    }

    /**
     * Whoever holds the private link.
     *
     * @param signedIn who it is, where they have signed in: what they write stays theirs
     */
    record OwnerOfCase(@Nullable Person signedIn) implements By {
        public OwnerOfCase() {
            this(null);
        }
    }

    /** The site itself, when it has published or could not. */
    record Site() implements By {}
}
