package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.intake.Reason;
import org.ssos.clearinghouse.schoolyear.Duty;

/**
 * A step of a plan.
 *
 * @param reasons the answers for which it is in the plan; none where everybody gets it
 * @param opens the day from which it is worth doing
 * @param due the day by which to do it
 * @param duty the date of the school year that sets {@code due}; absent where the start of the plan does
 */
public record PlannedStep(
        Step step,
        List<Reason> reasons,
        LocalDate opens,
        LocalDate due,
        @Nullable Duty duty) {
    public PlannedStep {
        reasons = List.copyOf(reasons);
    }

    public String id() {
        return step.id();
    }
}
