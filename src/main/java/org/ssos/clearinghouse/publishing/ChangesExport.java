package org.ssos.clearinghouse.publishing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.web.Body;
import org.ssos.clearinghouse.web.Cell;
import org.ssos.clearinghouse.web.Site;
import tools.jackson.databind.json.JsonMapper;

/** What changed as data: the same changes in the same order as the page, and as an Atom feed (RFC 4287). */
final class ChangesExport {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final List<ChangesPage.Row> rows;
    private final Site site;

    ChangesExport(List<ChangesPage.Row> rows, Site site) {
        this.rows = rows;
        this.site = site;
    }

    /** @param next the address of what follows */
    Body json(ChangesRequest request, @Nullable String next) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("since", request.first().toString());
        answer.put("until", request.last().toString());
        answer.put("license", "CC BY 4.0");
        answer.put("results", rows.stream().map(this::object).toList());
        answer.put("next", next == null ? null : site.url(next));
        return new Body("application/json", JSON.writeValueAsBytes(answer));
    }

    Body csv() {
        var text = new StringBuilder();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader("id", "kind", "title", "change", "fields", "at", "url", "history")
                .get();
        try (var printer = new CSVPrinter(text, format)) {
            for (var row : rows) printer.printRecord(cells(row).stream().map(Cell::harmless));
        } catch (IOException noFileIsWritten) {
            throw new UncheckedIOException(noFileIsWritten);
        }
        return new Body(
                "text/csv; charset=utf-8; header=present", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    Body atom() {
        try {
            var bytes = new ByteArrayOutputStream();
            var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            element(xml, "id", site.url("/feeds/changes.atom"));
            element(xml, "title", Site.NAME + ": what changed");
            element(xml, "updated", updated().toString());
            xml.writeStartElement("author");
            element(xml, "name", Site.NAME);
            xml.writeEndElement();
            link(xml, "self", "application/atom+xml", "/feeds/changes.atom");
            link(xml, "alternate", "text/html", "/changes");
            element(xml, "rights", "CC BY 4.0");
            for (var row : rows) entry(xml, row);
            xml.writeEndDocument();
            xml.close();
            return new Body("application/atom+xml; charset=utf-8", bytes.toByteArray());
        } catch (XMLStreamException nothingIsRead) {
            throw new IllegalStateException(nothingIsRead);
        }
    }

    private void entry(XMLStreamWriter xml, ChangesPage.Row row) throws XMLStreamException {
        var change = row.change();
        xml.writeStartElement("entry");
        element(xml, "id", site.url(change.path()));
        element(xml, "title", change.what().label() + ": " + change.title());
        element(xml, "updated", change.at().toString());
        link(xml, "alternate", "text/html", row.history() == null ? "/changes" : row.history());
        element(
                xml,
                "summary",
                change.fields().isEmpty()
                        ? change.what().label()
                        : "What reads differently: " + change.fieldsInWords());
        xml.writeEndElement();
    }

    /** Of a feed without entries, the day of the content. */
    private Instant updated() {
        return rows.stream()
                .map(row -> row.change().at())
                .findFirst()
                .orElseGet(() -> site.contentDate()
                        .get()
                        .firstDay()
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
    }

    private void link(XMLStreamWriter xml, String rel, String type, String path) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", site.url(path));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private Map<String, Object> object(ChangesPage.Row row) {
        var change = row.change();
        var object = new LinkedHashMap<String, Object>();
        object.put("id", change.entry().value());
        object.put("kind", change.kind().id());
        object.put("title", change.title());
        object.put("change", change.what().id());
        object.put("fields", change.fields());
        object.put("at", change.at().toString());
        if (row.path() != null) object.put("url", site.url(row.path()));
        if (row.history() != null) object.put("history", site.url(row.history()));
        return object;
    }

    private List<String> cells(ChangesPage.Row row) {
        var change = row.change();
        return List.of(
                change.entry().value(),
                change.kind().id(),
                change.title(),
                change.what().id(),
                String.join("; ", change.fields()),
                change.at().toString(),
                row.path() == null ? "" : site.url(row.path()),
                row.history() == null ? "" : site.url(row.history()));
    }
}
