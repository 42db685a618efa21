package org.ssos.clearinghouse.lea;

import java.util.List;

/** The columns of the roster's two tables, which content/leas/README.md explains. */
public final class RosterTables {
    public static final String DISTRICTS = "districts.csv";
    public static final String CHARTERS = "charters.csv";

    /** Stands in {@code authorizer} where the State Board of Education authorized a charter school. */
    public static final String STATE_BOARD = "state-board";

    /** Between two former names. */
    public static final String BETWEEN_NAMES = "; ";

    public static final List<String> DISTRICT_COLUMNS = List.of(
            "cds",
            "name",
            "type",
            "county",
            "street",
            "city",
            "zip",
            "address_as_of",
            "phone",
            "phone_ext",
            "phone_as_of",
            "website",
            "website_as_of",
            "lowest_grade",
            "highest_grade",
            "latitude",
            "longitude",
            "enrollment",
            "charter_enrollment",
            "sites",
            "charter_schools",
            "updated",
            "status",
            "closed",
            "successor",
            "successor_basis",
            "former_names");

    public static final List<String> CHARTER_COLUMNS = List.of(
            "cds",
            "name",
            "authorizer",
            "county",
            "street",
            "city",
            "zip",
            "address_as_of",
            "phone",
            "phone_ext",
            "phone_as_of",
            "website",
            "website_as_of",
            "lowest_grade",
            "highest_grade",
            "latitude",
            "longitude",
            "enrollment",
            "charter_number",
            "updated",
            "status",
            "closed",
            "successor",
            "successor_basis",
            "former_names");

    private RosterTables() {}
}
