package org.ssos.clearinghouse.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.search.Snapshots;
import org.ssos.clearinghouse.training.Training;
import org.ssos.clearinghouse.training.Trainings;
import org.ssos.clearinghouse.web.Body;
import org.ssos.clearinghouse.web.Section;
import org.ssos.clearinghouse.web.Site;

/** Tells search engines what there is, and browsers how to search here. */
public final class DiscoveryHandler {
    private static final List<String> PAGES = List.of(
            "/",
            "/new-leaders/steps",
            "/new-leaders/awareness",
            "/cohorts",
            "/new-leaders/samples/superintendent",
            "/new-leaders/samples/principal",
            "/new-leaders/samples/charter-leader",
            "/new-leaders/samples/coe-staff",
            "/resources",
            "/agencies",
            "/stories",
            "/updates",
            "/events",
            "/changes",
            "/topics",
            "/counties",
            "/regions",
            "/selpas",
            "/levels",
            "/roles",
            "/law",
            "/questions",
            "/school-year",
            "/priorities",
            "/training",
            "/glossary",
            "/feedback",
            "/help",
            "/about");
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String OPEN_SEARCH = "http://a9.com/-/spec/opensearch/1.1/";

    private final Snapshots snapshots;
    private final Site site;

    /** Writes the inside of a document. */
    private interface Writing {
        void into(XMLStreamWriter xml) throws XMLStreamException;
    }

    public DiscoveryHandler(Snapshots snapshots, Site site) {
        this.snapshots = snapshots;
        this.site = site;
    }

    public void addRoutes(RoutesConfig routes) {
        routes.get("/robots.txt", this::showRobots);
        routes.get("/sitemap.xml", this::showSitemap);
        routes.get("/opensearch.xml", this::showOpenSearch);
    }

    /** Every combination of filters is an address; following them all would help nobody. */
    private void showRobots(Context ctx) {
        var text = """
                User-agent: *
                Disallow: /search?
                Disallow: /search.json
                Disallow: /search.csv
                Disallow: /crosswalk?
                Disallow: /map?
                Disallow: /leas?
                Disallow: /changes?
                Disallow: /feedback?
                Disallow: /api/
                Disallow: /roadmaps/
                Disallow: /cohorts/

                Sitemap: %s
                """.formatted(site.url("/sitemap.xml"));
        new Body("text/plain; charset=utf-8", text.getBytes(UTF_8)).sendTo(ctx);
    }

    private void showSitemap(Context ctx) throws XMLStreamException {
        var catalog = snapshots.catalog();
        var topics = catalog.vocabularies().topics().all().stream().map(topic -> "/topics/" + topic.id());
        var sections = Stream.of(Section.values()).map(Section::path);
        var trainings = catalog.part(Trainings.PART).all().stream().map(Training::path);
        var pages = Stream.of(PAGES.stream(), sections, topics, trainings)
                .flatMap(paths -> paths)
                .toList();
        new Body("application/xml; charset=utf-8", document("urlset", SITEMAP, xml -> {
                    for (var page : pages) place(xml, page, null);
                    for (var entry : catalog.all()) place(xml, entry.path(), lastChanged(entry));
                }))
                .sendTo(ctx);
    }

    private void place(XMLStreamWriter xml, String path, @Nullable PartialDate changed) throws XMLStreamException {
        xml.writeStartElement("url");
        element(xml, "loc", site.url(path));
        if (changed != null) element(xml, "lastmod", changed.iso());
        xml.writeEndElement();
    }

    private static @Nullable PartialDate lastChanged(Entry entry) {
        var check = entry.vetting() == null ? null : entry.vetting().factsChecked();
        return check == null ? entry.provenance().compiled() : check.on();
    }

    private void showOpenSearch(Context ctx) throws XMLStreamException {
        new Body(
                        "application/opensearchdescription+xml; charset=utf-8",
                        document("OpenSearchDescription", OPEN_SEARCH, xml -> {
                            element(xml, "ShortName", "SSOS"); // browsers show up to 16 letters
                            element(xml, "LongName", Site.NAME);
                            element(
                                    xml,
                                    "Description",
                                    "Search every support of California’s Statewide System of Support.");
                            element(xml, "InputEncoding", "UTF-8");
                            element(xml, "Image", site.url("/favicon.ico"));
                            url(xml, "text/html", "/search?q={searchTerms}");
                            url(xml, "application/json", "/api/v1/search?q={searchTerms}");
                        }))
                .sendTo(ctx);
    }

    private void url(XMLStreamWriter xml, String type, String template) throws XMLStreamException {
        xml.writeEmptyElement("Url");
        xml.writeAttribute("type", type);
        xml.writeAttribute("template", site.url(template));
    }

    private static byte[] document(String root, String namespace, Writing inside) throws XMLStreamException {
        var bytes = new ByteArrayOutputStream();
        var xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement(root);
        xml.writeDefaultNamespace(namespace);
        inside.into(xml);
        xml.writeEndDocument();
        xml.close();
        return bytes.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
