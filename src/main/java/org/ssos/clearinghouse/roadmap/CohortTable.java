package org.ssos.clearinghouse.roadmap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What an office sees of its cohort: how many of those who have a step have done it. It counts three members at least, and
 * names only steps that three of them have at least.
 *
 * @param on the day it was made
 * @param members how many it counts
 */
record CohortTable(LocalDate on, int members, List<Line> lines) {
    /** So few persons at least stand behind each number, and behind each change of the table. */
    static final int LEAST = 3;

    /**
     * @param have how many have the step in their plan
     * @param done how many of these have done it
     */
    record Line(String step, int have, int done) {}

    CohortTable {
        lines = List.copyOf(lines);
    }

    /**
     * Whether a table may be made. Between two tables at least three members joined, left or changed something, so that
     * the difference of the two is never what one or two of them did.
     *
     * @param members of which it would be made
     * @param differing how many of them the table before does not count as they stand now, and how many it counts
     *     that have left
     */
    static boolean isDue(int members, int differing) {
        return members >= LEAST && differing >= LEAST;
    }

    static CohortTable of(Collection<SharedProgress> members, LocalDate today) {
        var steps = new TreeSet<String>();
        members.forEach(member -> steps.addAll(member.steps().keySet()));
        var lines = steps.stream()
                .map(step -> new Line(
                        step,
                        (int) members.stream()
                                .filter(member -> member.has(step))
                                .count(),
                        (int) members.stream()
                                .filter(member -> member.hasDone(step))
                                .count()))
                .filter(line -> line.have() >= LEAST)
                .toList();
        return new CohortTable(today, members.size(), lines);
    }
}
