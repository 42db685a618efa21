package org.ssos.clearinghouse.feedback;

import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;

/**
 * A note with the entry it is about.
 *
 * @param path of the entry; absent where it is gone
 */
public record NoteLine(Note note, String title, @Nullable String path, PartialDate on) {
    public String what() {
        var problem = note.problem();
        return problem == null ? note.said().label() : problem.label();
    }
}
