package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.intake.Questionnaire;
import org.ssos.clearinghouse.schoolyear.Duty;
import org.ssos.clearinghouse.schoolyear.LeaKind;
import org.ssos.clearinghouse.schoolyear.SchoolYearDates;
import org.ssos.clearinghouse.schoolyear.When;

/** Makes a plan of answers. The same answers, days and content always make the same plan. */
public final class Planner {
    /** A date of the school year is worth preparing for from so many days before. */
    private static final int AHEAD = 60;

    /** A date that has passed stays in the plan for so many days, so that nobody misses that it was missed. */
    static final int GRACE = 14;

    private Planner() {}

    /**
     * @param start the day from which the phases count
     * @param today says which date of the school year is the next one
     */
    public static Plan plan(Answers answers, LocalDate start, LocalDate today, Catalog catalog) {
        var questionnaire = catalog.part(Questionnaire.PART);
        var answered = answers.one(Answers.LEA_TYPE).flatMap(LeaKind::of);
        var kind = answered.orElse(LeaKind.DISTRICT);
        var once = new ArrayList<PlannedStep>();
        var yearly = new ArrayList<PlannedStep>();
        for (var step : catalog.part(Steps.PART).all()) {
            if (!questionnaire.holds(step.rule(), answers)) continue;
            var reasons = questionnaire.reasons(step.rule(), answers, catalog);
            if (step.phase().isYearly()) {
                nextDuty(step, today.minusDays(GRACE), kind, catalog.part(SchoolYearDates.PART))
                        .map(duty -> new PlannedStep(
                                step, reasons, duty.when().first().minusDays(AHEAD), due(duty.when()), duty))
                        .ifPresent(yearly::add);
            } else {
                once.add(new PlannedStep(
                        step, reasons, step.phase().begins(start), step.phase().ends(start), null));
            }
        }
        yearly.sort(Comparator.comparing(PlannedStep::due));
        once.addAll(yearly);
        return new Plan(start, kind, answered.isEmpty(), once);
    }

    /** The first of the step's dates that lies ahead. */
    private static Optional<Duty> nextDuty(Step step, LocalDate from, LeaKind kind, SchoolYearDates dates) {
        return step.dates().stream()
                .flatMap(id -> dates.next(id, from, kind).stream())
                .min(Comparator.comparing(duty -> due(duty.when())));
    }

    /** What follows something else has no day of its own; then the day of the other thing is what can be planned for. */
    private static LocalDate due(When when) {
        return switch (when) {
            case When.By(var day) -> day;
            case When.On(var day) -> day;
            case When.During during -> during.last();
            case When.Following following -> following.due();
        };
    }
}
