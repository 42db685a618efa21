package org.ssos.clearinghouse.schoolyear;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Link;

/** When something is due in one school year. Only what has a day of its own ({@link #onDay}) belongs in a calendar. */
public sealed interface When {
    DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

    /** The latest day to do it. */
    record By(LocalDate day) implements When {
        @Override
        public LocalDate first() {
            return day;
        }

        @Override
        public LocalDate last() {
            return day;
        }

        @Override
        public String words() {
            return "By " + DAY.format(day);
        }
    }

    /** The day itself. */
    record On(LocalDate day) implements When {
        @Override
        public LocalDate first() {
            return day;
        }

        @Override
        public LocalDate last() {
            return day;
        }

        @Override
        public String words() {
            return DAY.format(day);
        }
    }

    /**
     * Some time in these months; the days differ by year, or no law sets them.
     *
     * @param look where the days are told
     */
    record During(LocalDate first, LocalDate last, @Nullable Link look) implements When {
        @Override
        public String words() {
            var end = month(last) + " " + last.getYear();
            if (first.getMonth() == last.getMonth()) return end + ", day not fixed";
            var year = first.getYear() == last.getYear() ? "" : " " + first.getYear();
            return month(first) + year + " to " + end + ", days not fixed";
        }
    }

    /**
     * After something else; there is no day of its own.
     *
     * @param other the title of what comes first
     * @param due the day on which that is due
     * @param look where it is told
     */
    record Following(String other, LocalDate due, @Nullable Link look) implements When {
        @Override
        public LocalDate first() {
            return due;
        }

        /** Nobody knows, but not after the school year. */
        @Override
        public LocalDate last() {
            return SchoolYear.of(due).last();
        }

        @Override
        public String words() {
            return "After “" + other + "”, which is due by " + DAY.format(due);
        }
    }

    /** Its place in a list of dates. */
    LocalDate first();

    /** As long as this day is not over, it lies ahead. */
    LocalDate last();

    /** For people, with the year. */
    String words();

    /** The day for a calendar, where there is one. */
    default Optional<LocalDate> onDay() {
        return switch (this) {
            case By by -> Optional.of(by.day());
            case On on -> Optional.of(on.day());
            case During _, Following _ -> Optional.empty();
        };
    }

    private static String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, Locale.US);
    }
}
