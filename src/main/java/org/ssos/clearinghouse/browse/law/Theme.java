package org.ssos.clearinghouse.browse.law;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a section of law is for, in the order of the list. */
public enum Theme {
    IDENTIFICATION("Who is found eligible for help"),
    DIFFERENTIATED_ASSISTANCE("Differentiated assistance"),
    DIRECT_TECHNICAL_ASSISTANCE("Direct technical assistance and CCEE"),
    INTERVENTION("Intervention and fiscal distress"),
    LCAP("LCAP: writing, hearing, review, complaints"),
    DATA_MANAGEMENT("Data management"),
    CHARTER("Charter schools"),
    LEAD_AGENCIES("Lead agencies"),
    COUNTY_OFFICE_FUNDING("Money for county offices");

    private final String label;

    Theme(String label) {
        this.label = label;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    public static Optional<Theme> find(String id) {
        return Arrays.stream(values()).filter(theme -> theme.id().equals(id)).findFirst();
    }
}
