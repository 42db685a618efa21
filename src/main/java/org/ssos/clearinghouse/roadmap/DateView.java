package org.ssos.clearinghouse.roadmap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.SourceLine;
import org.ssos.clearinghouse.entry.Link;
import org.ssos.clearinghouse.schoolyear.Duty;
import org.ssos.clearinghouse.schoolyear.SchoolYearDates;
import org.ssos.clearinghouse.schoolyear.When;

/**
 * The date of the school year that a step is for, with all we know of how far to trust it.
 *
 * @param certain what it rests on
 * @param holds since when the rule is valid, and what the rule was before; one sentence each
 * @param look where the day is told, when none is set
 */
public record DateView(
        String title,
        String when,
        String what,
        String who,
        List<String> citations,
        String certain,
        List<String> holds,
        List<String> notes,
        List<String> doubts,
        List<SourceLine> sources,
        @Nullable Link look) {
    static DateView of(Duty duty, SchoolYearDates dates) {
        var rule = duty.rule();
        return new DateView(
                duty.title(),
                duty.when().words(),
                duty.what(),
                duty.who(),
                rule.citations(),
                rule.certain().label(),
                holds(duty, dates),
                rule.notes(),
                rule.doubts(),
                SourceLine.of(rule.sources()),
                look(duty.when()));
    }

    private static List<String> holds(Duty duty, SchoolYearDates dates) {
        var rule = duty.rule();
        var holds = new ArrayList<String>();
        if (rule.from() != null) holds.add("This rule holds from " + rule.from().label() + ".");
        if (rule.until() != null) holds.add("It ends with " + rule.until().label() + ".");
        if (rule.textAsOf() != null) {
            holds.add("The text of the law we read took effect on "
                    + rule.textAsOf().words() + ".");
        }
        var before = duty.before();
        if (before != null) {
            holds.add("Before: " + before.what() + " (" + dates.words(before.when()) + ")");
        }
        return holds;
    }

    private static @Nullable Link look(When when) {
        return switch (when) {
            case When.During during -> during.look();
            case When.Following following -> following.look();
            case When.By _, When.On _ -> null;
        };
    }
}
