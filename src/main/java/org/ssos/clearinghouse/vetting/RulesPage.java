package org.ssos.clearinghouse.vetting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Chrome;

/**
 * How entries are vetted, for everybody.
 *
 * @param inDate how many entries are neither due nor in doubt, in words
 */
public record RulesPage(Chrome chrome, Rubric rubric, Cases.Figures figures, String inDate) {
    /** The median time to a decision, in words; nothing before there was one. */
    public @Nullable String median() {
        var days = figures.medianDays();
        if (days == null) return null;
        return days < 1 ? "Less than a day" : String.format(Locale.ROOT, "%.0f days", days);
    }

    public int weights() {
        return rubric.allWeights();
    }
}
