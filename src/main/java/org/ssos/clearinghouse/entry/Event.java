package org.ssos.clearinghouse.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A public event or a deadline. Only days fixed in law have a {@code due}; other events say when they were last held.
 *
 * @param recurring how often, in the words of the source
 * @param pattern when in the year, in the words of the source
 */
public record Event(
        String type,
        @Nullable String recurring,
        @Nullable String pattern,
        @Nullable Due due,
        @Nullable String lastKnown,
        @Nullable String organizer,
        List<EntryId> organizers,
        @Nullable String citation)
        implements Details {

    /** A single {@code date}, or the {@code day} of a {@code month} that comes back every so many years. */
    public record Due(
            @Nullable LocalDate date,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable Integer everyYears,
            @Nullable Integer fromYear) {

        /** The first such day that is not before {@code today}. */
        public Optional<LocalDate> nextFrom(LocalDate today) {
            if (date != null) return Optional.of(date).filter(single -> !single.isBefore(today));
            if (month == null || day == null) return Optional.empty();
            int step = everyYears == null ? 1 : everyYears;
            int year = fromYear == null ? today.getYear() : fromYear;
            while (on(year, month, day).isBefore(today)) year += step;
            return Optional.of(on(year, month, day));
        }

        private static LocalDate on(int year, int month, int day) {
            var first = LocalDate.of(year, month, 1);
            return first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
        }
    }

    public Event {
        organizers = Lists.copy(organizers);
    }
}
