package org.ssos.clearinghouse.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.RealContent;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class DiscoveryTest {
    @Test
    void robots_are_kept_from_endless_filters_and_sent_to_the_sitemap() {
        assertThat(RealSite.get("/robots.txt").body())
                .contains(
                        "User-agent: *",
                        "Disallow: /search?",
                        "Disallow: /roadmaps/",
                        "Sitemap: " + RealSite.url() + "/sitemap.xml");
    }

    @Test
    void the_sitemap_lists_pages_that_exist_and_every_entry() throws Exception {
        var places = texts(xml("/sitemap.xml"), "loc");
        assertThat(places).doesNotHaveDuplicates().allMatch(place -> place.startsWith(RealSite.url()));
        for (var entry : RealContent.catalog().all()) assertThat(places).contains(RealSite.url() + entry.path());
        for (var place : places) {
            var path = place.substring(RealSite.url().length());
            assertThat(RealSite.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void the_sitemap_says_when_facts_were_put_together() throws Exception {
        assertThat(texts(xml("/sitemap.xml"), "lastmod"))
                .isNotEmpty()
                .allMatch(day -> day.matches("\\d{4}(-\\d{2}(-\\d{2})?)?"));
    }

    @Test
    void browsers_learn_how_to_search_here() throws Exception {
        var description = xml("/opensearch.xml");
        var urls = description.getElementsByTagName("Url");
        var template = ((Element) urls.item(0)).getAttribute("template");
        assertThat(texts(description, "ShortName")).first().asString().hasSizeLessThanOrEqualTo(16);
        assertThat(template).isEqualTo(RealSite.url() + "/search?q={searchTerms}");
        assertThat(RealSite.get("/search?q=mtss").statusCode()).isEqualTo(200);
    }

    private static Document xml(String path) throws Exception {
        var answer = RealSite.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(UTF_8)));
    }

    private static List<String> texts(Document document, String name) {
        var texts = new ArrayList<String>();
        var elements = document.getElementsByTagName(name);
        for (int i = 0; i < elements.getLength(); i++)
            texts.add(elements.item(i).getTextContent());
        return texts;
    }
}
