package org.ssos.clearinghouse.ops;

/** Where a run of the program stands. */
public enum Phase {
    STARTING("The site is starting."),
    RUNNING("The site is running."),
    STOPPING("The site is stopping.");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
