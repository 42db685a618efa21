package org.ssos.clearinghouse.browse.crosswalk;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ssos.clearinghouse.entry.Vocabularies;
import org.ssos.clearinghouse.entry.Vocabularies.Area;

/**
 * What a visitor wants to compare, read from the address and nothing else.
 *
 * @param rows differs from {@code columns}
 * @param area whose topics stand along the axis of topics; without one the areas do
 */
record CrosswalkRequest(Axis rows, Axis columns, Optional<Area> area) {
    /** Few columns and many rows fit a phone best. */
    private static final CrosswalkRequest USUAL = new CrosswalkRequest(Axis.TOPIC, Axis.LEVEL, Optional.empty());

    private static final int LONGEST_SHOWN = 60;

    CrosswalkRequest {
        if (rows == columns) throw new IllegalArgumentException("Nothing is compared with itself: " + rows);
    }

    /** @param notices what of the address could not be used, in words */
    record Reading(CrosswalkRequest request, List<String> notices) {
        Reading {
            notices = List.copyOf(notices);
        }
    }

    /** Every address has a reading: what is unknown or impossible is left out and named in the notices. */
    static Reading read(Context ctx, Vocabularies vocabularies) {
        var notices = new ArrayList<String>();
        var rows = axis(ctx, "rows", notices).orElse(USUAL.rows);
        var wanted = axis(ctx, "columns", notices).orElse(rows == USUAL.columns ? USUAL.rows : USUAL.columns);
        if (rows == wanted) {
            notices.add("Rows and columns cannot both be “" + rows.label() + "”, so other columns were chosen.");
            wanted = rows == USUAL.columns ? USUAL.rows : USUAL.columns;
        }
        var compared = new CrosswalkRequest(rows, wanted, Optional.empty());
        return new Reading(compared.hasTopics() ? compared.in(area(ctx, vocabularies, notices)) : compared, notices);
    }

    private static Optional<Axis> axis(Context ctx, String parameter, List<String> notices) {
        var typed = typed(ctx, parameter);
        var axis = Axis.find(typed);
        if (axis.isEmpty() && !typed.isEmpty()) notices.add(leftOut(typed));
        return axis;
    }

    private static Optional<Area> area(Context ctx, Vocabularies vocabularies, List<String> notices) {
        var typed = typed(ctx, "area");
        var area = vocabularies.areas().stream()
                .filter(known -> known.id().equals(typed))
                .findFirst();
        if (area.isEmpty() && !typed.isEmpty()) notices.add(leftOut(typed));
        return area;
    }

    private static String typed(Context ctx, String parameter) {
        var value = ctx.queryParam(parameter);
        return value == null ? "" : value.strip();
    }

    private static String leftOut(String typed) {
        var shown = typed.length() <= LONGEST_SHOWN ? typed : typed.substring(0, LONGEST_SHOWN) + "…";
        return "“" + shown + "” is not a choice here, so it was left out.";
    }

    boolean hasTopics() {
        return rows == Axis.TOPIC || columns == Axis.TOPIC;
    }

    CrosswalkRequest in(Optional<Area> other) {
        return new CrosswalkRequest(rows, columns, other);
    }

    CrosswalkRequest turned() {
        return new CrosswalkRequest(/* rows= */ columns, /* columns= */ rows, area);
    }

    /** The part of an address after the path, with its question mark; empty for the usual comparison. */
    String query() {
        if (equals(USUAL)) return "";
        return "?rows=" + rows.id() + "&columns=" + columns.id()
                + area.map(chosen -> "&area=" + URLEncoder.encode(chosen.id(), StandardCharsets.UTF_8))
                        .orElse("");
    }
}
