package org.ssos.clearinghouse.lea;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of local educational agency it is. */
public enum LeaType {
    COUNTY_OFFICE("County office of education"),
    UNIFIED("Unified school district"),
    ELEMENTARY("Elementary school district"),
    HIGH_SCHOOL("High school district"),
    CHARTER("Charter school");

    private final String label;

    LeaType(String label) {
        this.label = label;
    }

    /** As the roster's files and addresses write it, such as {@code high_school}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    public boolean isCharter() {
        return this == CHARTER;
    }

    /** Neither a county office nor a charter school. */
    public boolean isDistrict() {
        return this == UNIFIED || this == ELEMENTARY || this == HIGH_SCHOOL;
    }

    static Optional<LeaType> of(String id) {
        return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
    }
}
