package org.ssos.clearinghouse.lea;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the state determined for a year. */
public enum AssistanceStatus {
    GENERAL("General assistance"),
    DIFFERENTIATED("Differentiated assistance");

    private final String label;

    AssistanceStatus(String label) {
        this.label = label;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    static Optional<AssistanceStatus> of(String id) {
        return Arrays.stream(values()).filter(status -> status.id().equals(id)).findFirst();
    }
}
