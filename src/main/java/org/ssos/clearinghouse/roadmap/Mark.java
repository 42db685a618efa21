package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a step.
 *
 * @param doneOn the day it was ticked off; absent while it is not
 * @param doneFor the day by which it was due when it was ticked off: a step of every year comes again after it
 * @param postponedTo the day that somebody chose instead of the one due
 * @param note empty for none
 */
public record Mark(
        @Nullable LocalDate doneOn,
        @Nullable LocalDate doneFor,
        @Nullable LocalDate postponedTo,
        String note) {
    public static final Mark NONE = new Mark(null, null, null, "");

    /** Whether it holds nothing. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /**
     * As it counts for a step now: the day that somebody chose for a step of last year, and then did it, says nothing of
     * this year's.
     */
    Mark countingFor(PlannedStep planned) {
        if (postponedTo == null || doneFor == null || !isOfLastRound(planned, postponedTo)) return this;
        return doneFor.isBefore(postponedTo) ? this : new Mark(doneOn, doneFor, null, note);
    }

    /** Ticked off or not. The tick counts for the time that the step is due now, also when another day was chosen. */
    Mark ticked(boolean done, @Nullable PlannedStep planned, LocalDate today) {
        if (!done) return new Mark(null, null, postponedTo, note);
        return new Mark(today, planned == null ? null : dueNow(planned), postponedTo, note);
    }

    Mark postponedTo(@Nullable LocalDate day) {
        return new Mark(doneOn, doneFor, day, note);
    }

    Mark noted(String text) {
        return new Mark(doneOn, doneFor, postponedTo, text);
    }

    private LocalDate dueNow(PlannedStep planned) {
        if (postponedTo == null) return planned.due();
        return isOfLastRound(planned, postponedTo) || postponedTo.isAfter(planned.due()) ? postponedTo : planned.due();
    }

    private static boolean isOfLastRound(PlannedStep planned, LocalDate day) {
        return planned.duty() != null && day.isBefore(planned.opens());
    }

    Mark withoutNote() {
        return new Mark(doneOn, doneFor, postponedTo, "");
    }

    /** Whether the step is done for now. */
    boolean isDone(PlannedStep planned) {
        if (doneOn == null) return false;
        return planned.duty() == null || doneFor == null || !doneFor.isBefore(planned.due());
    }
}
