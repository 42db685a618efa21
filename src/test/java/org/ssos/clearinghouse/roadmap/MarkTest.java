package org.ssos.clearinghouse.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.intake.Answers;

/** Ticks of steps that come again each year. */
class MarkTest {
    private static final Catalog CATALOG = RealContent.catalog();
    private static final LocalDate START = LocalDate.of(2026, 10, 1);

    /** A step whose date is by one day of each year. */
    private static final String YEARLY = plan(START).steps().stream()
            .filter(planned -> planned.duty() != null
                    && next(planned.id(), planned.due().plusDays(20))
                            .equals(planned.due().plusYears(1)))
            .map(PlannedStep::id)
            .findFirst()
            .orElseThrow();

    @Test
    void a_tick_counts_for_its_year_and_the_step_comes_again() {
        var planned = step(START);
        var mark = Mark.NONE.ticked(true, planned, START);

        assertThat(item(mark, planned.due()).state()).isEqualTo(Agenda.State.DONE);
        var later = planned.due().plusDays(20);
        assertThat(item(mark, later).state()).isEqualTo(Agenda.State.LATER);
        assertThat(item(mark, later).due()).isEqualTo(planned.due().plusYears(1));
    }

    @Test
    void a_day_that_was_chosen_for_one_year_says_nothing_of_the_next() {
        var planned = step(START);
        var chosen = planned.due().plusDays(10);
        var mark = Mark.NONE.postponedTo(chosen).ticked(true, planned, START);

        assertThat(item(mark, chosen).state()).isEqualTo(Agenda.State.DONE);
        var nextYear = item(mark, planned.due().plusYears(1).minusDays(3));
        assertThat(nextYear.state()).isEqualTo(Agenda.State.OPEN);
        assertThat(nextYear.due()).isEqualTo(planned.due().plusYears(1));
        assertThat(nextYear.mark().postponedTo()).isNull();
    }

    @Test
    void what_was_postponed_beyond_its_date_stays_open_until_it_is_done_and_is_not_done_for_the_next_year() {
        var planned = step(START);
        var chosen = planned.due().plusDays(40);
        var mark = Mark.NONE.postponedTo(chosen);
        var missed = item(mark, chosen.plusDays(5));
        assertThat(missed.state()).isEqualTo(Agenda.State.OPEN);
        assertThat(missed.isOverdue(chosen.plusDays(5))).isTrue();

        var done = mark.ticked(true, missed.planned(), chosen.plusDays(5));
        assertThat(item(done, chosen.plusDays(5)).state()).isEqualTo(Agenda.State.LATER);
        assertThat(item(done, planned.due().plusYears(1)).state()).isEqualTo(Agenda.State.OPEN);
    }

    private static Agenda.Item item(Mark mark, LocalDate today) {
        return Agenda.of(plan(today), Map.of(YEARLY, mark), today).find(YEARLY).orElseThrow();
    }

    private static PlannedStep step(LocalDate today) {
        return plan(today).find(YEARLY).orElseThrow();
    }

    private static LocalDate next(String step, LocalDate today) {
        return plan(today).find(step).map(PlannedStep::due).orElse(LocalDate.MIN);
    }

    private static Plan plan(LocalDate today) {
        return Planner.plan(Answers.NONE, START, today, CATALOG);
    }
}
