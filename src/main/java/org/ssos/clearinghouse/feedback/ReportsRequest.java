package org.ssos.clearinghouse.feedback;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;

/**
 * What curators want to see of what readers said, read from the address.
 *
 * @param entry only what was said of this one
 * @param after what the page before ended with
 */
public record ReportsRequest(
        View view,
        @Nullable Said said,
        @Nullable EntryId entry,
        @Nullable Kind kind,
        Order order,
        @Nullable After after) {
    private static final Pattern AFTER = Pattern.compile("(\\d{1,18})(?::([a-z0-9-]{1,120}))?");

    public enum View {
        WAITING("Not yet looked at"),
        CLOSED("Dealt with"),
        ENTRIES("By entry");

        private final String label;

        View(String label) {
            this.label = label;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String label() {
            return label;
        }
    }

    /** Which entries come first; among equals the alphabet decides, so that pages stay as they are. */
    public enum Order {
        UNHELPFUL("Least helpful"),
        REPORTS("Most problems"),
        VOTES("Most answers");

        private final String label;

        Order(String label) {
            this.label = label;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String label() {
            return label;
        }

        /** The higher, the earlier. */
        long of(Counts counts) {
            return switch (this) {
                case UNHELPFUL -> Math.round(counts.unhelpfulShare() * 1_000_000);
                case REPORTS -> counts.reports();
                case VOTES -> counts.votes();
            };
        }
    }

    /**
     * @param value the number of a note, or what entries are ordered by
     * @param entry the id of an entry; empty for a note
     */
    public record After(long value, String entry) {}

    static ReportsRequest of(Context ctx) {
        var entry = ctx.queryParam("entry");
        return new ReportsRequest(
                one(View.values(), View::id, ctx.queryParam("view")).orElse(View.WAITING),
                Said.find(ctx.queryParam("said")).orElse(null),
                entry != null && EntryId.isValid(entry.strip()) ? new EntryId(entry.strip()) : null,
                Optional.ofNullable(ctx.queryParam("kind")).flatMap(Kind::find).orElse(null),
                one(Order.values(), Order::id, ctx.queryParam("order")).orElse(Order.UNHELPFUL),
                after(ctx.queryParam("after")));
    }

    /** The address of another view. */
    public String in(View other) {
        return ReportsHandler.PATH + "?view=" + other.id();
    }

    /** What waits or was said of one entry. */
    public String of(EntryId one) {
        return in(View.WAITING) + "&entry=" + one;
    }

    String after(After last) {
        return in(view)
                + (said == null ? "" : "&said=" + said.id())
                + (entry == null ? "" : "&entry=" + entry)
                + (kind == null ? "" : "&kind=" + kind.id())
                + (order == Order.UNHELPFUL ? "" : "&order=" + order.id())
                + "&after=" + last.value() + (last.entry().isEmpty() ? "" : ":" + last.entry());
    }

    private static @Nullable After after(@Nullable String text) {
        var matcher = AFTER.matcher(text == null ? "" : text);
        if (!matcher.matches()) return null;
        return new After(Long.parseLong(matcher.group(1)), matcher.group(2) == null ? "" : matcher.group(2));
    }

    private static <T> Optional<T> one(T[] all, Function<T, String> id, @Nullable String wanted) {
        return Arrays.stream(all)
                .filter(value -> id.apply(value).equals(wanted))
                .findFirst();
    }
}
