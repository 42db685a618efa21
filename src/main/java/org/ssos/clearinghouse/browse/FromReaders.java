package org.ssos.clearinghouse.browse;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.PartialDate;

/**
 * What the page of an entry says about readers and to them.
 *
 * @param reported since when a problem that a reader reported is being looked at
 * @param answers what readers said and what was done, the newest first
 */
public record FromReaders(@Nullable PartialDate reported, List<Answer> answers) {
    public static final FromReaders NONE = new FromReaders(null, List.of());

    public record Answer(String said, String did, PartialDate on) {}

    public FromReaders {
        answers = List.copyOf(answers);
    }
}
