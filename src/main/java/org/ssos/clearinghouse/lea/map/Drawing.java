package org.ssos.clearinghouse.lea.map;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.ssos.clearinghouse.lea.map.CountyShapes.Point;
import org.ssos.clearinghouse.lea.map.CountyShapes.Shape;
import org.ssos.clearinghouse.lea.map.Outline.Position;
import org.ssos.clearinghouse.lea.map.Outline.Ring;

/**
 * Lays degrees on paper: north is up, and a degree of longitude is as much shorter than one of latitude as it is in the
 * middle of the state. For ten degrees that is close enough, and borders stay where neighbours expect them.
 */
record Drawing(double west, double north, double perLongitude, double perLatitude, int width, int height) {
    /** Whole numbers of this size place a border within a fifth of a pixel of a usual screen. */
    private static final int WIDTH = 3200;

    /** Room around the state, also for the numbers of the small counties on the coast. */
    private static final int MARGIN = 20;

    /** A number needs as much room on each side of its middle; at the usual size it is 12 pixels high, or 46 units. */
    private static final double ROOM = 45;

    /** How far west of its coast the number of a county stands that has no room for it. */
    private static final int OFF_SHORE = 100;

    /** Places tried in each direction when looking for the middle of a county. */
    private static final int TRIES = 30;

    static Drawing of(Collection<Outline> outlines) {
        var positions = outlines.stream()
                .flatMap(outline -> outline.rings().stream())
                .flatMap(ring -> ring.positions().stream())
                .toList();
        if (positions.isEmpty()) return new Drawing(0, 0, 1, 1, WIDTH, WIDTH);
        var longitudes = positions.stream().mapToDouble(Position::longitude).summaryStatistics();
        var latitudes = positions.stream().mapToDouble(Position::latitude).summaryStatistics();
        double perLongitude = (WIDTH - 2 * MARGIN) / (longitudes.getMax() - longitudes.getMin());
        double perLatitude = perLongitude / Math.cos(Math.toRadians((latitudes.getMin() + latitudes.getMax()) / 2));
        double height = (latitudes.getMax() - latitudes.getMin()) * perLatitude + 2 * MARGIN;
        return new Drawing(
                longitudes.getMin(), latitudes.getMax(), perLongitude, perLatitude, WIDTH, (int) Math.ceil(height));
    }

    Shape shape(Outline outline) {
        var largest = outline.rings().stream()
                .max(Comparator.comparingDouble(ring -> Math.abs(ring.area())))
                .map(this::points)
                .orElseThrow();
        var middle = middle(largest);
        boolean inside = clearance(middle, largest) >= ROOM;
        int coast = largest.stream().mapToInt(Point::x).min().orElseThrow();
        return new Shape(path(outline), inside ? middle : new Point(coast - OFF_SHORE, middle.y()), inside, middle);
    }

    private String path(Outline outline) {
        var path = new StringBuilder();
        for (var ring : outline.rings()) append(path, points(ring));
        return path.toString();
    }

    /** After the first point only the way to the next is written, which is shorter. */
    private static void append(StringBuilder path, List<Point> ring) {
        var at = ring.getFirst();
        path.append('M').append(at.x()).append(' ').append(at.y()).append('l');
        boolean first = true;
        for (var point : ring.subList(1, ring.size() - 1)) {
            int across = point.x() - at.x();
            int down = point.y() - at.y();
            if (!first && across >= 0) path.append(' ');
            path.append(across);
            if (down >= 0) path.append(' ');
            path.append(down);
            at = point;
            first = false;
        }
        path.append('z');
    }

    private List<Point> points(Ring ring) {
        return ring.positions().stream().map(this::point).toList();
    }

    private Point point(Position position) {
        return new Point(
                MARGIN + (int) Math.round((position.longitude() - west) * perLongitude),
                MARGIN + (int) Math.round((north - position.latitude()) * perLatitude));
    }

    private static Point middle(List<Point> ring) {
        var across = ring.stream().mapToInt(Point::x).summaryStatistics();
        var down = ring.stream().mapToInt(Point::y).summaryStatistics();
        var best = ring.getFirst();
        double farthest = 0;
        for (int i = 1; i < TRIES; i++) {
            for (int j = 1; j < TRIES; j++) {
                var tried = new Point(
                        across.getMin() + (across.getMax() - across.getMin()) * i / TRIES,
                        down.getMin() + (down.getMax() - down.getMin()) * j / TRIES);
                double clearance = isInside(tried, ring) ? clearance(tried, ring) : 0;
                if (clearance > farthest) {
                    farthest = clearance;
                    best = tried;
                }
            }
        }
        return best;
    }

    /** A line from an inner point to the east crosses the border an odd number of times. */
    private static boolean isInside(Point point, List<Point> ring) {
        boolean inside = false;
        for (int i = 1; i < ring.size(); i++) {
            var from = ring.get(i - 1);
            var to = ring.get(i);
            if (from.y() > point.y() == to.y() > point.y()) continue;
            double crossing = from.x() + (double) (to.x() - from.x()) * (point.y() - from.y()) / (to.y() - from.y());
            if (point.x() < crossing) inside = !inside;
        }
        return inside;
    }

    /** How far it is to the border. */
    private static double clearance(Point point, List<Point> ring) {
        double nearest = Double.MAX_VALUE;
        for (int i = 1; i < ring.size(); i++) {
            nearest = Math.min(nearest, distance(point, ring.get(i - 1), ring.get(i)));
        }
        return nearest;
    }

    private static double distance(Point point, Point from, Point to) {
        double across = to.x() - from.x();
        double down = to.y() - from.y();
        double length = across * across + down * down;
        double along = length == 0 ? 0 : ((point.x() - from.x()) * across + (point.y() - from.y()) * down) / length;
        double held = Math.clamp(along, 0.0, 1.0);
        return Math.hypot(point.x() - from.x() - held * across, point.y() - from.y() - held * down);
    }
}
