package org.ssos.clearinghouse.lea.map;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.content.PartFiles;

/**
 * How the counties are drawn: their real shapes, and tiles of one size. Both hold every county of the vocabulary when
 * the content checks; a county that could not be read is missing.
 *
 * @param shapes by county id, from the north to the south
 * @param width of the drawing that the shapes lie in
 * @param tiles by county id, row by row as they are read
 */
public record CountyShapes(Map<String, Shape> shapes, int width, int height, Map<String, Tile> tiles) {
    public static final Part<CountyShapes> PART = new Part<>() {
        @Override
        public String folder() {
            return "map";
        }

        @Override
        public CountyShapes read(PartFiles files) {
            return CountyShapesReader.read(files);
        }
    };

    /**
     * The outline of a county.
     *
     * @param path as SVG writes it, all polygons in one; to be filled by the rule {@code evenodd}
     * @param number where its number stands
     * @param inside false where the county is too small for a number, which then stands west of it
     * @param middle the place inside the county that is farthest from its border
     */
    public record Shape(String path, Point number, boolean inside, Point middle) {}

    public record Point(int x, int y) {}

    /** A square of the tile map; columns count from the west and rows from the north, both from 1. */
    public record Tile(String county, String shortForm, int column, int row) {}

    public CountyShapes {
        shapes = Collections.unmodifiableMap(new LinkedHashMap<>(shapes));
        tiles = Collections.unmodifiableMap(new LinkedHashMap<>(tiles));
    }

    /** Counties in the order of the tile map, which a keyboard follows: row by row from the north, each from the west. */
    public List<String> order() {
        return List.copyOf(tiles.keySet());
    }
}
