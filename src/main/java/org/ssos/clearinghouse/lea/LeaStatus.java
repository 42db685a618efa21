package org.ssos.clearinghouse.lea;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an LEA stands in the state's directory. */
public enum LeaStatus {
    ACTIVE("Open"),
    CLOSED("Closed"),
    MERGED("Merged"),
    PENDING("Not yet open");

    private final String label;

    LeaStatus(String label) {
        this.label = label;
    }

    /** As the roster's files write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** Closed or merged into another: it keeps its page, and helps nobody any more. */
    public boolean isOver() {
        return this == CLOSED || this == MERGED;
    }

    static Optional<LeaStatus> of(String id) {
        return Arrays.stream(values()).filter(status -> status.id().equals(id)).findFirst();
    }
}
