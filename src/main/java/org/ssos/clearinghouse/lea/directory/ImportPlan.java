package org.ssos.clearinghouse.lea.directory;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an import would do.
 *
 * @param heading what the file is, in one line
 * @param files the new texts of the content files that change, by path below the content folder
 * @param notes what was left out, and why
 */
public record ImportPlan(String heading, List<Change> changes, SortedMap<String, String> files, List<String> notes) {
    public ImportPlan {
        changes = List.copyOf(changes);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        notes = List.copyOf(notes);
    }

    public boolean changesNothing() {
        return files.isEmpty();
    }

    public List<Change> of(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }
}
