package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A plan as it stands on a day: what is open now, what comes later, what is done. At most {@value #MOST_OPEN} steps are
 * open at a time, the most urgent ones; the others wait until some of them are done.
 */
public record Agenda(Plan plan, List<Item> items) {
    public static final int MOST_OPEN = 25;

    /** Somebody who postponed a step sees it again so many days before the day they chose. */
    private static final int REMINDER = 7;

    /** Where a step stands. */
    public enum State {
        OPEN,
        /** Its time has come, but enough else is open. */
        WAITING,
        LATER,
        DONE
    }

    /**
     * A step as it stands.
     *
     * @param due the day it is due, or the day to which it was postponed
     */
    public record Item(PlannedStep planned, Mark mark, LocalDate due, State state) {
        public Step step() {
            return planned.step();
        }

        public boolean isOverdue(LocalDate today) {
            return state != State.DONE && due.isBefore(today);
        }
    }

    public Agenda {
        items = List.copyOf(items);
    }

    /** @param marks by the id of the step; marks of steps that the plan does not hold are left alone */
    public static Agenda of(Plan plan, Map<String, Mark> marks, LocalDate today) {
        var open = mostUrgent(plan, marks, today);
        var items = new ArrayList<Item>();
        for (var planned : plan.steps()) {
            var mark = mark(planned, marks);
            items.add(new Item(planned, mark, due(planned, mark), state(planned, mark, today, open)));
        }
        return new Agenda(plan, items);
    }

    public Optional<Item> find(String step) {
        return items.stream().filter(item -> item.step().id().equals(step)).findFirst();
    }

    public List<Item> in(State state) {
        return items.stream().filter(item -> item.state() == state).toList();
    }

    private static Set<String> mostUrgent(Plan plan, Map<String, Mark> marks, LocalDate today) {
        return new HashSet<>(plan.steps().stream()
                .filter(planned -> isDueForWork(planned, mark(planned, marks), today))
                .sorted(Comparator.comparing(planned -> due(planned, mark(planned, marks))))
                .limit(MOST_OPEN)
                .map(PlannedStep::id)
                .toList());
    }

    private static State state(PlannedStep planned, Mark mark, LocalDate today, Set<String> open) {
        if (mark.isDone(planned)) return State.DONE;
        if (!isDueForWork(planned, mark, today)) return State.LATER;
        return open.contains(planned.id()) ? State.OPEN : State.WAITING;
    }

    private static boolean isDueForWork(PlannedStep planned, Mark mark, LocalDate today) {
        if (mark.isDone(planned)) return false;
        var postponed = mark.postponedTo();
        var opens = postponed == null ? planned.opens() : postponed.minusDays(REMINDER);
        return !opens.isAfter(today);
    }

    private static Mark mark(PlannedStep planned, Map<String, Mark> marks) {
        return marks.getOrDefault(planned.id(), Mark.NONE).countingFor(planned);
    }

    private static LocalDate due(PlannedStep planned, Mark mark) {
        var postponed = mark.postponedTo();
        return postponed == null ? planned.due() : postponed;
    }
}
