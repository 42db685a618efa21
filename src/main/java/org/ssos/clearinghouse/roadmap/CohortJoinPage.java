package org.ssos.clearinghouse.roadmap;

import org.ssos.clearinghouse.web.Chrome;

/**
 * What the link of a cohort opens for those who were given it.
 *
 * @param address of this page, as it is given on
 */
public record CohortJoinPage(Chrome chrome, Cohort cohort, String address) {}
