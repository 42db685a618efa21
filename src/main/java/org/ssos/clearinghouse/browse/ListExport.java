package org.ssos.clearinghouse.browse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.web.Body;
import org.ssos.clearinghouse.web.Cell;
import org.ssos.clearinghouse.web.Site;
import tools.jackson.databind.json.JsonMapper;

/** A list as data: the same entries in the same order as the page at the same address. */
final class ListExport {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ListHandler.Listed listed;
    private final Site site;

    ListExport(ListHandler.Listed listed, Site site) {
        this.listed = listed;
        this.site = site;
    }

    Body json() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("kind", listed.inventory().kind().id());
        answer.put("total", listed.listing().entries().size());
        answer.put("of", listed.listing().total());
        answer.put("content_version", listed.catalog().version());
        answer.put("license", "CC BY 4.0");
        answer.put(
                "results", listed.listing().entries().stream().map(this::object).toList());
        return new Body("application/json", JSON.writeValueAsBytes(answer));
    }

    Body csv() {
        var heads = new ArrayList<>(List.of("id", "title", "acronym", "summary"));
        for (var column : listed.inventory().columns()) heads.add(column.id());
        heads.add("url");
        var text = new StringBuilder();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader(heads.toArray(String[]::new))
                .get();
        try (var printer = new CSVPrinter(text, format)) {
            for (var entry : listed.listing().entries())
                printer.printRecord(row(entry).stream().map(Cell::harmless));
        } catch (IOException noFileIsWritten) {
            throw new UncheckedIOException(noFileIsWritten);
        }
        return new Body(
                "text/csv; charset=utf-8; header=present", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> object(Entry entry) {
        var object = new LinkedHashMap<String, Object>();
        object.put("id", entry.id().value());
        object.put("title", entry.title());
        if (entry.acronym() != null) object.put("acronym", entry.acronym());
        object.put("summary", entry.summary());
        for (var column : listed.inventory().columns()) {
            object.put(column.id(), column.of(entry).stream().map(Item::text).toList());
        }
        object.put("url", site.url(entry.path()));
        return object;
    }

    private List<String> row(Entry entry) {
        var row = new ArrayList<String>();
        row.add(entry.id().value());
        row.add(entry.title());
        row.add(entry.acronym() == null ? "" : entry.acronym());
        row.add(entry.summary());
        for (var column : listed.inventory().columns()) row.add(column.textOf(entry));
        row.add(site.url(entry.path()));
        return row;
    }
}
