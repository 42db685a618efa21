package org.ssos.clearinghouse.training;

/** What a page is: something to read, or something to fill in and print. */
public enum Form {
    GUIDE("Guide", false),
    EXPLAINER("Explainer", false),
    CHECKLIST("Checklist", true),
    WORKSHEET("Worksheet", true),
    TEMPLATE("Template", true),
    TOOLKIT("Toolkit", true),
    PICTURE("Illustrated page", false);

    private final String label;
    private final boolean filledIn;

    Form(String label, boolean filledIn) {
        this.label = label;
        this.filledIn = filledIn;
    }

    public String label() {
        return label;
    }

    /** Whether it always has something to fill in. */
    public boolean isFilledIn() {
        return filledIn;
    }
}
