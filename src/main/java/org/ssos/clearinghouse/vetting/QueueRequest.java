package org.ssos.clearinghouse.vetting;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Kind;

/**
 * What of the queue somebody asked to see, read from the address.
 *
 * @param after the id of a case: what follows it, however many came or went meanwhile
 */
public record QueueRequest(
        View view,
        Holder holder,
        @Nullable Kind kind,
        @Nullable String after) {
    public enum View {
        MINE("Waits for me"),
        OPEN("All open"),
        LATE("Late"),
        ALONE("Without a second person"),
        CLOSED("Closed");

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

    public enum Holder {
        ANYONE("Anyone"),
        ME("Me"),
        NO_ONE("No one yet");

        private final String label;

        Holder(String label) {
            this.label = label;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String label() {
            return label;
        }
    }

    static QueueRequest of(Context ctx) {
        var after = ctx.queryParam("after");
        return new QueueRequest(
                one(View.values(), View::id, ctx.queryParam("view")).orElse(View.MINE),
                one(Holder.values(), Holder::id, ctx.queryParam("holder")).orElse(Holder.ANYONE),
                Optional.ofNullable(ctx.queryParam("kind")).flatMap(Kind::find).orElse(null),
                after != null && after.matches("\\d{4}-\\d{4,9}") ? after : null);
    }

    /** The address of the same choice in another view. */
    public String in(View other) {
        return address(other, null);
    }

    String after(String id) {
        return address(view, id);
    }

    boolean fits(Case one, Person person) {
        if (kind != null && one.kind() != kind) return false;
        var by = one.claimedBy();
        return switch (holder) {
            case ANYONE -> true;
            case ME -> by != null && by.is(person);
            case NO_ONE -> by == null;
        };
    }

    private String address(View other, @Nullable String id) {
        return "/curate/cases?view=" + other.id()
                + (holder == Holder.ANYONE ? "" : "&holder=" + holder.id())
                + (kind == null ? "" : "&kind=" + kind.id())
                + (id == null ? "" : "&after=" + id);
    }

    private static <T> Optional<T> one(T[] all, Function<T, String> id, @Nullable String wanted) {
        return Arrays.stream(all)
                .filter(value -> id.apply(value).equals(wanted))
                .findFirst();
    }
}
