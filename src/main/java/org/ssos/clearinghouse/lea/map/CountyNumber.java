package org.ssos.clearinghouse.lea.map;

import org.ssos.clearinghouse.entry.Vocabularies.County;

/**
 * What a measure says of a county.
 *
 * @param counted initiatives that cover it, or LEAs in differentiated assistance
 * @param of all initiatives, or all LEAs with a published result
 * @param isShare whether the map shows the share or the number itself
 */
record CountyNumber(County county, int counted, int of, boolean isShare) {
    /** Whether there is anything to show. */
    boolean isKnown() {
        return !isShare || of > 0;
    }

    /** What the map shows: the number, or the share in whole percent; -1 where nothing is known, which sorts first. */
    int value() {
        if (!isShare) return counted;
        return of == 0 ? -1 : Math.round(100f * counted / of);
    }

    /** The value in print. */
    String shown() {
        if (!isKnown()) return "none";
        return isShare ? value() + "%" : Integer.toString(counted);
    }
}
