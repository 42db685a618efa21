package org.ssos.clearinghouse.lea;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.ssos.clearinghouse.web.Body;
import org.ssos.clearinghouse.web.Cell;
import org.ssos.clearinghouse.web.Site;
import tools.jackson.databind.json.JsonMapper;

/** The list of LEAs as data: the same LEAs in the same order as the pages at the same address, all of them. */
final class LeasExport {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("cds", "name", "type", "county", "city", "authorizer", "status", "url")
            .get();

    private final LeasFound found;
    private final Site site;

    LeasExport(LeasFound found, Site site) {
        this.found = found;
        this.site = site;
    }

    Body json() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("kind", LeaNames.KIND);
        answer.put("total", found.leas().size());
        answer.put("of", found.catalog().part(Roster.PART).all().size());
        answer.put("content_version", found.catalog().version());
        answer.put("license", "CC BY 4.0");
        answer.put("results", found.leas().stream().map(this::object).toList());
        return new Body("application/json", JSON.writeValueAsBytes(answer));
    }

    Body csv() {
        var text = new StringBuilder();
        try (var table = new CSVPrinter(text, FORMAT)) {
            for (var lea : found.leas()) table.printRecord(row(lea).stream().map(Cell::harmless));
        } catch (IOException memoryNeverFails) {
            throw new UncheckedIOException(memoryNeverFails);
        }
        return new Body(
                "text/csv; charset=utf-8; header=present", text.toString().getBytes(UTF_8));
    }

    private Map<String, Object> object(Lea lea) {
        var object = new LinkedHashMap<String, Object>();
        object.put("cds", lea.cds());
        object.put("name", lea.name());
        object.put("type", lea.type().id());
        object.put("county", lea.county());
        if (lea.city() != null) object.put("city", lea.city());
        if (lea.authorizer() != null) object.put("authorizer", lea.authorizer());
        object.put("status", lea.status().id());
        object.put("url", site.url(lea.path()));
        return object;
    }

    private List<String> row(Lea lea) {
        return List.of(
                lea.cds(),
                lea.name(),
                lea.type().id(),
                lea.county(),
                lea.city() == null ? "" : lea.city(),
                lea.authorizer() == null ? "" : lea.authorizer(),
                lea.status().id(),
                site.url(lea.path()));
    }
}
