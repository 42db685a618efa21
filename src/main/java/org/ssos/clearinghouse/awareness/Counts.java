package org.ssos.clearinghouse.awareness;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each answer was given in a school year: by margin and row.
 *
 * @param agreed how many visitors are counted
 */
record Counts(int agreed, Map<Margin, Map<String, Map<Cell, Integer>>> rows) {

    /** How often the row gave the answer. */
    int of(Margin margin, String row, Cell cell) {
        return rows.getOrDefault(margin, Map.of()).getOrDefault(row, Map.of()).getOrDefault(cell, 0);
    }

    /** How often everybody together gave it. */
    int total(Cell cell) {
        return rows.getOrDefault(Margin.ROLE, Map.of()).values().stream()
                .mapToInt(row -> row.getOrDefault(cell, 0))
                .sum();
    }

    void add(Margin margin, String row, Cell cell, int n) {
        rows.computeIfAbsent(margin, _ -> new LinkedHashMap<>())
                .computeIfAbsent(row, _ -> new LinkedHashMap<>())
                .merge(cell, n, Integer::sum);
    }
}
