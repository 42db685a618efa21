package org.ssos.clearinghouse.submission;

import java.util.List;
import org.ssos.clearinghouse.entry.Entry;

/** An entry that may be what a draft proposes, and why we think so. */
public record Duplicate(Entry entry, List<String> reasons) {
    public Duplicate {
        reasons = List.copyOf(reasons);
    }

    public String why() {
        return String.join(", ", reasons);
    }
}
