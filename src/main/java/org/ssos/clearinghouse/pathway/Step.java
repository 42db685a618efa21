package org.ssos.clearinghouse.pathway;

/** What comes next on a walk. */
public sealed interface Step {
    /** @param pathway to which the question belongs, which is another one where a walk crossed over */
    record Ask(Pathway pathway, Question question) implements Step {}

    record End(Outcome outcome) implements Step {}
}
