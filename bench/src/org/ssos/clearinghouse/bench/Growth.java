package org.ssos.clearinghouse.bench;

import java.util.Collection;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;

/** Says how much slower searching gets when there are more entries. As much slower as there are more is too much. */
final class Growth {
    /** Below this many, the entries are not what a search takes its time for. */
    private static final int FROM = 10_000;

    private Growth() {}

    @SuppressWarnings("SystemOut")
    static void print(Collection<RunResult> results) {
        var medians = new TreeMap<Integer, Double>();
        for (var result : results) {
            var entries = result.getParams().getParam("entries");
            if (entries == null) continue;
            var times = result.getPrimaryResult().getStatistics();
            medians.put(Integer.valueOf(entries), times.getPercentile(50));
        }
        var first = medians.get(FROM);
        if (first == null) return;
        medians.tailMap(FROM, false)
                .forEach((entries, median) -> System.out.printf(
                        "Growth: %d times the entries (%,d), %.1f times the median%n",
                        entries / FROM, entries, median / first));
    }
}
