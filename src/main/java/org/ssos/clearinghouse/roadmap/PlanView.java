package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.intake.Questionnaire;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.pathway.Call;
import org.ssos.clearinghouse.schoolyear.SchoolYearDates;
import org.ssos.clearinghouse.training.Trainings;

/**
 * A plan as pages, print and calendar show it: all words are chosen here, templates place them.
 *
 * @param whose whose plan it is; what others may see names nobody
 * @param phases those that hold steps
 * @param team the offices to know, whatever the step
 * @param notices what to know before relying on the plan
 */
public record PlanView(Whose whose, LocalDate start, List<PhaseView> phases, List<Call> team, List<String> notices) {
    /**
     * Whose plan it is.
     *
     * @param lea the name of the LEA; absent where it was left open
     * @param role in words; absent where it was left open
     * @param place the county, where the LEA was left open
     */
    public record Whose(
            @Nullable String lea,
            @Nullable String role,
            @Nullable String place) {
        static final Whose NOBODY = new Whose(null, null, null);

        static Whose of(Answers answers, Catalog catalog) {
            var questionnaire = catalog.part(Questionnaire.PART);
            var lea = answers.one(Answers.LEA)
                    .flatMap(catalog.part(Roster.PART)::find)
                    .map(found -> found.name());
            var role = answers.one(Answers.ROLE)
                    .flatMap(id -> questionnaire
                            .find(Answers.ROLE)
                            .map(question -> Questionnaire.label(question, id, catalog)));
            var county = answers.one(Answers.COUNTY)
                    .map(id -> catalog.vocabularies().counties().label(id) + " County");
            return new Whose(lea.orElse(null), role.orElse(null), lea.isPresent() ? null : county.orElse(null));
        }

        /** The LEA, or else the county; empty where both were left open. */
        public String where() {
            if (lea != null) return lea;
            return place == null ? "" : place;
        }

        /** All of it in one line; empty for nobody. */
        public String line() {
            return String.join(
                    " · ",
                    java.util.stream.Stream.of(role, lea, place)
                            .filter(java.util.Objects::nonNull)
                            .toList());
        }
    }

    public PlanView {
        phases = List.copyOf(phases);
        team = List.copyOf(team);
        notices = List.copyOf(notices);
    }

    /** The plan as its owner sees it. */
    public static PlanView of(Agenda agenda, Answers answers, LocalDate today, Catalog catalog) {
        return make(agenda, answers, today, catalog, true);
    }

    /**
     * The plan as others may see it: without the names of who made it, reasons, notes and whatever else repeats an
     * answer. Which steps it holds still tells something of the answers.
     */
    public static PlanView forOthers(Agenda agenda, Answers answers, LocalDate today, Catalog catalog) {
        return make(agenda, answers, today, catalog, false);
    }

    private static PlanView make(Agenda agenda, Answers answers, LocalDate today, Catalog catalog, boolean own) {
        var plan = agenda.plan();
        var who = new WhoHelps(answers, plan.kind(), catalog);
        var fitting = new FittingEntries(answers, catalog);
        var dates = catalog.part(SchoolYearDates.PART);
        var trainings = catalog.part(Trainings.PART);
        var phases = Arrays.stream(Phase.values())
                .map(phase -> phase(
                        phase,
                        plan.start(),
                        agenda.items().stream()
                                .filter(item -> item.step().phase() == phase)
                                .map(item -> step(item, who, trainings, fitting, dates, today, own))
                                .toList(),
                        today))
                .filter(phase -> !phase.steps().isEmpty())
                .toList();
        return new PlanView(
                own ? Whose.of(answers, catalog) : Whose.NOBODY,
                plan.start(),
                phases,
                own
                        ? who.team()
                        : who.team().stream().map(PlanView::withoutNote).toList(),
                notices(plan));
    }

    private static StepView step(
            Agenda.Item item,
            WhoHelps who,
            Trainings trainings,
            FittingEntries fitting,
            SchoolYearDates dates,
            LocalDate today,
            boolean own) {
        var planned = item.planned();
        var mark = own ? item.mark() : item.mark().withoutNote();
        var duty = planned.duty();
        return new StepView(
                new Agenda.Item(planned, mark, item.due(), item.state()),
                own ? StepView.why(planned.reasons()) : List.of(),
                who.with(planned.step()).stream().map(CallLine::of).toList(),
                trainings.forStep(planned.id()),
                fitting.with(planned.step()).stream()
                        .map(own ? StepView.EntryLine::of : StepView.EntryLine::forOthers)
                        .toList(),
                duty == null ? null : DateView.of(duty, dates),
                isOverdue(item, today));
    }

    /** What follows something else, or falls in some weeks, is not late before those are over. */
    private static boolean isOverdue(Agenda.Item item, LocalDate today) {
        var duty = item.planned().duty();
        if (!item.isOverdue(today) || duty == null) return item.isOverdue(today);
        return item.mark().postponedTo() != null || duty.when().last().isBefore(today);
    }

    private static PhaseView phase(Phase phase, LocalDate start, List<StepView> steps, LocalDate today) {
        var from = phase.begins(start);
        var to = phase.ends(start);
        var dates = phase.isYearly() ? "dates of the school year, the next one first" : "by " + StepView.day(to);
        return new PhaseView(phase, dates, steps, !phase.isYearly() && !today.isBefore(from) && today.isBefore(to));
    }

    private static List<String> notices(Plan plan) {
        return plan.kindAssumed()
                ? List.of("You left open what kind of agency you work for. The dates are those of a school district.")
                : List.of();
    }

    private static Call withoutNote(Call call) {
        return new Call(call.name(), call.role(), call.contacts(), call.link(), null);
    }

    public Profile profile() {
        return Profile.of(phases);
    }

    public List<StepView> steps() {
        return phases.stream().flatMap(phase -> phase.steps().stream()).toList();
    }

    /** What to do next: of what is open, the most urgent. */
    public Optional<StepView> next() {
        return steps().stream()
                .filter(step -> step.state() == Agenda.State.OPEN)
                .min(Comparator.comparing(step -> step.item().due()));
    }

    public long done() {
        return steps().stream().filter(StepView::done).count();
    }

    public long open() {
        return steps().stream()
                .filter(step -> step.state() == Agenda.State.OPEN)
                .count();
    }

    /** Such as {@code 3 of 38 steps done, 12 open now}. */
    public String progress() {
        return done() + " of " + steps().size() + " steps done, " + open() + " open now";
    }

    public String started() {
        return StepView.day(start);
    }
}
