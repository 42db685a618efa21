package org.ssos.clearinghouse.roadmap;

import io.javalin.http.Context;
import org.ssos.clearinghouse.web.Problems;

/** What an office typed to make or rename a cohort. */
public record CohortForm(String name, String office) {
    public static final int LONGEST = 100;
    static final CohortForm BLANK = new CohortForm("", "");

    static CohortForm from(Context ctx) {
        return new CohortForm(typed(ctx, "name"), typed(ctx, "office"));
    }

    static CohortForm of(Cohort cohort) {
        return new CohortForm(cohort.name(), cohort.office());
    }

    Problems problems() {
        return Problems.NONE
                .unless(!name.isEmpty(), "name", "Give the cohort a name.")
                .unless(name.length() <= LONGEST, "name", "Shorten the name to " + LONGEST + " characters.")
                .unless(!office.isEmpty(), "office", "Say which office runs the cohort.")
                .unless(
                        office.length() <= LONGEST,
                        "office",
                        "Shorten the name of the office to " + LONGEST + " characters.");
    }

    private static String typed(Context ctx, String field) {
        var sent = ctx.formParam(field);
        return sent == null ? "" : sent.strip().replaceAll("\\s+", " ");
    }
}
