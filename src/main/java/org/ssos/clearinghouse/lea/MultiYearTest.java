package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Explains the published flag of the multi-year test, and never replaces it.
 *
 * <p>The test: three or more student groups meet the criteria in three out of four consecutive school years (Education
 * Code 52072(a) for districts, 52072.5(a) for county offices). The published flags follow from the published rows when
 * the years without determinations, 2020 and 2021, are passed over. What the rows cannot show is how many student
 * groups an LEA has; the law counts all of them where there are fewer than three.
 *
 * @param year the Dashboard year that the flag belongs to
 * @param window the last four years with determinations, oldest first
 * @param listed the groups listed in one of these years, those listed most often first
 * @param published the flag as published
 */
public record MultiYearTest(int year, List<Integer> window, List<Listed> listed, boolean published) {
    /** How many groups, in how many years, out of how many. */
    static final int GROUPS = 3;

    static final int YEARS = 3;
    static final int SPAN = 4;

    /** A student group by its published letters, with the years of the window that list it. */
    public record Listed(String group, List<Integer> years) {
        public boolean persists() {
            return years.size() >= YEARS;
        }

        /** One more year would make it persist. */
        public boolean isOneYearShort() {
            return years.size() == YEARS - 1;
        }
    }

    /** How the published flag and the published groups stand to each other. */
    public enum Outcome {
        /** The flag is yes, and three or more groups were listed in three of the years. */
        MET,
        /** The flag is no, and fewer groups were. */
        NOT_MET,
        /** The flag is yes with fewer than three such groups: an LEA with fewer than three groups can meet the test. */
        MET_WITH_FEWER_GROUPS,
        /** The flag is no although the groups would meet the test; no row published so far. */
        NOT_MET_DESPITE_GROUPS
    }

    public MultiYearTest {
        window = List.copyOf(window);
        listed = List.copyOf(listed);
    }

    /**
     * The explanation of one year's flag; nothing where the year has no flag, as before 2022.
     *
     * @param rows all rows of one LEA
     * @param determinationYears the years for which the state published determinations, oldest first
     */
    public static Optional<MultiYearTest> of(List<AssistanceRow> rows, List<Integer> determinationYears, int year) {
        var window = window(determinationYears, year);
        return rows.stream()
                .filter(row -> row.year() == year && row.directAssistanceCriteria() != null)
                .findFirst()
                .map(row -> new MultiYearTest(
                        year, window, listed(rows, window), Boolean.TRUE.equals(row.directAssistanceCriteria())));
    }

    public Outcome outcome() {
        boolean derived = persistent().size() >= GROUPS;
        if (published) return derived ? Outcome.MET : Outcome.MET_WITH_FEWER_GROUPS;
        return derived ? Outcome.NOT_MET_DESPITE_GROUPS : Outcome.NOT_MET;
    }

    /** The groups listed in three or four of the years. */
    public List<Listed> persistent() {
        return listed.stream().filter(Listed::persists).toList();
    }

    public List<Listed> oneYearShort() {
        return listed.stream().filter(Listed::isOneYearShort).toList();
    }

    /** How many of the groups that are one year short would have had to be listed once more to meet the test. */
    public int groupsMissing() {
        return Math.max(0, GROUPS - persistent().size());
    }

    private static List<Integer> window(List<Integer> determinationYears, int year) {
        var until = determinationYears.stream().filter(known -> known <= year).toList();
        return until.subList(Math.max(0, until.size() - SPAN), until.size());
    }

    private static List<Listed> listed(List<AssistanceRow> rows, List<Integer> window) {
        var years = new LinkedHashMap<String, List<Integer>>();
        for (var year : window) {
            rows.stream()
                    .filter(row -> row.year() == year)
                    .flatMap(row -> row.priorityAreas().keySet().stream())
                    .forEach(group ->
                            years.computeIfAbsent(group, _ -> new ArrayList<>()).add(year));
        }
        return years.entrySet().stream()
                .map(entry -> new Listed(entry.getKey(), List.copyOf(entry.getValue())))
                .sorted((a, b) -> Integer.compare(b.years().size(), a.years().size()))
                .toList();
    }
}
