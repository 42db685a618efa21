package org.ssos.clearinghouse.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A level of the Statewide System of Support. Levels nest: every LEA stands inside the universal one. */
public enum Level {
    UNIVERSAL,
    TARGETED,
    INTENSIVE;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> find(String id) {
        return Arrays.stream(values()).filter(level -> level.id().equals(id)).findFirst();
    }
}
