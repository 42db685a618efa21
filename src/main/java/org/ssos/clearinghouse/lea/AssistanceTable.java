package org.ssos.clearinghouse.lea;

import java.util.List;

/** The columns of the published assistance rows, which content/README.md explains. */
public final class AssistanceTable {
    public static final String NAME = "assistance.csv";

    /** Between student groups, and between their areas. */
    public static final String BETWEEN_GROUPS = ";";

    /** Between the areas of one group, and between methods. */
    public static final String BETWEEN_NUMBERS = "+";

    public static final List<String> COLUMNS = List.of(
            "cds",
            "year",
            "name",
            "status",
            "assistance_year",
            "student_groups",
            "priority_areas",
            "methods",
            "direct_assistance_criteria",
            "source");

    private AssistanceTable() {}
}
