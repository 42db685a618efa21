package org.ssos.clearinghouse.vetting;

/** What a full review comes to. */
public enum Band {
    FEATURED("Featured"),
    LISTED("Listed"),
    IMPROVE("Return to the owner with notes"),
    DECLINE("Not listed");

    private final String label;

    Band(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isPublished() {
        return this == FEATURED || this == LISTED;
    }
}
