package org.ssos.clearinghouse.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.ContentParts;
import org.ssos.clearinghouse.lea.map.CountyShapes;

/** Breaks copies of the map's files and reads what is said about them. */
class CountyShapesTest {
    private static final String OUTLINES = "map/counties.geojson";
    private static final String TILES = "map/tiles.yaml";
    private static final String SQUARE = "[[-120,36],[-119,36],[-119,37],[-120,37],[-120,36]]";

    @Test
    void all_counties_have_a_shape_and_a_tile() {
        var drawn = RealContent.catalog().part(CountyShapes.PART);
        assertThat(drawn.shapes()).hasSize(58);
        assertThat(drawn.order())
                .hasSize(58)
                .startsWith("del-norte", "siskiyou", "modoc")
                .endsWith("imperial");
        assertThat(drawn.shapes().values()).allSatisfy(shape -> {
            assertThat(shape.number().x()).isBetween(0, drawn.width());
            assertThat(shape.middle().y()).isBetween(0, drawn.height());
        });
    }

    @Test
    void every_fault_is_said_with_its_line() {
        var outlines = text(OUTLINES)
                .replace("[-122.2714,37.9059],[-122.3145,37.8973]]]", "[-122.2714,37.9059]]]")
                .replace("\"cds_county_code\":\"02\"", "\"cds_county_code\":\"77\"")
                .replace("\"cds_county_code\":\"04\"", "\"cds_county_code\":\"03\"");
        outlines = redrawn(outlines, "Calaveras", "[[[-120,36],[-120,37],[-119,37],[-119,36],[-120,36]]]");
        outlines = redrawn(outlines, "Colusa", "[" + SQUARE + "," + SQUARE + "]");
        outlines = redrawn(outlines, "Contra Costa", "[[[36,-120],[36,-119],[37,-119],[37,-120],[36,-120]]]");
        var tiles = text(TILES)
                .replace("county: alpine,", "county: atlantis,")
                .replace("short: AMA, column: 4, row: 7", "short: AMA, column: 2, row: 9");

        assertThat(problems(Map.of(OUTLINES, outlines, TILES, tiles)))
                .containsExactlyInAnyOrder(
                        OUTLINES + ":1:1: there is no feature for Alpine County",
                        OUTLINES + ":1:1: there is no feature for Butte County",
                        OUTLINES + ":2:1: a ring of 01 is not closed: its last position should be its first",
                        OUTLINES + ":3:1: `cds_county_code` is '77', but should be the code of a county, 01 to 58",
                        OUTLINES + ":4:1: there is more than one feature for Amador County",
                        OUTLINES + ":6:1: a ring of 05 runs clockwise; outer rings run counterclockwise",
                        OUTLINES + ":7:1: a ring of 06 is a hole and should run clockwise",
                        OUTLINES + ":8:1: a ring of 07 leaves California; a position is longitude, then latitude",
                        TILES + ":4:3: there is no tile for 'alpine'",
                        TILES + ":5:14: `county` names 'atlantis', which is not among the vocabulary",
                        TILES + ":6:14: 'alameda' has this place already");
    }

    @Test
    void a_file_that_is_no_json_is_said() {
        assertThat(problems(Map.of(OUTLINES, text(OUTLINES).replace("\"features\":[", "\"features\":"))))
                .singleElement()
                .asString()
                .contains("not readable as JSON");
    }

    private static String redrawn(String outlines, String county, String coordinates) {
        return outlines.lines()
                .map(line -> line.contains("\"" + county + "\"")
                        ? line.replaceFirst("\"coordinates\":.*", "\"coordinates\":" + coordinates + "}},")
                        : line)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> problems(Map<String, String> files) {
        return ContentReader.read(RealContent.files().with(files, List.of()), ContentParts.ALL).problems().stream()
                .map(Problem::toString)
                .filter(line -> line.startsWith("map/"))
                .toList();
    }

    private static String text(String file) {
        return Objects.requireNonNull(RealContent.files().texts().get(file));
    }
}
