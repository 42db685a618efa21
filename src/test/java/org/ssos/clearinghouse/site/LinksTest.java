package org.ssos.clearinghouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows every link from the home page on. What stands behind a question mark is opened, but not searched for more
 * links, because combinations have no end; {@link Addresses} lends some of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksTest {
    /** A site that links to more than this has lost its measure. */
    private static final int MOST_PAGES = 12_000;

    /** What a form sends is no link. */
    private static final Pattern LINK = Pattern.compile("\\s(?:href|src|(?<!method=\"post\" )action)=\"([^\"]*)\"");

    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");
    private static final Pattern DATA = Pattern.compile("<script type=\"application/ld\\+json\">([\\s\\S]*?)</script>");

    private static final Pattern ELSEWHERE =
            Pattern.compile("https?://[^/?#]+\\.[^/?#]+.*|mailto:\\S+@\\S+\\.\\S+|tel:\\+1[0-9]{10}(;ext=[0-9]+)?");

    private record Page(int status, Set<String> links, List<String> ids, List<String> data) {
        static Page at(String path) {
            var answer = RealSite.get(path);
            var type = answer.headers().firstValue("Content-Type").orElse("");
            var html = type.startsWith("text/html") ? answer.body() : "";
            return new Page(
                    answer.statusCode(),
                    found(LINK, html).map(LinksTest::address).collect(Collectors.toSet()),
                    found(ID, html).toList(),
                    found(DATA, html).toList());
        }

        Stream<String> internal() {
            return links.stream().filter(link -> link.startsWith("/") || link.startsWith("#"));
        }
    }

    private final Map<String, Page> pages = new LinkedHashMap<>();

    @BeforeAll
    void followEveryLink() {
        var open = new ArrayDeque<>(List.of("/"));
        var searched =
                Addresses.all().filter(address -> address.status() == 200).map(Addresses.Address::path);
        searched.map(LinksTest::withoutFragment).forEach(open::add);
        var starts = Set.copyOf(open);
        while (!open.isEmpty() && pages.size() < MOST_PAGES) {
            var path = open.remove();
            if (pages.containsKey(path)) continue;
            var page = Page.at(path);
            pages.put(path, page);
            if (path.contains("?") && !starts.contains(path)) continue;
            page.internal()
                    .map(LinksTest::withoutFragment)
                    .filter(link -> !link.isEmpty())
                    .forEach(open::add);
        }
    }

    @Test
    void every_link_inside_the_site_leads_to_a_page() {
        assertThat(pages.size()).isLessThan(MOST_PAGES);
        assertThat(pages.entrySet())
                .filteredOn(page -> page.getValue().status() != 200)
                .extracting(Map.Entry::getKey)
                .isEmpty();
    }

    @Test
    void a_link_to_a_place_on_a_page_finds_it_there() {
        var lost = new TreeSet<String>();
        pages.forEach((path, page) -> page.internal()
                .filter(link -> link.contains("#"))
                .forEach(link -> {
                    var target = pages.get(link.startsWith("#") ? path : withoutFragment(link));
                    if (target != null && !target.ids().contains(link.substring(link.indexOf('#') + 1))) {
                        lost.add(path + " → " + link);
                    }
                }));
        assertThat(lost).isEmpty();
    }

    @Test
    void every_entry_and_every_topic_is_reached() {
        var entries = RealContent.catalog().all().stream().map(Entry::path);
        var topics =
                RealContent.catalog().vocabularies().topics().all().stream().map(topic -> "/topics/" + topic.id());
        assertThat(pages).containsKeys(Stream.concat(entries, topics).toArray(String[]::new));
    }

    @Test
    void no_page_gives_an_id_twice() {
        pages.forEach((path, page) -> assertThat(page.ids()).as(path).doesNotHaveDuplicates());
    }

    @Test
    void a_link_to_elsewhere_is_an_address() {
        var elsewhere = pages.values().stream()
                .flatMap(page -> page.links().stream())
                .filter(link -> !link.startsWith("/") && !link.startsWith("#"))
                .collect(Collectors.toSet());
        assertThat(elsewhere).hasSizeGreaterThan(300);
        assertThat(elsewhere).filteredOn(link -> !isAddress(link)).isEmpty();
    }

    @Test
    void what_search_engines_are_told_is_schema_org_and_says_what_the_page_is() {
        var types = new HashMap<String, String>();
        pages.forEach((path, page) -> page.data().forEach(text -> {
            var data = JsonMapper.shared().readTree(text);
            assertThat(data.path("@context").asString()).as(path).isEqualTo("https://schema.org");
            types.put(path, type(data));
        }));
        assertThat(types)
                .containsKeys(
                        RealContent.catalog().all().stream().map(Entry::path).toArray(String[]::new));
        assertThat(types.values()).doesNotContain("");
    }

    private static String type(JsonNode data) {
        return data.has("@graph")
                ? data.get("@graph").get(0).path("@type").asString()
                : data.path("@type").asString();
    }

    private static boolean isAddress(String link) {
        try {
            return new URI(link).isAbsolute() && ELSEWHERE.matcher(link).matches();
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** A link as a browser understands it; the site's own full addresses, such as the canonical one, as paths. */
    private static String address(String link) {
        var address = Parser.unescapeEntities(link, true);
        return address.startsWith(RealSite.url() + "/")
                ? address.substring(RealSite.url().length())
                : address;
    }

    private static String withoutFragment(String link) {
        return link.replaceFirst("#.*", "");
    }

    private static Stream<String> found(Pattern pattern, String html) {
        return pattern.matcher(html).results().map((MatchResult match) -> match.group(1));
    }
}
