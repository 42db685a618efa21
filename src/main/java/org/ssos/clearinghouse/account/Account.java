package org.ssos.clearinghouse.account;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who may sign in.
 *
 * @param email in small letters; names the account
 * @param organization what their work stands for; nobody scores what belongs to their own
 * @param twoStep whether a code from their phone is asked for
 */
public record Account(
        long id, String email, String name, String organization, Set<Role> roles, State state, boolean twoStep) {

    public enum State {
        /** Was invited and has not chosen a password yet. */
        INVITED,
        ACTIVE,
        DISABLED;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String id) {
            return Arrays.stream(values())
                    .filter(state -> state.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Whether one of the roles asks for codes that are not set up yet. */
    public boolean lacksTwoStep() {
        return !twoStep && needsTwoStep();
    }

    public boolean needsTwoStep() {
        return roles.stream().anyMatch(Role::needsTwoStep);
    }

    /** The roles in their usual order. */
    public List<Role> sortedRoles() {
        return roles.stream().sorted(Comparator.naturalOrder()).toList();
    }

    public String roleLabels() {
        return sortedRoles().stream().map(Role::label).collect(Collectors.joining(", "));
    }
}
