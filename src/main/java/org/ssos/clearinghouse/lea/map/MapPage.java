package org.ssos.clearinghouse.lea.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Vocabularies.County;
import org.ssos.clearinghouse.lea.map.MapRequest.Sort;
import org.ssos.clearinghouse.lea.map.MapRequest.View;
import org.ssos.clearinghouse.web.Chrome;

/**
 * The counties on a map and in a table, with the same numbers.
 *
 * @param notices what of the address could not be used
 * @param heading what is shown
 * @param explained what the numbers mean, a sentence or two each
 * @param sort what the form carries along; absent for the usual order
 * @param legend the ranges of the colours, low to high
 * @param tiles the map as tiles; empty in the other view
 * @param shapes the map as shapes; empty in the other view
 */
public record MapPage(
        Chrome chrome,
        List<String> notices,
        String heading,
        List<String> explained,
        List<Option> measures,
        List<Option> views,
        @Nullable String sort,
        List<Legend> legend,
        List<Tile> tiles,
        String tilesBox,
        List<Shape> shapes,
        String shapesBox,
        List<Head> heads,
        List<Row> rows,
        Row state,
        String csv) {
    private static final int TILE_WIDTH = 60;
    private static final int TILE_HEIGHT = 56;

    /** From the middle of a number in the sea to where the line to its county begins. */
    private static final int BESIDE = 62;

    public record Option(String value, String label, boolean chosen) {}

    /** @param step the class of its colour, {@code m0} to {@code m4} */
    public record Legend(String step, String label) {}

    /** @param name all that a screen reader says, beginning with what stands on the tile */
    public record Tile(
            String step, String path, String name, String county, String shortForm, String shown, int x, int y) {
        public int middle() {
            return x + 29;
        }
    }

    /** @param line from the county to a number that stands outside of it, as a path */
    public record Shape(
            String step,
            String path,
            String name,
            String county,
            String outline,
            String shown,
            int x,
            int y,
            boolean inside,
            @Nullable String line) {}

    /** @param order {@code ascending} or {@code descending} for what the table is sorted by */
    public record Head(
            String label, @Nullable String path, @Nullable String order) {}

    /**
     * @param path of the county's page
     * @param search that finds what is counted; absent where it is not found by search
     * @param behind the numbers behind a share
     */
    public record Row(
            String county,
            @Nullable String path,
            String shortForm,
            String shown,
            @Nullable String search,
            @Nullable String behind) {}

    static MapPage of(
            Chrome chrome,
            MapRequest.Reading reading,
            List<Measure> offered,
            List<CountyNumber> numbers,
            CountyShapes drawn,
            int initiatives) {
        var request = reading.request();
        var steps = Steps.of(numbers);
        var byCounty = numbers.stream()
                .collect(Collectors.toMap(number -> number.county().id(), Function.identity()));
        boolean shapes = request.view() == View.SHAPES;
        return new MapPage(
                chrome,
                reading.notices(),
                request.measure().label(),
                explained(request.measure(), offered, numbers),
                offered.stream()
                        .map(measure -> new Option(measure.id(), measure.label(), measure.equals(request.measure())))
                        .toList(),
                Stream.of(View.values())
                        .map(view -> new Option(view.id(), view.label(), view == request.view()))
                        .toList(),
                request.sortId().equals(Sort.NAME.id()) ? null : request.sortId(),
                legend(steps),
                shapes ? List.of() : tiles(drawn, byCounty, steps),
                tilesBox(drawn),
                shapes ? shapes(drawn, byCounty, steps) : List.of(),
                "0 0 " + drawn.width() + " " + drawn.height(),
                heads(request),
                request.sorted(numbers).stream()
                        .map(number -> row(number, drawn, request))
                        .toList(),
                state(numbers, initiatives),
                "/map.csv" + request.query());
    }

    private static List<String> explained(Measure measure, List<Measure> offered, List<CountyNumber> numbers) {
        return switch (measure) {
            case Measure.Initiatives _ ->
                List.of(
                        "Counts the initiatives that are statewide or name the county, its region or one of its LEAs as"
                                + " covered. Each number in the table leads to them.",
                        Steps.of(numbers).all().size() == 1
                                ? "Every county is covered by the same number, so the map has one color."
                                : "No initiative here is the only way to help: ask your county office.");
            case Measure.Named _ ->
                List.of("Counts the initiatives whose description names a lead agency or center that serves the county."
                        + " The others serve the county too, from one place for the whole state.");
            case Measure.Assistance(var file) ->
                List.of(
                        "Differentiated assistance is help that an LEA is eligible for. The share is that of the "
                                + numbers.stream().mapToInt(CountyNumber::of).sum()
                                + " districts and county offices in the state’s file for the " + file.year()
                                + " Dashboard. A report that covers two districts counts once. Charter schools are"
                                + " published separately and not held here.",
                        "Newest year held: " + newest(offered)
                                + ". There were no determinations in 2020 and 2021. The state publishes later ones; they"
                                + " are not held here yet.",
                        "Source: " + file.source().name() + dated(file.source().date()) + ".");
        };
    }

    private static String dated(@Nullable PartialDate date) {
        return date == null ? "" : ", " + date.words();
    }

    private static int newest(List<Measure> offered) {
        return offered.stream()
                .mapToInt(measure -> measure instanceof Measure.Assistance(var file) ? file.year() : 0)
                .max()
                .orElse(0);
    }

    private static List<Legend> legend(Steps steps) {
        var legend = new ArrayList<Legend>();
        for (var step : steps.all()) legend.add(new Legend("m" + legend.size(), step.label()));
        return legend;
    }

    private static List<Tile> tiles(CountyShapes drawn, Map<String, CountyNumber> numbers, Steps steps) {
        return drawn.tiles().values().stream()
                .flatMap(tile -> Stream.ofNullable(numbers.get(tile.county()))
                        .map(number -> new Tile(
                                "m" + steps.of(number),
                                path(number.county()),
                                tile.shortForm() + " " + number.shown() + ", " + inWords(number),
                                number.county().name(),
                                tile.shortForm(),
                                number.shown(),
                                (tile.column() - 1) * TILE_WIDTH + 3,
                                (tile.row() - 1) * TILE_HEIGHT + 3)))
                .toList();
    }

    private static String tilesBox(CountyShapes drawn) {
        int columns = drawn.tiles().values().stream()
                .mapToInt(CountyShapes.Tile::column)
                .max()
                .orElse(1);
        int rows = drawn.tiles().values().stream()
                .mapToInt(CountyShapes.Tile::row)
                .max()
                .orElse(1);
        return "0 0 " + (columns * TILE_WIDTH + 4) + " " + (rows * TILE_HEIGHT + 4);
    }

    private static List<Shape> shapes(CountyShapes drawn, Map<String, CountyNumber> numbers, Steps steps) {
        return drawn.order().stream()
                .flatMap(county -> Stream.ofNullable(drawn.shapes().get(county))
                        .flatMap(shape ->
                                Stream.ofNullable(numbers.get(county)).map(number -> shape(shape, number, steps))))
                .toList();
    }

    private static Shape shape(CountyShapes.Shape shape, CountyNumber number, Steps steps) {
        var at = shape.number();
        return new Shape(
                "m" + steps.of(number),
                path(number.county()),
                number.shown() + ", " + inWords(number),
                number.county().name(),
                shape.path(),
                number.shown(),
                at.x(),
                at.y(),
                shape.inside(),
                shape.inside()
                        ? null
                        : "M" + (at.x() + BESIDE) + " " + at.y() + "L"
                                + shape.middle().x() + " " + shape.middle().y());
    }

    private static String inWords(CountyNumber number) {
        var name = number.county().name() + " County";
        return number.isShare() ? name + ", " + number.counted() + " of " + number.of() + " LEAs" : name;
    }

    private static String path(County county) {
        return "/counties/" + county.id();
    }

    private static List<Head> heads(MapRequest request) {
        var share = request.measure() instanceof Measure.Assistance;
        var heads = new ArrayList<Head>();
        heads.add(head("County", Sort.NAME, request));
        heads.add(new Head("Tile", null, null));
        heads.add(head(share ? "Share" : "Initiatives", Sort.VALUE, request));
        if (share) heads.add(new Head("LEAs", null, null));
        return heads;
    }

    private static Head head(String label, Sort sort, MapRequest request) {
        var order = request.sort() != sort ? null : request.descending() ? "descending" : "ascending";
        return new Head(label, "/map" + request.by(sort).query() + "#table", order);
    }

    private static Row row(CountyNumber number, CountyShapes drawn, MapRequest request) {
        var tile = drawn.tiles().get(number.county().id());
        return new Row(
                number.county().name(),
                path(number.county()),
                tile == null ? "" : tile.shortForm(),
                number.shown(),
                request.measure() instanceof Measure.Initiatives
                        ? search(number.county().id())
                        : null,
                behind(number));
    }

    private static String search(@Nullable String county) {
        return "/search?kind=" + Kind.INITIATIVE.id() + (county == null ? "" : "&county=" + county);
    }

    private static @Nullable String behind(CountyNumber number) {
        return number.isShare() ? number.counted() + " of " + number.of() : null;
    }

    /** All counties together, so that a county can be read beside the state. */
    private static Row state(List<CountyNumber> numbers, int initiatives) {
        boolean share = numbers.getFirst().isShare();
        var all = new CountyNumber(
                new County("california", "California", ""),
                share ? numbers.stream().mapToInt(CountyNumber::counted).sum() : initiatives,
                share ? numbers.stream().mapToInt(CountyNumber::of).sum() : initiatives,
                share);
        return new Row("California", null, "", all.shown(), share ? null : search(null), behind(all));
    }
}
