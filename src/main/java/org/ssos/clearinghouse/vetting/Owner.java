package org.ssos.clearinghouse.vetting;

import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a case, and holds its private link.
 *
 * @param email an office's, where an answer is wanted
 */
public record Owner(
        String name, String organization, @Nullable String email) {
    /** How curators call them. */
    public String label() {
        if (name.isBlank()) return organization.isBlank() ? "Somebody without a name" : organization;
        return organization.isBlank() ? name : name + ", " + organization;
    }
}
