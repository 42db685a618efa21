package org.ssos.clearinghouse.publishing;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Problems;

/**
 * The days between which somebody asks what changed, read from the address.
 *
 * @param since as it was typed; empty for three months before the last day
 * @param until as it was typed; empty for today
 * @param after the number of the publication that the page before ended with
 */
public record ChangesRequest(
        String since, String until, @Nullable Long after, LocalDate today) {
    private static final int MONTHS = 3;

    static ChangesRequest of(Context ctx, LocalDate today) {
        var after = typed(ctx, "after");
        return new ChangesRequest(
                typed(ctx, "since"),
                typed(ctx, "until"),
                after.matches("\\d{1,18}") ? Long.valueOf(after) : null,
                today);
    }

    /** The last three months. */
    static ChangesRequest lately(LocalDate today) {
        return new ChangesRequest("", "", null, today);
    }

    Problems problems() {
        var first = since.isEmpty() ? null : day(since);
        var last = until.isEmpty() ? today : day(until);
        return Problems.NONE
                .unless(since.isEmpty() || first != null, "since", "Enter the first day as in 2026-11-21.")
                .unless(last != null, "until", "Enter the last day as in 2026-11-21.")
                .unless(
                        first == null || last == null || !last.isBefore(first),
                        "until",
                        "The last day has to be the first day or later.");
    }

    /** Only without problems. */
    public LocalDate first() {
        var first = since.isEmpty() ? null : day(since);
        return first == null ? last().minusMonths(MONTHS) : first;
    }

    /** Only without problems. */
    public LocalDate last() {
        var last = day(until);
        return last == null ? today : last;
    }

    Instant from(ZoneId zone) {
        return first().atStartOfDay(zone).toInstant();
    }

    /** The moment at which the last day is over. */
    Instant to(ZoneId zone) {
        return last().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The part of an address after the path; the days are named, so that it means the same tomorrow. */
    String query(@Nullable Long number) {
        return "?since=" + first() + "&until=" + last() + (number == null ? "" : "&after=" + number);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static String typed(Context ctx, String name) {
        var value = ctx.queryParam(name);
        return value == null
                ? ""
                : value.strip().substring(0, Math.min(40, value.strip().length()));
    }
}
