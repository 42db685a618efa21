package org.ssos.clearinghouse.roadmap;

import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * What a cohort is, and the form that makes one.
 *
 * @param said what was done just now, or why nothing was
 */
public record CohortsPage(
        Chrome chrome,
        CohortForm form,
        Problems problems,
        @Nullable String said) {}
