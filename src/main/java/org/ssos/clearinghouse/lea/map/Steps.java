package org.ssos.clearinghouse.lea.map;

import java.util.ArrayList;
import java.util.List;

/** The ranges that the colours of the map stand for, from low to high; at most five. */
record Steps(List<Step> all) {
    private static final int MOST = 5;

    Steps {
        all = List.copyOf(all);
    }

    /** Both ends belong to it. */
    record Step(int from, int to, boolean isShare) {
        String label() {
            var unit = isShare ? "%" : "";
            return from == to ? from + unit : from + " to " + to + unit;
        }
    }

    /**
     * Shares have the same steps in every year, so that years can be compared. Numbers are cut into ranges of one size
     * between the lowest and the highest.
     */
    static Steps of(List<CountyNumber> numbers) {
        var values = numbers.stream()
                .filter(CountyNumber::isKnown)
                .mapToInt(CountyNumber::value)
                .summaryStatistics();
        if (values.getCount() == 0) return new Steps(List.of());
        if (numbers.getFirst().isShare()) return cut(0, 100, 20, true);
        int size = Math.ceilDiv(values.getMax() - values.getMin() + 1, MOST);
        return cut(values.getMin(), values.getMax(), size, false);
    }

    private static Steps cut(int lowest, int highest, int size, boolean isShare) {
        var steps = new ArrayList<Step>();
        for (int from = lowest; from <= highest && steps.size() < MOST; from += size) {
            boolean last = steps.size() == MOST - 1 || from + size > highest;
            steps.add(new Step(from, last ? highest : from + size - 1, isShare));
        }
        return new Steps(steps);
    }

    /** The place of the range that holds the number, from 0; of the lowest for what is not known. */
    int of(CountyNumber number) {
        int step = 0;
        while (step < all.size() - 1 && number.value() > all.get(step).to()) step++;
        return step;
    }
}
