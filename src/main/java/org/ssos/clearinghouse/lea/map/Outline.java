package org.ssos.clearinghouse.lea.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The borders of a county in degrees: outer rings, and holes where there are some. */
record Outline(List<Ring> rings) {
    private static final double WEST = -125;
    private static final double EAST = -114;
    private static final double SOUTH = 32;
    private static final double NORTH = 42.1;

    Outline {
        rings = List.copyOf(rings);
    }

    record Position(double longitude, double latitude) {}

    /** A closed line; its last position is its first. */
    record Ring(List<Position> positions) {
        Ring {
            positions = List.copyOf(positions);
        }

        static Ring of(JsonNode coordinates) {
            var positions = new ArrayList<Position>();
            for (var pair : coordinates) {
                positions.add(new Position(
                        pair.path(0).asDouble(Double.NaN), pair.path(1).asDouble(Double.NaN)));
            }
            return new Ring(positions);
        }

        /**
         * What RFC 7946, section 3.1.6, or the map of California forbids.
         *
         * @param outer the first ring of a polygon; the others are holes, which run the other way
         */
        Optional<String> fault(boolean outer) {
            if (positions.size() < 4) return Optional.of("has fewer than four positions");
            if (!positions.getFirst().equals(positions.getLast())) {
                return Optional.of("is not closed: its last position should be its first");
            }
            if (!positions.stream().allMatch(Ring::isInCalifornia)) {
                return Optional.of("leaves California; a position is longitude, then latitude");
            }
            if (outer == area() > 0) return Optional.empty();
            return Optional.of(
                    outer ? "runs clockwise; outer rings run counterclockwise" : "is a hole and should run clockwise");
        }

        /** In square degrees; more than 0 for a ring that runs counterclockwise. */
        double area() {
            double doubled = 0;
            for (int i = 1; i < positions.size(); i++) {
                var from = positions.get(i - 1);
                var to = positions.get(i);
                doubled += from.longitude() * to.latitude() - to.longitude() * from.latitude();
            }
            return doubled / 2;
        }

        private static boolean isInCalifornia(Position position) {
            return position.longitude() >= WEST
                    && position.longitude() <= EAST
                    && position.latitude() >= SOUTH
                    && position.latitude() <= NORTH;
        }
    }
}
