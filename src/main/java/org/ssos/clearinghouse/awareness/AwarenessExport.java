package org.ssos.clearinghouse.awareness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ssos.clearinghouse.web.Body;
import tools.jackson.databind.json.JsonMapper;

/** The numbers of the page as data: every school year that is over, and no number that the page leaves out. */
record AwarenessExport(List<Published> years) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Body csv() {
        var text = new StringBuilder();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader("school_year", "margin", "row", "label", "question", "answer", "n", "left_out")
                .get();
        try (var printer = new CSVPrinter(text, format)) {
            for (var year : years) {
                for (var table : year.margins()) {
                    for (var row : table.rows()) print(printer, year, table, row);
                }
            }
        } catch (IOException noFileIsWritten) {
            throw new UncheckedIOException(noFileIsWritten);
        }
        return new Body(
                "text/csv; charset=utf-8; header=present", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void print(CSVPrinter printer, Published year, Published.Table table, Published.Row row)
            throws IOException {
        var numbers = row.numbers();
        var margin = table.margin().id();
        if (numbers == null) {
            printer.printRecord(year.year(), margin, row.id(), row.label(), "", "", "", "yes");
            return;
        }
        for (var number : numbers.entrySet()) {
            printer.printRecord(
                    year.year(),
                    margin,
                    row.id(),
                    row.label(),
                    number.getKey().item(),
                    number.getKey().answer(),
                    number.getValue(),
                    "no");
        }
    }

    Body json() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("license", "CC BY 4.0");
        answer.put("least", LeavingOut.LEAST);
        answer.put("school_years", years.stream().map(AwarenessExport::year).toList());
        return new Body("application/json", JSON.writeValueAsBytes(answer));
    }

    private static Map<String, Object> year(Published year) {
        var object = new LinkedHashMap<String, Object>();
        object.put("school_year", year.year().label());
        object.put("agreed", year.agreed());
        object.put(
                "questions",
                year.items().stream().map(AwarenessExport::question).toList());
        object.put(
                "questions_left_out", year.itemsLeftOut().stream().map(Item::id).toList());
        object.put(
                "margins", year.margins().stream().map(AwarenessExport::margin).toList());
        return object;
    }

    private static Map<String, Object> question(Item item) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", item.id());
        object.put("text", item.name());
        var answers = new LinkedHashMap<String, String>();
        item.answers().forEach(answer -> answers.put(answer.id(), answer.label()));
        object.put("answers", answers);
        return object;
    }

    private static Map<String, Object> margin(Published.Table table) {
        return Map.of(
                "id",
                table.margin().id(),
                "rows",
                table.rows().stream().map(AwarenessExport::row).toList());
    }

    private static Map<String, Object> row(Published.Row row) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", row.id());
        object.put("label", row.label());
        var numbers = row.numbers();
        object.put("left_out", numbers == null);
        if (numbers != null) {
            var counts = new LinkedHashMap<String, Map<String, Integer>>();
            numbers.forEach((cell, n) -> counts.computeIfAbsent(cell.item(), _ -> new LinkedHashMap<>())
                    .put(cell.answer(), n));
            object.put("counts", counts);
        }
        return object;
    }
}
