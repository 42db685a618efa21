package org.ssos.clearinghouse.ops;

import java.time.Duration;

/** How long ago something was, in words. */
final class Age {
    private Age() {}

    /** Such as {@code 1 second}, {@code 5 minutes}, {@code 3 hours} or {@code 2 days}, cut down to whole ones. */
    static String words(Duration age) {
        if (age.toDays() >= 2) return counted(age.toDays(), "day");
        if (age.toHours() >= 1) return counted(age.toHours(), "hour");
        if (age.toMinutes() >= 1) return counted(age.toMinutes(), "minute");
        return counted(Math.max(0, age.toSeconds()), "second");
    }

    static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
