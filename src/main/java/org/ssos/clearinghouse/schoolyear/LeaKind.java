package org.ssos.clearinghouse.schoolyear;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.lea.Lea;
import org.ssos.clearinghouse.lea.SupportTeam;

/** The kinds of LEA for which the law sets dates of their own. */
public enum LeaKind {
    DISTRICT("School district"),
    CHARTER("Charter school"),
    COE("County office of education"),

    /** The State Superintendent reviews its plan, and not the county superintendent. */
    @JsonProperty("one-district-county")
    ONE_DISTRICT_COUNTY("District in a county with only one district");

    private final String label;

    LeaKind(String label) {
        this.label = label;
    }

    /** The kind of an LEA that the roster knows. */
    public static LeaKind of(Lea lea, Catalog catalog) {
        if (lea.type().isCharter()) return CHARTER;
        if (!lea.type().isDistrict()) return COE;
        var office = SupportTeam.countyOffice(lea.county(), catalog);
        return office != null && office.isOfSingleDistrictCounty() ? ONE_DISTRICT_COUNTY : DISTRICT;
    }

    public static Optional<LeaKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** As addresses, files and the intake write it, such as {@code one-district-county}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }
}
