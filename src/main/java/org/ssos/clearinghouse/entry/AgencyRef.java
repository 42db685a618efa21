package org.ssos.clearinghouse.entry;

import org.jspecify.annotations.Nullable;

/**
 * An organization named by an entry.
 *
 * @param agency the agency's own entry, where the directory holds one
 * @param evidence why we hold that it has this role
 */
public record AgencyRef(
        String name,
        @Nullable String role,
        @Nullable EntryId agency,
        @Nullable PartialDate since,
        @Nullable String evidence) {}
