package org.ssos.clearinghouse.roadmap;

import java.util.List;

/**
 * A phase of a plan as it is shown.
 *
 * @param dates when it is, in words
 * @param steps all of them, those that are done too
 * @param current whether today lies in it
 */
public record PhaseView(Phase phase, String dates, List<StepView> steps, boolean current) {
    public PhaseView {
        steps = List.copyOf(steps);
    }

    public String id() {
        return phase.id();
    }

    public String label() {
        return phase.label();
    }

    public long done() {
        return steps.stream().filter(StepView::done).count();
    }

    public boolean isDone() {
        return done() == steps.size();
    }

    /** Such as {@code 1 of 4 done}. */
    public String progress() {
        return done() + " of " + steps.size() + " done";
    }

    /** Such as {@code 4 steps}. */
    public String size() {
        return steps.size() == 1 ? "1 step" : steps.size() + " steps";
    }

    public List<StepView> ahead() {
        return steps.stream().filter(step -> !step.done()).toList();
    }

    public List<StepView> finished() {
        return steps.stream().filter(StepView::done).toList();
    }
}
