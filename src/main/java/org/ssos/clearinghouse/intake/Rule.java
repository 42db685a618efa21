package org.ssos.clearinghouse.intake;

import java.util.ArrayList;
import java.util.List;
import org.ssos.clearinghouse.entry.Lists;

/**
 * When something is for a visitor: all conditions of {@code forWhom} hold, and beside them all of {@code when}, or any one
 * of {@code alsoWhen}. Without any condition it is for everybody.
 *
 * @param forWhom whom it is written for; it suits nobody else
 * @param when what makes it theirs
 * @param alsoWhen each alone makes it theirs as well
 */
public record Rule(List<Condition> forWhom, List<Condition> when, List<Condition> alsoWhen) {
    public Rule {
        forWhom = Lists.copy(forWhom);
        when = Lists.copy(when);
        alsoWhen = Lists.copy(alsoWhen);
    }

    /** Conditions that have to hold together, once for each way in which the rule can hold. */
    List<List<Condition>> ways() {
        var ways = new ArrayList<List<Condition>>();
        ways.add(together(when));
        alsoWhen.forEach(condition -> ways.add(together(List.of(condition))));
        return ways;
    }

    /** Every condition it names. */
    List<Condition> conditions() {
        var all = together(when);
        all.addAll(alsoWhen);
        return all;
    }

    /** Whether a wrong answer to the check matters to it. */
    boolean asksWhetherWrong(Question check) {
        return conditions().stream()
                .anyMatch(condition -> condition.question().equals(check.id())
                        && condition.anyOf().contains(Question.WRONG));
    }

    private List<Condition> together(List<Condition> more) {
        var all = new ArrayList<>(forWhom);
        all.addAll(more);
        return all;
    }
}
