package org.ssos.clearinghouse.lea.map;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ssos.clearinghouse.content.PartFiles;
import org.ssos.clearinghouse.entry.Vocabularies.County;
import org.ssos.clearinghouse.entry.Vocabularies.Terms;
import org.ssos.clearinghouse.lea.map.CountyShapes.Shape;
import org.ssos.clearinghouse.lea.map.CountyShapes.Tile;
import org.ssos.clearinghouse.lea.map.Outline.Ring;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the outlines (GeoJSON, RFC 7946) and the tiles, and says what is wrong with them. Used by one thread. */
final class CountyShapesReader {
    private static final String OUTLINES = "counties.geojson";
    private static final String TILES = "tiles.yaml";

    /** The file of tiles. */
    record TileList(List<TileLine> tiles) {}

    /** A line of it; {@code short} is a word that Java keeps for itself. */
    record TileLine(String county, @JsonProperty("short") String shortForm, int column, int row) {

        Tile tile() {
            return new Tile(county, shortForm, column, row);
        }
    }

    private final PartFiles files;
    private final Terms<County> counties;
    private String text = "";

    private CountyShapesReader(PartFiles files) {
        this.files = files;
        this.counties = files.catalog().vocabularies().counties();
    }

    static CountyShapes read(PartFiles files) {
        return new CountyShapesReader(files).read();
    }

    private CountyShapes read() {
        var outlines = outlines();
        var drawing = Drawing.of(outlines.values());
        var shapes = new LinkedHashMap<String, Shape>();
        outlines.forEach((county, outline) -> shapes.put(county, drawing.shape(outline)));
        return new CountyShapes(shapes, drawing.width(), drawing.height(), tiles());
    }

    private Map<String, Outline> outlines() {
        var outlines = new LinkedHashMap<String, Outline>();
        var file = files.text(OUTLINES);
        if (file.isEmpty()) {
            files.report(OUTLINES, 1, 1, "this file is missing; it holds the outlines of the counties");
            return outlines;
        }
        text = file.get();
        try {
            var seen = new HashSet<String>();
            for (var feature : JsonMapper.shared().readTree(text).path("features")) {
                county(feature, seen)
                        .ifPresent(county -> outline(feature).ifPresent(outline -> outlines.put(county.id(), outline)));
            }
            for (var county : counties.all()) {
                if (!seen.contains(county.id())) report(1, "there is no feature for " + county.name() + " County");
            }
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            files.report(
                    OUTLINES,
                    place.getLineNr(),
                    place.getColumnNr(),
                    "not readable as JSON: " + broken.getOriginalMessage());
        }
        return outlines;
    }

    private Optional<County> county(JsonNode feature, Set<String> seen) {
        var code = code(feature);
        var county = counties.all().stream()
                .filter(known -> known.code().equals(code))
                .findFirst();
        if (county.isEmpty()) {
            report(line(feature), "`cds_county_code` is '" + code + "', but should be the code of a county, 01 to 58");
        } else if (!seen.add(county.get().id())) {
            report(
                    line(feature),
                    "there is more than one feature for " + county.get().name() + " County");
            return Optional.empty();
        }
        return county;
    }

    private Optional<Outline> outline(JsonNode feature) {
        var geometry = feature.path("geometry");
        var coordinates = geometry.path("coordinates");
        var polygons = new ArrayList<JsonNode>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygons.add(coordinates);
            case "MultiPolygon" -> coordinates.forEach(polygons::add);
            default -> {
                report(line(feature), "`geometry` should be a Polygon or a MultiPolygon");
                return Optional.empty();
            }
        }
        var rings = new ArrayList<Ring>();
        boolean sound = !polygons.isEmpty();
        for (var polygon : polygons) {
            for (int i = 0; i < polygon.size(); i++) {
                var ring = Ring.of(polygon.get(i));
                var fault = ring.fault(i == 0);
                fault.ifPresent(what -> report(line(feature), "a ring of " + code(feature) + " " + what));
                sound &= fault.isEmpty();
                rings.add(ring);
            }
        }
        return sound ? Optional.of(new Outline(rings)) : Optional.empty();
    }

    private static String code(JsonNode feature) {
        return feature.path("properties").path("cds_county_code").asString("");
    }

    /** Where the feature names its county; the file has a line for each. */
    private int line(JsonNode feature) {
        int at = text.indexOf("\"cds_county_code\":\"" + code(feature) + "\"");
        return at < 0
                ? 1
                : 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private void report(int line, String what) {
        files.report(OUTLINES, line, 1, what);
    }

    private Map<String, Tile> tiles() {
        var file = files.yaml(TILES, TileList.class);
        if (file.isEmpty()) return Map.of();
        var lines = file.get().value().tiles();
        var places = new HashMap<String, String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var path = List.of("tiles", Integer.toString(i), "county");
            var other = places.putIfAbsent(line.column() + " " + line.row(), line.county());
            if (other != null) file.get().report(path, "'" + other + "' has this place already");
        }
        var tiles = new LinkedHashMap<String, Tile>();
        lines.stream()
                .map(TileLine::tile)
                .sorted(Comparator.comparingInt(Tile::row).thenComparingInt(Tile::column))
                .forEach(tile -> tiles.put(tile.county(), tile));
        for (var county : counties.all()) {
            if (!tiles.containsKey(county.id()))
                file.get().report(List.of("tiles"), "there is no tile for '" + county.id() + "'");
        }
        return tiles;
    }
}
