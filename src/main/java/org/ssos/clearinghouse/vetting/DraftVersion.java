package org.ssos.clearinghouse.vetting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of the text of a case. Versions are only added.
 *
 * @param number from 1
 * @param hash SHA-256 of the text
 * @param by absent where somebody without an account wrote it
 * @param changed the fields that differ from the version before
 * @param organizations by all their names: those that the entry belongs to by its own text
 */
public record DraftVersion(
        int number, String hash, @Nullable Person by, Instant at, List<String> changed, List<String> organizations) {
    public DraftVersion {
        changed = List.copyOf(changed);
        organizations = List.copyOf(organizations);
    }
}
