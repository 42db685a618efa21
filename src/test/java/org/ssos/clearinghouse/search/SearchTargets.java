package org.ssos.clearinghouse.search;

import static org.ssos.clearinghouse.fuzz.Target.require;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jsoup.Jsoup;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.fuzz.Inputs;
import org.ssos.clearinghouse.fuzz.Seeds;
import org.ssos.clearinghouse.fuzz.Target;
import org.ssos.clearinghouse.web.Assets;
import org.ssos.clearinghouse.web.Cell;
import org.ssos.clearinghouse.web.Site;
import tools.jackson.databind.json.JsonMapper;

/** Search, tried with addresses, questions and beginnings of words. */
public final class SearchTargets {
    private static final Snapshot SNAPSHOT = new Snapshot(RealContent.catalog(), RealSearch.get());
    private static final CatalogTexts TEXTS = new CatalogTexts(RealContent.catalog());
    private static final PartialDate TODAY = new PartialDate("2026-11-21");
    private static final Site SITE =
            new Site(() -> "https://directory.example.org", null, null, false, () -> TODAY, new Assets());

    /** A table holds up to a thousand rows, so not every input makes one. */
    private static final int TABLES = 16;

    private SearchTargets() {}

    /** What stands behind the question mark, down to the answer as JSON and as a table. */
    public static Target addresses() {
        var seeds = new ArrayList<String>();
        var values = new ArrayList<String>();
        RealSearch.get()
                .search(SearchRequest.of(""))
                .counts()
                .forEach((facet, counts) -> counts.keySet().stream()
                        .limit(20)
                        .forEach(value -> values.add("&" + facet.parameter() + "=" + value)));
        var random = new java.util.Random(1);
        for (var query : Seeds.queries()) {
            seeds.add("q=" + Seeds.encoded(query) + values.get(random.nextInt(values.size()))
                    + values.get(random.nextInt(values.size())) + "&page=2&size=20");
        }
        seeds.add("q=literacy&sort=title&lea=0110017&verbatim=1&all=topic");
        values.addAll(List.of("&sort=checked", "&page=", "&size=100", "&lea=none", "&verbatim=1", "&q="));
        return new Target("search", new Inputs(seeds, values), SearchTargets::searchByAddress);
    }

    /** What people type. */
    public static Target queries() {
        var words = List.of("kind:resource", "level:", "-\"", "\"\" ", "what is an ", "LCAP", "AND", "OR", "NOT", "~");
        return new Target("query", new Inputs(Seeds.queries(), words), SearchTargets::searchByWords);
    }

    /** @param lookup what is found by its name beside the entries */
    public static Target suggestions(Lookup lookup) {
        var suggester = new Suggester(RealContent.catalog());
        return new Target(
                "suggest",
                new Inputs(Seeds.queries(), List.of("unified", "county office", "lausd", "charter", "ca-")),
                typed -> suggest(typed, suggester, lookup));
    }

    /** Ways to write a code. */
    public static Target codes(Lookup lookup) {
        var codes = lookup.find("unified", Set.of(), 20).stream()
                .map(found -> found.thing().id())
                .toList();
        return new Target(
                "codes",
                new Inputs(codes, List.of("CDS ", "01-10017", "0110017", "no. ", "–", "01100170112607", "٣")),
                typed -> findByCode(typed, lookup));
    }

    private static void searchByAddress(String address) throws IOException {
        var reading = SearchAddress.read(address, TEXTS.values());
        var again = SearchAddress.read(query(reading.address().page()), TEXTS.values());
        require(again.address().equals(reading.address()), "The address leads elsewhere: " + reading.address());
        require(again.notices().isEmpty(), "The address says what is not known: " + again.notices());
        var result = search(reading.request());
        var json = JsonMapper.shared()
                .readTree(JsonMapper.shared()
                        .writeValueAsBytes(SearchAnswer.of(reading, result, Optional.empty(), TEXTS, 1)));
        for (var found : json.path("results"))
            requireMarksOnly(found.path("snippet").asString(""));
        if (Math.floorMod(address.hashCode(), TABLES) == 0) {
            requireHarmless(SearchTable.of(reading.request(), SNAPSHOT, SITE));
        }
    }

    private static void searchByWords(String typed) throws IOException {
        var parsed = ParsedQuery.of(typed);
        require(parsed.words().split(" ").length <= ParsedQuery.MAX_WORDS, "More words than are read: " + parsed);
        var result = search(SearchRequest.of(typed));
        result.searchedFor().ifPresent(mended -> require(!mended.isBlank(), "Mended to nothing"));
    }

    private static SearchResult search(SearchRequest request) {
        var result = RealSearch.get().search(request);
        require(result.total() >= result.hits().size(), "Fewer than are shown: " + result.total());
        require(
                result.hits().size() <= request.size(),
                "More than a page holds: " + result.hits().size());
        for (var hit : result.hits()) {
            require(RealContent.catalog().find(hit.id()).isPresent(), "No entry: " + hit.id());
        }
        require(
                result.hits().stream().map(SearchResult.Hit::id).distinct().count()
                        == result.hits().size(),
                "Shown twice: " + result.hits());
        return result;
    }

    private static void suggest(String typed, Suggester suggester, Lookup lookup) {
        var suggestions = suggester.suggest(typed, Set.of(), lookup);
        require(suggestions.size() <= Suggester.MAX_SUGGESTIONS, "Too many: " + suggestions.size());
        for (var one : suggestions) require(one.url().startsWith("/"), "Leads elsewhere: " + one.url());
    }

    private static void findByCode(String typed, Lookup lookup) {
        for (var code : Codes.meantBy(typed)) {
            require(code.matches("[0-9]+"), "Not digits: " + code);
            var plain = lookup.find(code, Set.of("lea"), 1);
            var byItsCode = plain.stream()
                    .anyMatch(found -> found.thing().codes().stream().anyMatch(one -> one.startsWith(code)));
            if (byItsCode && code.equals(Codes.meantBy(typed).iterator().next())) {
                require(lookup.find(typed, Set.of("lea"), 1).equals(plain), "Another than by its digits: " + code);
            }
        }
        lookup.find(typed, Set.of(), 5);
    }

    private static void requireMarksOnly(String html) {
        for (var element : Jsoup.parseBodyFragment(html).body().select("body *")) {
            require(element.is("mark") && element.attributesSize() == 0, "Markup in a passage: " + html);
        }
    }

    private static void requireHarmless(String table) throws IOException {
        try (var parser = CSVParser.parse(table, CSVFormat.RFC4180)) {
            for (var row : parser) {
                for (var cell : row) require(Cell.harmless(cell).equals(cell), "A formula: " + cell);
            }
        }
    }

    private static String query(String address) {
        return Arrays.stream(address.split("\\?", 2)).skip(1).findFirst().orElse("");
    }
}
