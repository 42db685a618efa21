package org.ssos.clearinghouse.web;

/** The entries of the main navigation, in their order. */
public enum Section {
    SEARCH("Search", "/search"),
    INITIATIVES("Initiatives", "/initiatives"),
    RESOURCES("Resources", "/resources"),
    AGENCIES("Agencies", "/agencies"),
    STORIES("Bright spots", "/stories"),
    UPDATES("Updates", "/updates");

    private final String label;
    private final String path;

    Section(String label, String path) {
        this.label = label;
        this.path = path;
    }

    public String label() {
        return label;
    }

    public String path() {
        return path;
    }
}
