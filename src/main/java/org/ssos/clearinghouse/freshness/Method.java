package org.ssos.clearinghouse.freshness;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody checked that an entry is still right. */
public enum Method {
    SOURCES("Held against its sources", "held against its sources"),
    OPENED("Opened each link and read what stands there", "each link opened and read"),
    OWNER("Asked the office behind it", "confirmed by the office behind it");

    private final String label;
    private final String inReceipt;

    Method(String label, String inReceipt) {
        this.label = label;
        this.inReceipt = inReceipt;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    /** As the entry's page says it. */
    String inReceipt() {
        return inReceipt;
    }

    static Optional<Method> find(String id) {
        return Arrays.stream(values()).filter(method -> method.id().equals(id)).findFirst();
    }
}
