package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many student groups the state listed each year, as bars with their numbers. The table beside it says the same.
 *
 * @param words the whole chart in a sentence
 */
public record YearChart(List<Bar> bars, int width, String words) {
    private static final int STEP = 44;
    private static final int BAR = 28;
    private static final int BASE = 100;
    private static final int TALLEST = 76;
    private static final int STUB = 10;

    /**
     * A year.
     *
     * @param label the number above the bar
     * @param open differentiated assistance with no group named
     */
    public record Bar(int year, int x, int middle, int y, int height, int labelY, String label, boolean open) {}

    public YearChart {
        bars = List.copyOf(bars);
    }

    /** @param years with determinations; those between the first and the last without are shown as such */
    static YearChart of(List<AssistanceRow> rows, List<Integer> years) {
        if (rows.isEmpty() || years.isEmpty()) return new YearChart(List.of(), 0, "");
        int most = Math.max(
                4,
                rows.stream().mapToInt(row -> row.priorityAreas().size()).max().orElse(0));
        var bars = new ArrayList<Bar>();
        var words = new ArrayList<String>();
        for (int year : IntStream.rangeClosed(years.getFirst(), years.getLast()).toArray()) {
            var row =
                    rows.stream().filter(one -> one.year() == year).findFirst().orElse(null);
            bars.add(bar(year, bars.size() * STEP, row, most));
            words.add(year + ": " + words(row, years.contains(year)));
        }
        return new YearChart(bars, bars.size() * STEP, String.join("; ", words) + ".");
    }

    private static Bar bar(int year, int left, @Nullable AssistanceRow row, int most) {
        int groups = row == null ? 0 : row.priorityAreas().size();
        boolean assisted = row != null && row.status() == AssistanceStatus.DIFFERENTIATED;
        int height = groups > 0 ? Math.round((float) TALLEST * groups / most) : assisted ? STUB : 0;
        int top = BASE - height;
        var label = row == null ? "–" : Integer.toString(groups);
        return new Bar(year, left + (STEP - BAR) / 2, left + STEP / 2, top, height, top - 6, label, groups == 0);
    }

    private static String words(@Nullable AssistanceRow row, boolean determined) {
        if (row == null) return determined ? "not listed" : "no determinations";
        int groups = row.priorityAreas().size();
        if (row.status() == AssistanceStatus.GENERAL) return "general assistance, no groups";
        return "differentiated assistance, "
                + (groups == 0 ? "no group named" : Words.count(groups, "group", "groups"));
    }
}
