package org.ssos.clearinghouse.roadmap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * The office's page of a cohort.
 *
 * @param token of the office's link
 * @param joined how many are in it now
 * @param table absent while none can be shown
 * @param joinAddress for leaders
 * @param address of this page
 */
public record CohortTablePage(
        Chrome chrome,
        String token,
        Cohort cohort,
        int joined,
        @Nullable Table table,
        String joinAddress,
        String address,
        CohortForm form,
        Problems problems,
        @Nullable String said) {

    /** @param made the day it was made, in words */
    public record Table(String made, int members, List<Part> parts) {}

    /** The steps of a phase. */
    public record Part(Phase phase, List<Row> rows) {}

    /** A step. */
    public record Row(String title, int have, int done) {
        public String words() {
            if (done == 0) return "none of " + have;
            return done == have ? "all " + have : done + " of " + have;
        }

        /** The share done, as a path that is a hundred long when it is whole. */
        public String bar() {
            return "M0 4h" + 100 * done / have;
        }
    }

    /** Such as {@code 5 leaders have joined}. */
    public String joinedInWords() {
        return switch (joined) {
            case 0 -> "Nobody has joined yet";
            case 1 -> "1 leader has joined";
            default -> joined + " leaders have joined";
        };
    }

    /** Why there is no table. */
    public String whyNone() {
        return joined < CohortTable.LEAST
                ? "The table appears when three leaders have joined. With fewer, its numbers would tell what one of"
                        + " them did."
                : "The table waits. Since the last one somebody left, and a table without them would tell by the"
                        + " difference what was theirs. It comes back when more leaders have joined or gone on.";
    }
}
