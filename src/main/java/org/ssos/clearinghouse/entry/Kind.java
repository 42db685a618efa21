package org.ssos.clearinghouse.entry;

import java.util.Arrays;
import java.util.Optional;

/** What an entry is. The order is the order in which kinds are listed to readers. */
public enum Kind {
    INITIATIVE("initiative", "initiatives", "Initiative", "Initiatives", Initiative.class),
    RESOURCE("resource", "resources", "Resource", "Resources", Resource.class),
    AGENCY("agency", "agencies", "Agency", "Agencies", Agency.class),
    STORY("story", "stories", "Bright spot", "Bright spots", Story.class),
    UPDATE("update", "updates", "Update", "Updates", Update.class),
    EVENT("event", "events", "Event", "Events and deadlines", Event.class);

    private final String id;
    private final String path;
    private final String label;
    private final String plural;
    private final Class<? extends Details> details;

    Kind(String id, String path, String label, String plural, Class<? extends Details> details) {
        this.id = id;
        this.path = path;
        this.label = label;
        this.plural = plural;
        this.details = details;
    }

    /** The word used in addresses, facets and JSON. */
    public String id() {
        return id;
    }

    /** The folder under {@code content/} and the first part of the address, without slashes. */
    public String path() {
        return path;
    }

    public String label() {
        return label;
    }

    public String plural() {
        return plural;
    }

    public Class<? extends Details> details() {
        return details;
    }

    public static Optional<Kind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
