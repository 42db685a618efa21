package org.ssos.clearinghouse.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What results can be narrowed by: OR inside a facet, AND between facets. The order is that of the page. */
public enum Facet {
    LEVEL("Level of support"),
    KIND("Kind"),
    TOPIC("Topic"),
    AUDIENCE("Who it is for"),
    GROUP("Student group"),
    PRIORITY("State priority"),
    INDICATOR("Dashboard indicator"),
    AGENCY("Agency"),
    COUNTY("Covers the county"),
    EVIDENCE("Evidence"),
    STATUS("Status");

    private final String label;

    Facet(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The name of the parameter in an address, and of the facet in JSON. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Facet> find(String parameter) {
        return Arrays.stream(values())
                .filter(facet -> facet.parameter().equals(parameter))
                .findFirst();
    }
}
