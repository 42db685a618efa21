package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.List;
import org.ssos.clearinghouse.lea.MultiYearTest.Listed;

/**
 * The multi-year test in sentences: which groups were listed in which years, and what one more listing would have meant.
 * They explain the published flag, and never speak against it.
 */
final class MultiYearWords {
    private final MultiYearTest test;
    private final Meanings meanings;

    MultiYearWords(MultiYearTest test, Meanings meanings) {
        this.test = test;
        this.meanings = meanings;
    }

    /** Why the flag is as it is, in one or two sentences. */
    String why() {
        var persistent = test.persistent();
        return switch (test.outcome()) {
            case MET ->
                Words.capital(Words.number(persistent.size()))
                        + " student groups were listed in three or more of the years " + Words.list(test.window())
                        + ": " + withYears(persistent) + "." + notThisYear();
            case NOT_MET -> fewerThanThree();
            case MET_WITH_FEWER_GROUPS ->
                fewerThanThree()
                        + " The law also counts an LEA that has fewer than three student groups when all of them meet the"
                        + " criteria; how many an LEA has, the files do not show. The published flag stands.";
            case NOT_MET_DESPITE_GROUPS ->
                Words.capital(Words.number(persistent.size()))
                        + " student groups were listed in three or more of the years "
                        + Words.list(test.window()) + ": " + withYears(persistent)
                        + ". The published flag says no, and it stands.";
        };
    }

    /** What one more listing would have meant, as of the year. */
    String oneMore() {
        int missing = test.groupsMissing();
        var close = test.oneYearShort();
        if (test.published()) return "One more listing would have changed nothing: the flag is yes already.";
        if (close.isEmpty() || close.size() < missing) {
            return "One more listing of any group would not have met the test"
                    + (close.isEmpty() ? "." : "; listed in two of the years: " + withYears(close) + ".");
        }
        return missing == close.size()
                ? "One more listing of " + (missing == 1 ? "this group" : "each of these groups")
                        + " would have met the test: " + withYears(close) + "."
                : "One more listing of " + Words.number(missing) + " of these groups would have met the test: "
                        + withYears(close) + ".";
    }

    private String fewerThanThree() {
        var persistent = test.persistent();
        var years = "three or more of the years " + Words.list(test.window());
        return switch (persistent.size()) {
            case 0 -> "No student group was listed in " + years + ".";
            case 1 ->
                "One student group was listed in " + years + ": " + withYears(persistent)
                        + ". The test asks for three.";
            default ->
                Words.capital(Words.number(persistent.size())) + " student groups were listed in " + years + ": "
                        + withYears(persistent) + ".";
        };
    }

    /** Where the year itself lists none of them, readers wonder. */
    private String notThisYear() {
        return test.persistent().stream().anyMatch(group -> group.years().contains(test.year()))
                ? ""
                : " " + test.year() + " itself lists none of them; the three years before are enough.";
    }

    private String withYears(List<Listed> groups) {
        var parts = new ArrayList<String>();
        for (var group : groups) {
            parts.add(meanings.label(group.group()) + " ("
                    + String.join(
                            ", ", group.years().stream().map(String::valueOf).toList()) + ")");
        }
        return Words.list(parts);
    }
}
