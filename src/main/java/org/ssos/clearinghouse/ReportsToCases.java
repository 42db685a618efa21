package org.ssos.clearinghouse;

import java.time.Instant;
import java.util.function.Supplier;
import org.ssos.clearinghouse.publishing.Conflict;
import org.ssos.clearinghouse.publishing.Reports;
import org.ssos.clearinghouse.vetting.Cases;

/** Tells each case what became of its decision. */
record ReportsToCases(Supplier<Cases> cases) implements Reports {
    @Override
    public void published(String caseId, String hash, Instant at) {
        cases.get().published(caseId, hash, at);
    }

    @Override
    public void conflict(String caseId, Conflict conflict, Instant at) {
        cases.get().conflict(caseId, conflict.why(), at);
    }
}
