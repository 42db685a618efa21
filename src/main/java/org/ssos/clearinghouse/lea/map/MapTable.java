package org.ssos.clearinghouse.lea.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ssos.clearinghouse.web.Body;
import org.ssos.clearinghouse.web.Site;

/** The counties as a spreadsheet: the numbers and the order of the page at the same address. */
record MapTable(MapRequest request, List<CountyNumber> numbers, CountyShapes drawn, Site site) {
    Body csv() {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(heads());
            for (var number : request.sorted(numbers)) printer.printRecord(record(number));
        } catch (IOException noFileIsWritten) {
            throw new UncheckedIOException(noFileIsWritten);
        }
        return new Body(
                "text/csv; charset=utf-8; header=present", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> heads() {
        return switch (request.measure()) {
            case Measure.Initiatives _, Measure.Named _ -> List.of("id", "county", "tile", "initiatives", "url");
            case Measure.Assistance _ ->
                List.of(
                        "id",
                        "county",
                        "tile",
                        "share_percent",
                        "differentiated_assistance",
                        "published_results",
                        "year",
                        "url");
        };
    }

    private List<Object> record(CountyNumber number) {
        var county = number.county();
        var tile = drawn.tiles().get(county.id());
        var record = new ArrayList<Object>(List.of(county.id(), county.name(), tile == null ? "" : tile.shortForm()));
        switch (request.measure()) {
            case Measure.Initiatives _, Measure.Named _ -> record.add(number.counted());
            case Measure.Assistance(var file) -> {
                record.add(number.isKnown() ? number.value() : "");
                record.add(number.counted());
                record.add(number.of());
                record.add(file.year());
            }
        }
        record.add(site.url("/counties/" + county.id()));
        return record;
    }
}
