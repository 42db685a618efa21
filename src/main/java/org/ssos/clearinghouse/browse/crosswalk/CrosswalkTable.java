package org.ssos.clearinghouse.browse.crosswalk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ssos.clearinghouse.web.Body;

/** The crosswalk as a spreadsheet: the rows, columns and numbers of the page at the same address. */
record CrosswalkTable(Crosswalk crosswalk) {
    Body csv() {
        var text = new StringBuilder();
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(heads());
            for (var row : crosswalk.rows()) printer.printRecord(record(row.id(), row.label(), List.of(row)));
            printer.printRecord(record("all", "All initiatives", List.of()));
        } catch (IOException noFileIsWritten) {
            throw new UncheckedIOException(noFileIsWritten);
        }
        return new Body(
                "text/csv; charset=utf-8; header=present", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> heads() {
        var heads = new ArrayList<>(List.of("id", crosswalk.request().rows().id()));
        for (var column : crosswalk.columns()) heads.add(column.label());
        heads.add("All");
        return heads;
    }

    private List<Object> record(String id, String label, List<Line> row) {
        var values = new ArrayList<Object>(List.of(id, label));
        for (var column : crosswalk.columns()) {
            values.add(crosswalk
                    .count(Stream.concat(row.stream(), Stream.of(column)).toList())
                    .initiatives());
        }
        values.add(crosswalk.count(row).initiatives());
        return values;
    }
}
