package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Link;

/**
 * The published determinations of one LEA as a page shows them: each row whole, with its codes spelled out.
 *
 * @param lines one for each published row, and one for the years without determinations, newest first
 * @param newest what the newest row says
 * @param test the multi-year test of the newest row that has a flag
 * @param groups what the student groups of these rows are
 * @param areas what the priority areas of these rows mean
 * @param later where the state publishes what is not held here
 */
public record AssistanceView(
        List<Line> lines,
        @Nullable AssistanceRow newest,
        @Nullable Test test,
        List<Meaning> groups,
        List<Meaning> areas,
        YearChart chart,
        Link later) {
    /** The state made no determinations for these years. */
    private static final List<Integer> WITHOUT_DETERMINATIONS = List.of(2020, 2021);

    private static final String STATE_PAGE = "https://www.cde.ca.gov/ta/ac/cm/leaproposedcrit.asp";

    /**
     * A published row.
     *
     * @param year or the years without determinations, in words
     * @param row absent for years without determinations
     * @param printed the name that the file prints, where it is not the LEA's name of today
     * @param flag whether it met the multi-year test, as published
     * @param why which groups in which years the flag follows from, where it is yes
     * @param explainedBelow the page explains the test of this year at length
     * @param notes what a reader may wonder about
     */
    public record Line(
            String year,
            @Nullable AssistanceRow row,
            String status,
            @Nullable String printed,
            List<GroupLine> groups,
            List<String> methods,
            @Nullable String flag,
            @Nullable String why,
            boolean explainedBelow,
            List<String> notes) {
        public boolean isAssisted() {
            return row != null && row.status() == AssistanceStatus.DIFFERENTIATED;
        }
    }

    /** A student group that met the criteria, with the priority areas. */
    public record GroupLine(String code, String label, List<Integer> areas) {
        public String areasInWords() {
            return Words.list(areas);
        }
    }

    /** A code of the files and what it means; the path leads to more. */
    public record Meaning(
            String code,
            String label,
            @Nullable String text,
            @Nullable String path) {}

    /** The multi-year test of a year, explained. */
    public record Test(MultiYearTest test, String why, String oneMore, List<Track> tracks) {}

    /** A student group across the years that the test looks at. */
    public record Track(String label, List<Boolean> listed, String count) {}

    public AssistanceView {
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
        areas = List.copyOf(areas);
    }

    /**
     * @param name of today; rows that print another one say so
     * @param rows all rows of the LEA
     */
    static AssistanceView of(String name, List<AssistanceRow> rows, AssistanceHistory history, Meanings meanings) {
        var years = history.years().stream().map(AssistanceFile::year).toList();
        var newest = rows.isEmpty() ? null : rows.getLast();
        return new AssistanceView(
                lines(name, rows, years, meanings, true),
                newest,
                test(rows, years, meanings).orElse(null),
                meanings.groups(rows),
                meanings.areas(rows),
                YearChart.of(rows, years),
                later(history));
    }

    /** The rows of one LEA as lines; for rows shown apart from the LEA's own. */
    static List<Line> lines(String name, List<AssistanceRow> rows, AssistanceHistory history, Meanings meanings) {
        return lines(
                name, rows, history.years().stream().map(AssistanceFile::year).toList(), meanings, false);
    }

    public boolean isEmpty() {
        return newest == null;
    }

    private static List<Line> lines(
            String name, List<AssistanceRow> rows, List<Integer> years, Meanings meanings, boolean explained) {
        var lines = new ArrayList<Line>();
        for (var row : rows.reversed()) {
            if (!lines.isEmpty() && row.year() < WITHOUT_DETERMINATIONS.getFirst() && isAfterGap(lines.getLast())) {
                lines.add(gap());
            }
            lines.add(line(name, row, rows, years, meanings, explained));
        }
        return lines;
    }

    private static boolean isAfterGap(Line line) {
        return line.row() != null && line.row().year() > WITHOUT_DETERMINATIONS.getLast();
    }

    private static Line gap() {
        return new Line(
                "2020 and 2021",
                null,
                "No determinations in these years.",
                null,
                List.of(),
                List.of(),
                null,
                null,
                false,
                List.of());
    }

    private static Line line(
            String name,
            AssistanceRow row,
            List<AssistanceRow> rows,
            List<Integer> years,
            Meanings meanings,
            boolean explained) {
        var test = MultiYearTest.of(rows, years, row.year());
        return new Line(
                Integer.toString(row.year()),
                row,
                status(row),
                row.name().equals(name) ? null : row.name(),
                row.priorityAreas().entrySet().stream()
                        .map(entry -> new GroupLine(entry.getKey(), meanings.label(entry.getKey()), entry.getValue()))
                        .toList(),
                row.methods().stream().map(method -> meanings.method(method)).toList(),
                row.directAssistanceCriteria() == null ? null : row.directAssistanceCriteria() ? "Yes" : "No",
                test.filter(MultiYearTest::published)
                        .map(met -> new MultiYearWords(met, meanings).why())
                        .orElse(null),
                explained && isNewestTest(row, rows),
                notes(row, rows));
    }

    private static boolean isNewestTest(AssistanceRow row, List<AssistanceRow> rows) {
        return row.directAssistanceCriteria() != null
                && rows.stream()
                        .noneMatch(later -> later.year() > row.year() && later.directAssistanceCriteria() != null);
    }

    private static String status(AssistanceRow row) {
        var year = row.assistanceYear();
        return row.status().label() + (year == null ? "" : year == 1 ? ", first year" : ", second year");
    }

    private static List<String> notes(AssistanceRow row, List<AssistanceRow> rows) {
        var notes = new ArrayList<String>();
        boolean assisted = row.status() == AssistanceStatus.DIFFERENTIATED;
        if (assisted && row.priorityAreas().isEmpty() && Integer.valueOf(2).equals(row.assistanceYear())) {
            notes.add("The file names no groups for a second year of assistance. "
                    + rows.stream()
                            .filter(before -> before.year() == row.year() - 1)
                            .findFirst()
                            .map(before -> before.priorityAreas().isEmpty()
                                    ? "It named none for the first year either."
                                    : "Those of the first year stand under " + before.year() + ".")
                            .orElse(""));
        } else if (assisted && row.priorityAreas().isEmpty()) {
            notes.add("No student group led to this; see how it qualified.");
        }
        if (!assisted && Boolean.TRUE.equals(row.directAssistanceCriteria())) {
            notes.add("General assistance and a yes for the multi-year test stand side by side in the file.");
        }
        return List.copyOf(notes);
    }

    private static Optional<Test> test(List<AssistanceRow> rows, List<Integer> years, Meanings meanings) {
        return rows.reversed().stream()
                .filter(row -> row.directAssistanceCriteria() != null)
                .findFirst()
                .flatMap(row -> MultiYearTest.of(rows, years, row.year()))
                .map(test -> {
                    var words = new MultiYearWords(test, meanings);
                    return new Test(test, words.why(), words.oneMore(), tracks(test, meanings));
                });
    }

    private static List<Track> tracks(MultiYearTest test, Meanings meanings) {
        return test.listed().stream()
                .map(listed -> new Track(
                        meanings.label(listed.group()),
                        test.window().stream()
                                .map(year -> listed.years().contains(year))
                                .toList(),
                        listed.years().size() + " of " + test.window().size()))
                .toList();
    }

    private static Link later(AssistanceHistory history) {
        var years = history.years();
        var url = years.isEmpty() ? null : years.getLast().source().url();
        return new Link("Assistance status on the state’s site (CDE)", url == null ? STATE_PAGE : url);
    }
}
