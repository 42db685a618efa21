package org.ssos.clearinghouse.browse;

import java.util.List;
import org.ssos.clearinghouse.entry.Vocabularies.Priority;
import org.ssos.clearinghouse.web.Chrome;

/** The LCFF state priorities in their order (Education Code 52060(d), 52066(d)). */
public record PrioritiesPage(Chrome chrome, List<Priority> priorities) {}
