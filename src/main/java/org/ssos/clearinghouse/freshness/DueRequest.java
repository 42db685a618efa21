package org.ssos.clearinghouse.freshness;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Kind;

/**
 * What of the list somebody asked to see, read from the address.
 *
 * @param after a place in the order, which ends with an id: what follows it, however many came or went meanwhile
 */
public record DueRequest(
        View view,
        @Nullable Kind kind,
        Order order,
        @Nullable String after) {
    public enum View {
        ALL("All"),
        DUE("Due"),
        FLAGGED("In doubt"),
        DEAD_LINKS("Dead links"),
        SOON("Due within 60 days");

        private final String label;

        View(String label) {
            this.label = label;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String label() {
            return label;
        }
    }

    public enum Order {
        WAITING("Longest waiting", "\\d{4}-\\d\\d-\\d\\d"),
        UNHELPFUL("Least helpful to readers", "\\d{7}");

        private final String label;
        private final String place;

        Order(String label, String place) {
            this.label = label;
            this.place = place;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String label() {
            return label;
        }

        private boolean isPlace(String text) {
            return text.matches(place + "-[a-z0-9-]{1,120}");
        }
    }

    static DueRequest of(Context ctx) {
        var after = ctx.queryParam("after");
        var wanted = ctx.queryParam("view");
        var order = Order.UNHELPFUL.id().equals(ctx.queryParam("order")) ? Order.UNHELPFUL : Order.WAITING;
        return new DueRequest(
                Arrays.stream(View.values())
                        .filter(view -> view.id().equals(wanted))
                        .findFirst()
                        .orElse(View.ALL),
                Optional.ofNullable(ctx.queryParam("kind")).flatMap(Kind::find).orElse(null),
                order,
                after != null && order.isPlace(after) ? after : null);
    }

    /** The address of the same choice in another view. */
    public String in(View other) {
        return address(other, null);
    }

    String after(String place) {
        return address(view, place);
    }

    private String address(View other, @Nullable String place) {
        return DueHandler.PATH + "?view=" + other.id() + (kind == null ? "" : "&kind=" + kind.id())
                + (order == Order.WAITING ? "" : "&order=" + order.id())
                + (place == null ? "" : "&after=" + place);
    }
}
