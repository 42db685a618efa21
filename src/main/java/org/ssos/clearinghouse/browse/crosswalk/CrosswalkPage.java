package org.ssos.clearinghouse.browse.crosswalk;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.Item;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Vocabularies.Area;
import org.ssos.clearinghouse.web.Chrome;

/**
 * The initiatives by two of their traits.
 *
 * @param notices what of the address could not be used
 * @param areas the choice of topics; empty where no axis holds topics
 * @param turned the same with rows and columns exchanged
 * @param wide whether the heads of the columns stand upright to save room
 * @param explained what a number means, where that is not plain
 * @param outside which initiatives stand in no row or no column, and why
 */
public record CrosswalkPage(
        Chrome chrome,
        List<String> notices,
        String caption,
        List<Option> rowChoices,
        List<Option> columnChoices,
        List<Option> areas,
        String turned,
        String csv,
        boolean wide,
        String corner,
        List<Item> heads,
        List<Row> rows,
        Row totals,
        String explained,
        List<Outside> outside) {
    /** More columns than this need upright heads, also on a wide screen. */
    private static final int FEW = 7;

    public record Option(String value, String label, boolean chosen) {}

    /** @param all how many there are in the row, whatever their column */
    public record Row(Item head, List<Cell> cells, Cell all) {}

    /**
     * @param path of the search that finds what is counted; absent where there is nothing to find
     * @param what is counted, for those who cannot see row and column
     */
    public record Cell(int count, @Nullable String path, String what) {}

    public record Outside(String why, List<Item> initiatives) {}

    static CrosswalkPage of(Chrome chrome, Crosswalk crosswalk, List<String> notices, Catalog catalog) {
        var request = crosswalk.request();
        var areas = catalog.vocabularies().areas();
        return new CrosswalkPage(
                chrome,
                notices,
                "Initiatives by " + name(request.rows()) + " (rows) and " + name(request.columns()) + " (columns)",
                choices(request.rows()),
                choices(request.columns()),
                request.hasTopics() ? areaChoices(areas, request.area()) : List.of(),
                "/crosswalk" + request.turned().query(),
                "/crosswalk.csv" + request.query(),
                crosswalk.columns().size() > FEW,
                corner(request.rows(), request.area()),
                crosswalk.columns().stream()
                        .map(line -> head(line, request.columns(), request))
                        .toList(),
                crosswalk.rows().stream()
                        .map(line -> row(crosswalk, List.of(line), head(line, request.rows(), request)))
                        .toList(),
                row(crosswalk, List.of(), new Item("All initiatives", null)),
                explained(request),
                Stream.of(
                                outside(request.rows(), crosswalk.outside(crosswalk.rows()), request, "row"),
                                outside(request.columns(), crosswalk.outside(crosswalk.columns()), request, "column"))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private static String name(Axis axis) {
        return switch (axis) {
            case TOPIC -> "topic";
            case LEVEL -> "level of support";
            case PRIORITY -> "state priority";
            case GROUP -> "student group";
            case AUDIENCE -> "whom it is for";
            case REGION -> "geographic lead region";
        };
    }

    private static List<Option> choices(Axis chosen) {
        return Arrays.stream(Axis.values())
                .map(axis -> new Option(axis.id(), axis.label(), axis == chosen))
                .toList();
    }

    private static List<Option> areaChoices(List<Area> areas, Optional<Area> chosen) {
        return Stream.concat(
                        Stream.of(new Option("", "All, by area", chosen.isEmpty())),
                        areas.stream()
                                .map(area -> new Option(
                                        area.id(),
                                        area.label(),
                                        chosen.filter(area::equals).isPresent())))
                .toList();
    }

    private static String corner(Axis rows, Optional<Area> area) {
        if (rows != Axis.TOPIC) return rows.label();
        return area.map(Area::label).orElse("Topic area");
    }

    /** An area opens into its topics, and a topic has a page. */
    private static Item head(Line line, Axis axis, CrosswalkRequest request) {
        if (axis != Axis.TOPIC) return new Item(line.label(), null);
        return new Item(
                line.label(),
                request.area().isPresent()
                        ? "/topics/" + line.id()
                        : "/crosswalk?rows=" + request.rows().id() + "&columns="
                                + request.columns().id() + "&area=" + line.id());
    }

    private static Row row(Crosswalk crosswalk, List<Line> line, Item head) {
        var name = line.isEmpty() ? "" : head.text();
        return new Row(
                head,
                crosswalk.columns().stream()
                        .map(column -> cell(
                                crosswalk.count(Stream.concat(line.stream(), Stream.of(column))
                                        .toList()),
                                name.isEmpty() ? column.label() : name + ", " + column.label()))
                        .toList(),
                cell(crosswalk.count(line), name));
    }

    private static Cell cell(Crosswalk.Count count, String where) {
        var what = (count.initiatives() == 1 ? " initiative" : " initiatives") + (where.isEmpty() ? "" : ": " + where);
        return new Cell(count.initiatives(), count.initiatives() == 0 ? null : count.address(), what);
    }

    private static String explained(CrosswalkRequest request) {
        var overlap = "An initiative that fits several rows or columns is counted in each, so the numbers of a row or"
                + " column add up to more than its total.";
        return request.rows() == Axis.REGION || request.columns() == Axis.REGION
                ? overlap + " A region counts every initiative that covers at least one of its counties, statewide ones"
                        + " included."
                : overlap;
    }

    private static Optional<Outside> outside(
            Axis axis, List<Entry> initiatives, CrosswalkRequest request, String line) {
        if (initiatives.isEmpty()) return Optional.empty();
        var number = initiatives.size() == 1 ? "1 initiative" : initiatives.size() + " initiatives";
        var state = initiatives.size() == 1 ? " states" : " state";
        var stand = initiatives.size() == 1 ? " stands" : " stand";
        var why = axis == Axis.TOPIC && request.area().isPresent()
                ? number + stand + " in no " + line + ": none of these topics is among theirs"
                : number + state + " no " + axis.one() + " and" + stand + " in no " + line;
        return Optional.of(new Outside(
                why,
                initiatives.stream()
                        .map(entry -> new Item(entry.title(), entry.path()))
                        .toList()));
    }
}
