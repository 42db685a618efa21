package org.ssos.clearinghouse.lea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.ListPage.Option;
import org.ssos.clearinghouse.browse.ListPage.Select;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.web.Chrome;

/**
 * The list of LEAs, and the way to one's own.
 *
 * @param found how many there are, in words
 * @param sure the one that is just what was typed
 * @param unknown values of filters that are none
 * @param previous address of the page before
 * @param next address of the page behind
 */
public record LeasPage(
        Chrome chrome,
        String words,
        String found,
        boolean narrowed,
        @Nullable Row sure,
        List<String> unknown,
        List<Select> selects,
        List<Row> rows,
        String position,
        @Nullable String previous,
        @Nullable String next,
        String jsonPath,
        String csvPath) {
    static final String PATH = "/leas";

    /** So many names one looks over without losing the place. */
    private static final int ROWS = 50;

    /**
     * An LEA in the list.
     *
     * @param mark said beside the name where it is not open
     */
    public record Row(
            String cds,
            String name,
            String path,
            String detail,
            String type,
            String county,
            String city,
            @Nullable String mark) {}

    static LeasPage of(Chrome chrome, LeasFound found) {
        var request = found.request();
        int pages = Math.max(1, (found.leas().size() + ROWS - 1) / ROWS);
        int page = Math.min(request.page(), pages);
        int from = (page - 1) * ROWS;
        int until = Math.min(found.leas().size(), from + ROWS);
        return new LeasPage(
                chrome,
                request.words(),
                foundInWords(found),
                request.isNarrowed(),
                found.sure() == null ? null : row(found.sure(), found.catalog()),
                unknown(request, found.catalog()),
                List.of(counties(request, found.catalog()), types(request)),
                found.leas().subList(from, until).stream()
                        .map(lea -> row(lea, found.catalog()))
                        .toList(),
                pages == 1 ? "" : "Page " + page + " of " + pages,
                page > 1 ? PATH + request.onPage(page - 1).query() : null,
                page < pages ? PATH + request.onPage(page + 1).query() : null,
                PATH + ".json" + request.onPage(1).query(),
                PATH + ".csv" + request.onPage(1).query());
    }

    private static String foundInWords(LeasFound found) {
        int number = found.leas().size();
        if (!found.request().isNarrowed()) return "All " + number + " LEAs";
        return number == 1 ? "1 LEA" : number + " LEAs";
    }

    private static List<String> unknown(LeasRequest request, Catalog catalog) {
        var unknown = new ArrayList<String>();
        if (!request.county().isEmpty()
                && catalog.vocabularies().counties().find(request.county()).isEmpty()) unknown.add(request.county());
        if (!request.type().isEmpty() && LeaType.of(request.type()).isEmpty()) unknown.add(request.type());
        return unknown;
    }

    private static Select counties(LeasRequest request, Catalog catalog) {
        return new Select(
                "county",
                "County",
                "All counties",
                catalog.vocabularies().counties().all().stream()
                        .map(county -> new Option(
                                county.id(), county.name(), county.id().equals(request.county())))
                        .toList());
    }

    private static Select types(LeasRequest request) {
        return new Select(
                "type",
                "Type",
                "All types",
                Arrays.stream(LeaType.values())
                        .map(type ->
                                new Option(type.id(), type.label(), type.id().equals(request.type())))
                        .toList());
    }

    private static Row row(Lea lea, Catalog catalog) {
        return new Row(
                lea.cds(),
                lea.name(),
                lea.path(),
                LeaNames.detail(lea, catalog),
                lea.type().label(),
                LeaNames.county(lea, catalog),
                lea.city() == null ? "" : lea.city(),
                lea.status() == LeaStatus.ACTIVE ? null : lea.status().label());
    }
}
