package org.ssos.clearinghouse.web;

/** The entries of the main navigation, in their order. */
public enum Section {
    SEARCH("Search", "/search"),
    PATHWAYS("Pathways", "/pathways"),
    LEAS("My LEA", "/leas"),
    NEW_LEADERS("New leaders", "/new-leaders"),
    INITIATIVES("Initiatives", "/initiatives"),
    CROSSWALK("Crosswalk", "/crosswalk"),
    MAP("County map", "/map");

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
