package org.ssos.clearinghouse.vetting;

/** What became of a step. */
public sealed interface Outcome {
    /** @param after the case as it is to be kept; its version has grown unless only a note was added */
    record Moved(Case after, CaseEvent event) implements Outcome {}

    /** @param reason why not, and what to do, in words */
    record Refused(String reason) implements Outcome {}
}
