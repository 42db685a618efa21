package org.ssos.clearinghouse.ops;

import io.micrometer.core.instrument.Tags;

/**
 * A number that a look at the site brought along, as {@code /metrics} names it.
 *
 * @param name lower case, parts separated by dots; times are in seconds
 * @param what it counts, for people
 */
record Figure(String name, Tags tags, String what, double value) {
    static Figure of(String name, String what, double value) {
        return new Figure(name, Tags.empty(), what, value);
    }

    /** Of whole numbers up to 2^53, beyond which nothing is counted here. */
    static Figure of(String name, String what, long value) {
        return of(name, what, (double) value);
    }
}
