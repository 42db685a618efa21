package org.ssos.clearinghouse.account;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Problems;

/**
 * What of the audit trail somebody asked to see, as it stands in the address. Empty texts ask for everything.
 *
 * @param person a part of an e-mail address or name
 * @param action the whole name of an action
 * @param target a part of what it was done to, such as the number of a case
 * @param outcome of {@link Audit.Outcome}
 * @param from the first day
 * @param to the last day
 * @param before the number of a row: only older ones
 */
public record AuditRequest(
        String person,
        String action,
        String target,
        String outcome,
        String from,
        String to,
        @Nullable Long before) {
    static AuditRequest of(Context ctx) {
        var before = typed(ctx, "before");
        return new AuditRequest(
                typed(ctx, "person"),
                typed(ctx, "action"),
                typed(ctx, "target"),
                typed(ctx, "outcome").toLowerCase(Locale.ROOT),
                typed(ctx, "from"),
                typed(ctx, "to"),
                before.matches("\\d{1,18}") ? Long.valueOf(before) : null);
    }

    Problems problems() {
        var first = day(from);
        var last = day(to);
        return Problems.NONE
                .unless(from.isEmpty() || first != null, "from", "Enter a day such as 2026-11-21.")
                .unless(to.isEmpty() || last != null, "to", "Enter a day such as 2026-11-21.")
                .unless(
                        first == null || last == null || !last.isBefore(first),
                        "to",
                        "The last day has to be the first day or later.");
    }

    @Nullable LocalDate firstDay() {
        return day(from);
    }

    @Nullable LocalDate lastDay() {
        return day(to);
    }

    /** The address of what follows a row. */
    String before(long row) {
        var all = new LinkedHashMap<String, String>();
        all.put("person", person);
        all.put("action", action);
        all.put("target", target);
        all.put("outcome", outcome);
        all.put("from", from);
        all.put("to", to);
        all.put("before", String.valueOf(row));
        return all.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", AuditHandler.PATH + "?", ""));
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
        return value == null || value.length() > 200 ? "" : value.strip();
    }
}
