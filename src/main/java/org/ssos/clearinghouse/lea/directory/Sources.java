package org.ssos.clearinghouse.lea.directory;

import java.util.ArrayList;
import java.util.List;

/** A content file of sources, changed line by line so that everything people wrote in it stays. */
final class Sources {
    private final String name;
    private final List<String> lines;

    Sources(String name, String text) {
        this.name = name;
        lines = new ArrayList<>(text.lines().toList());
    }

    /**
     * Replaces a field that stands on one line of an entry.
     *
     * @param entry how the entry's first line begins, after its dash
     * @throws RefusedFile when the file no longer has such a line
     */
    void replace(String entry, String field, String value) throws RefusedFile {
        int start = lines.indexOf("  - " + entry);
        for (int i = start + 1; start >= 0 && i < lines.size() && !lines.get(i).startsWith("  - "); i++) {
            if (lines.get(i).startsWith("    " + field + ": ")) {
                lines.set(i, "    " + field + ": " + value);
                return;
            }
        }
        throw new RefusedFile("content/" + name + " has no line `" + field + ":` under `- " + entry
                + "`, which the import has to" + " bring up to date. Mend it first.");
    }

    boolean has(String entry) {
        return lines.contains("  - " + entry);
    }

    void add(List<String> entry) {
        lines.addAll(entry);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
