package org.ssos.clearinghouse.feedback;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reader says of an entry. */
public enum Said {
    HELPFUL("Helpful"),
    NOT_HELPFUL("Not helpful"),
    REPORT("Problem");

    private final String label;

    Said(String label) {
        this.label = label;
    }

    /** The name in addresses and the database. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String label() {
        return label;
    }

    static Optional<Said> find(@Nullable String id) {
        return Arrays.stream(values()).filter(said -> said.id().equals(id)).findFirst();
    }
}
