package org.ssos.clearinghouse.vetting;

import java.time.Instant;
import java.util.Map;

/**
 * What the screening found.
 *
 * @param findings by gate, one for each gate asked of the case
 */
public record GateCheck(Person by, Instant at, Map<String, Finding> findings) {
    /** @param note what was looked at; says why where the gate is not passed */
    public record Finding(boolean passed, String note) {
        public Finding {
            if (!passed && note.isBlank()) throw new IllegalArgumentException("A failed gate needs its reason");
        }
    }

    public GateCheck {
        findings = Map.copyOf(findings);
    }

    public boolean allPassed() {
        return findings.values().stream().allMatch(Finding::passed);
    }
}
