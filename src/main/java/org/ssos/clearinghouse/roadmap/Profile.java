package org.ssos.clearinghouse.roadmap;

import java.util.ArrayList;
import java.util.List;

/** The way through a plan as a line over hills, one stop for each phase. Decoration; the words stand beside it. */
public record Profile(List<Leg> legs, String hill) {
    public static final int WIDTH = 1000;
    public static final int HEIGHT = 120;

    private static final int BOTTOM = 104;
    private static final List<Integer> HEIGHTS = List.of(98, 66, 80, 46, 58, 34);

    /**
     * The way from one stop to the next.
     *
     * @param path of the line, which ends at the stop
     * @param style {@code done}, {@code here} or nothing
     */
    public record Leg(String path, int x, int y, String style) {}

    static Profile of(List<PhaseView> phases) {
        var legs = new ArrayList<Leg>();
        var hill = new StringBuilder("M0 " + BOTTOM);
        int fromX = 0;
        int fromY = BOTTOM;
        for (int i = 0; i < phases.size(); i++) {
            int x = (2 * i + 1) * WIDTH / (2 * phases.size());
            int y = HEIGHTS.get(i % HEIGHTS.size());
            var curve = curve(fromX, fromY, x, y);
            legs.add(new Leg("M" + fromX + " " + fromY + curve, x, y, style(phases.get(i))));
            hill.append(curve);
            fromX = x;
            fromY = y;
        }
        hill.append(curve(fromX, fromY, WIDTH, fromY))
                .append('V')
                .append(HEIGHT)
                .append("H0Z");
        return new Profile(legs, hill.toString());
    }

    private static String curve(int fromX, int fromY, int x, int y) {
        int bend = (x - fromX) / 2;
        return "C%d %d %d %d %d %d".formatted(fromX + bend, fromY, x - bend, y, x, y);
    }

    private static String style(PhaseView phase) {
        if (phase.isDone()) return "done";
        return phase.current() ? "here" : "";
    }
}
