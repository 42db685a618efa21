package org.ssos.clearinghouse.browse.roles;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Lists;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Source;

/**
 * A body of the system and its part in the work.
 *
 * @param order its place in the matrix
 * @param agency the entry of the body itself
 * @param agencyType the type of the entries that are such bodies
 * @param initiative the entry that tells of them
 */
public record Role(
        String id,
        int order,
        String name,
        String kind,
        @Nullable String note,
        @Nullable EntryId agency,
        @Nullable String agencyType,
        @Nullable EntryId initiative,
        List<Duty> duties,
        List<HandOff> handOffs) {

    /**
     * What the body must do, may do or does not do.
     *
     * @param textAsOf the newest change of the sections cited
     */
    public record Duty(
            String stage,
            String verb,
            String text,
            String citation,
            @Nullable PartialDate textAsOf,
            List<Source> sources) {
        public Duty {
            sources = Lists.copy(sources);
        }

        public Stage part() {
            return Stage.of(stage);
        }

        public Verb strength() {
            return Verb.of(verb);
        }
    }

    /**
     * What passes from this body to another.
     *
     * @param step its place on the path over all bodies
     * @param to the id of the other body
     */
    public record HandOff(int step, String id, String to, String what, String citation, List<Source> sources) {
        public HandOff {
            sources = Lists.copy(sources);
        }
    }

    public Role {
        duties = Lists.copy(duties);
        handOffs = Lists.copy(handOffs);
    }

    public String path() {
        return "/roles/" + id;
    }
}
