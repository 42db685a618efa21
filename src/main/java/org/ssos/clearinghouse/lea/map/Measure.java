package org.ssos.clearinghouse.lea.map;

import java.util.ArrayList;
import java.util.List;
import org.ssos.clearinghouse.lea.AssistanceFile;

/** What the map shows of each county. */
sealed interface Measure {
    /** How many initiatives cover it. */
    record Initiatives() implements Measure {}

    /** How many initiatives name a lead or center for it, besides being open to all. */
    record Named() implements Measure {}

    /** The share of its LEAs in differentiated assistance by the Dashboard of a year. */
    record Assistance(AssistanceFile file) implements Measure {}

    /**
     * The measures there are numbers for; years without determinations are none. The newest year comes first, because
     * what covers all counties alike makes a map of one colour.
     */
    static List<Measure> offered(List<AssistanceFile> years) {
        var measures = new ArrayList<Measure>();
        years.reversed().forEach(year -> measures.add(new Assistance(year)));
        measures.add(new Initiatives());
        measures.add(new Named());
        return measures;
    }

    /** Its name in an address. */
    default String id() {
        return switch (this) {
            case Initiatives _ -> "initiatives";
            case Named _ -> "named";
            case Assistance(var file) -> "assistance-" + file.year();
        };
    }

    default String label() {
        return switch (this) {
            case Initiatives _ -> "Initiatives that cover the county";
            case Named _ -> "Initiatives with a lead or center named for the county";
            case Assistance(var file) -> "Share of LEAs in differentiated assistance, " + file.year();
        };
    }
}
