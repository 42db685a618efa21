package org.ssos.clearinghouse.schoolyear;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A date of the school year as it falls for one kind of LEA in one year.
 *
 * @param rule the rule that holds then; it says what is due, who does it and where that stands
 * @param before the rule that held before, where there was another one
 */
public record Duty(SchoolDate date, LeaKind kind, When when, SchoolDate.Rule rule, SchoolDate.@Nullable Rule before) {
    static final Comparator<Duty> IN_ORDER =
            Comparator.comparing(duty -> duty.when().first());

    /** The same in every year and for every kind, such as {@code lcap-approval}. */
    public String id() {
        return date.id();
    }

    public String title() {
        return date.title();
    }

    public String what() {
        return rule.what();
    }

    public String who() {
        return rule.who();
    }

    public SchoolYear year() {
        return SchoolYear.of(when.first());
    }
}
