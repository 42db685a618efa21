package org.ssos.clearinghouse.lea.directory;

/**
 * One thing that an import changes.
 *
 * @param code of the LEA
 * @param words one line: which LEA, what was and what will be
 */
public record Change(Kind kind, String code, String words) {

    /** In the order in which people want to know. */
    public enum Kind {
        NEW("New"),
        RENAMED("Renamed"),
        MOVED("Moved"),
        CLOSED("Closed"),
        MERGED("Merged"),
        NOT_LISTED("No longer listed, so taken as closed"),
        SUCCESSOR("Successor"),
        REOPENED("Open again"),
        TYPE("Other type"),
        COUNTY("County of the site, inferred; please check"),
        DETERMINATION("Other determination"),
        DETAIL("Other details");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
