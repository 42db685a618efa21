package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ssos.clearinghouse.schoolyear.LeaKind;

/**
 * Everything there is to do for somebody, with dates.
 *
 * @param start the day from which the phases count
 * @param kind of agency, whose dates hold
 * @param kindAssumed whether the visitor left the kind open, so that the dates are those of a school district
 * @param steps by phase; those of every year by their next date
 */
public record Plan(LocalDate start, LeaKind kind, boolean kindAssumed, List<PlannedStep> steps) {
    public Plan {
        steps = List.copyOf(steps);
    }

    public Optional<PlannedStep> find(String id) {
        return steps.stream().filter(planned -> planned.id().equals(id)).findFirst();
    }
}
