package org.ssos.clearinghouse.roadmap;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;
import org.ssos.clearinghouse.web.Problems;

/**
 * The cohorts that a roadmap is in, for its keeper.
 *
 * @param path of the roadmap
 * @param link the link of a cohort, as it was typed
 * @param asked the cohort that waits for the keeper's yes
 */
public record RoadmapCohortsPage(
        Chrome chrome,
        String path,
        List<Cohort> joined,
        String link,
        @Nullable Cohort asked,
        Problems problems,
        @Nullable String said) {}
