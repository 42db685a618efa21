package org.ssos.clearinghouse.roadmap;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.web.Token;

/**
 * All that somebody shares with a cohort: the steps of the plan, and which of them are done. It holds no answer, note, own
 * step, day or name.
 *
 * @param steps whether it is done, by the id of the step
 */
record SharedProgress(SortedMap<String, Boolean> steps) {
    SharedProgress {
        steps = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(steps));
    }

    static SharedProgress of(Agenda agenda) {
        var steps = new TreeMap<String, Boolean>();
        agenda.items().forEach(item -> steps.put(item.step().id(), item.state() == Agenda.State.DONE));
        return new SharedProgress(steps);
    }

    boolean has(String step) {
        return steps.containsKey(step);
    }

    boolean hasDone(String step) {
        return steps.getOrDefault(step, false);
    }

    /** Tells one progress from another. */
    String hash() {
        return Token.hash(steps.entrySet().stream()
                .map(step -> step.getKey() + '=' + step.getValue())
                .collect(Collectors.joining(" ")));
    }
}
