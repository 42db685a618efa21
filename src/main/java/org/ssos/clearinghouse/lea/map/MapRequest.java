package org.ssos.clearinghouse.lea.map;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a visitor wants to see of the counties, read from the address and nothing else.
 *
 * @param descending turns the order around
 */
record MapRequest(Measure measure, View view, Sort sort, boolean descending) {
    private static final int LONGEST_SHOWN = 60;
    private static final Comparator<CountyNumber> BY_NAME =
            Comparator.comparing(number -> number.county().name(), String.CASE_INSENSITIVE_ORDER);

    /** How the counties are drawn. */
    enum View {
        TILES("Tiles of equal size"),
        SHAPES("Shapes of the counties");

        private final String label;

        View(String label) {
            this.label = label;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        String label() {
            return label;
        }
    }

    /** What the table goes by. */
    enum Sort {
        NAME,
        VALUE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Comparator<CountyNumber> order() {
            return switch (this) {
                case NAME -> BY_NAME;
                case VALUE -> Comparator.comparingInt(CountyNumber::value);
            };
        }
    }

    /** @param notices what of the address could not be used, in words */
    record Reading(MapRequest request, List<String> notices) {
        Reading {
            notices = List.copyOf(notices);
        }
    }

    /** Every address has a reading: what is unknown is left out and named in the notices. */
    static Reading read(Context ctx, List<Measure> offered) {
        var notices = new ArrayList<String>();
        var typedSort = typed(ctx, "sort");
        boolean descending = typedSort.startsWith("-");
        var request = new MapRequest(
                found(typed(ctx, "measure"), offered, Measure::id, notices).orElse(offered.getFirst()),
                found(typed(ctx, "view"), List.of(View.values()), View::id, notices)
                        .orElse(View.TILES),
                found(descending ? typedSort.substring(1) : typedSort, List.of(Sort.values()), Sort::id, notices)
                        .orElse(Sort.NAME),
                descending);
        return new Reading(request, notices);
    }

    private static <T> Optional<T> found(String typed, List<T> choices, Function<T, String> id, List<String> notices) {
        var choice = choices.stream().filter(one -> id.apply(one).equals(typed)).findFirst();
        if (choice.isEmpty() && !typed.isEmpty()) {
            var shown = typed.length() <= LONGEST_SHOWN ? typed : typed.substring(0, LONGEST_SHOWN) + "…";
            notices.add("“" + shown + "” is not a choice here, so it was left out.");
        }
        return choice;
    }

    private static String typed(Context ctx, String parameter) {
        var value = ctx.queryParam(parameter);
        return value == null ? "" : value.strip();
    }

    List<CountyNumber> sorted(List<CountyNumber> numbers) {
        var order = descending ? sort.order().reversed() : sort.order();
        return numbers.stream().sorted(order.thenComparing(BY_NAME)).toList();
    }

    /** The same, sorted by this; by the other end where it is sorted by this already. */
    MapRequest by(Sort other) {
        return new MapRequest(measure, view, other, sort == other && !descending);
    }

    String sortId() {
        return (descending ? "-" : "") + sort.id();
    }

    /** The part of an address after the path, with its question mark. */
    String query() {
        return "?measure=" + measure.id() + (view == View.TILES ? "" : "&view=" + view.id())
                + (sort == Sort.NAME && !descending ? "" : "&sort=" + sortId());
    }
}
