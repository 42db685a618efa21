package org.ssos.clearinghouse.lea.map;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Vocabularies.County;
import tools.jackson.databind.json.JsonMapper;

/** Holds the numbers of the map against the published rows and the search. */
class MapTest {
    private static final Pattern ROW =
            Pattern.compile("<tr><th scope=\"row\"><a href=\"/counties/([a-z-]+)\">([^<]+)</a></th><td>([A-Z]+)</td>"
                    + "<td>(?:<a href=\"[^\"]+\">)?(\\d+%?)(?:</a>)?</td>\\s*(?:<td>(\\d+) of (\\d+)</td>)?");
    private static final Pattern TILE =
            Pattern.compile("<a class=\"m[0-4]\" href=\"/counties/([a-z-]+)\" aria-label=\"[A-Z]+ (\\d+%?), ");
    private static final Pattern SHAPE = Pattern.compile(
            "<a class=\"m[0-4]\" href=\"/counties/([a-z-]+)\" aria-label=\"(\\d+%?), [^\"]+\"><title>[^<]+</title><path d=\"M[^\"]+z\"/>");

    @Test
    void every_county_and_year_shows_the_share_of_the_published_rows() throws IOException {
        var published = new TreeMap<String, int[]>();
        try (var file = Files.newBufferedReader(Path.of("content/assistance/assistance.csv"));
                var rows = withHeader().parse(file)) {
            for (var row : rows) {
                var counts = published.computeIfAbsent(
                        row.get("year") + row.get("cds").substring(0, 2), _ -> new int[2]);
                counts[1]++;
                if (row.get("status").equals("differentiated")) counts[0]++;
            }
        }
        var years = published.keySet().stream().map(key -> key.substring(0, 4)).collect(Collectors.toSet());

        assertThat(years).isEqualTo(Set.of("2017", "2018", "2019", "2022", "2023", "2024"));
        for (var year : years) {
            var rows = rows("/map?measure=assistance-" + year);
            assertThat(rows).hasSize(58);
            for (var row : rows) {
                var counts = requireNonNull(published.get(year + code(row.group(1))));
                assertThat(List.of(row.group(5), row.group(6)))
                        .as(year + " " + row.group(2))
                        .isEqualTo(List.of("" + counts[0], "" + counts[1]));
                assertThat(row.group(4)).isEqualTo(Math.round(100.0 * counts[0] / counts[1]) + "%");
            }
        }
    }

    @Test
    void every_county_counts_the_initiatives_that_its_search_finds() {
        for (var row : rows("/map?measure=initiatives")) {
            var found = JsonMapper.shared()
                    .readTree(RealSite.get("/search.json?kind=initiative&size=1&county=" + row.group(1))
                            .body())
                    .get("total");
            assertThat(row.group(4)).as(row.group(2)).isEqualTo(found.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "measure=assistance-2017", "measure=initiatives", "measure=named"})
    void tiles_shapes_table_and_csv_show_each_county_once_with_the_same_number(String query) throws IOException {
        var numbers = rows("/map?" + query).stream()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(4), (_, twice) -> "twice " + twice));

        assertThat(numbers.keySet())
                .isEqualTo(counties().stream().map(County::id).collect(Collectors.toSet()));
        assertThat(drawn(TILE, "/map?" + query)).hasSize(58).allMatch(tile -> shows(tile, numbers));
        assertThat(drawn(SHAPE, "/map?view=shapes&" + query)).hasSize(58).allMatch(shape -> shows(shape, numbers));
        assertThat(csv("/map.csv?" + query)).hasSize(58).allMatch(line -> {
            var value = line.isMapped("initiatives") ? line.get("initiatives") : line.get("share_percent") + "%";
            return value.equals(numbers.get(line.get("id")));
        });
    }

    @Test
    void the_table_goes_by_name_until_a_head_is_followed() throws IOException {
        assertThat(rows("/map").stream().map(row -> row.group(2))).isSorted().startsWith("Alameda");
        var turned = rows("/map?sort=-value");
        assertThat(turned.stream().map(row -> -Integer.parseInt(row.group(4).replace("%", ""))))
                .isSorted();
        assertThat(csv("/map.csv?sort=-value").stream().map(line -> line.get("id")))
                .containsExactlyElementsOf(
                        turned.stream().map(row -> row.group(1)).toList());
        assertThat(RealSite.get("/map?sort=-value").body()).contains("aria-sort=\"descending\"", "sort=value#table");
    }

    @Test
    void years_without_determinations_are_not_offered_and_the_newest_is_named() {
        var body = RealSite.get("/map?measure=assistance-2021").body();
        assertThat(body)
                .contains(
                        "“assistance-2021” is not a choice here",
                        "Newest year held: 2024",
                        "no determinations in 2020 and 2021")
                .doesNotContain("value=\"assistance-2020\"", "value=\"assistance-2021\"");
    }

    @Test
    void every_number_lies_inside_its_range_of_the_legend() {
        for (var measure : List.of("assistance-2019", "named", "initiatives")) {
            var body = RealSite.get("/map?measure=" + measure).body();
            var ranges = Pattern.compile("<svg class=\"(m\\d)\"[^>]*>.*?</svg>(\\d+)%?(?: to (\\d+)%?)?</li>")
                    .matcher(body)
                    .results()
                    .collect(Collectors.toMap(range -> range.group(1), range -> range));
            assertThat(ranges).hasSizeBetween(1, 5);
            Pattern.compile("<a class=\"(m\\d)\"[^>]+aria-label=\"[A-Z]+ (\\d+)")
                    .matcher(body)
                    .results()
                    .forEach(tile -> {
                        var range = requireNonNull(ranges.get(tile.group(1)));
                        int to = Integer.parseInt(range.group(3) == null ? range.group(2) : range.group(3));
                        assertThat(Integer.parseInt(tile.group(2))).isBetween(Integer.parseInt(range.group(2)), to);
                    });
        }
    }

    private static boolean shows(MatchResult drawn, java.util.Map<String, String> numbers) {
        return drawn.group(2).equals(numbers.get(drawn.group(1)));
    }

    private static List<MatchResult> drawn(Pattern pattern, String address) {
        var drawn = pattern.matcher(RealSite.get(address).body()).results().toList();
        assertThat(drawn.stream().map(one -> one.group(1))).doesNotHaveDuplicates();
        return drawn;
    }

    private static List<MatchResult> rows(String address) {
        return ROW.matcher(RealSite.get(address).body()).results().toList();
    }

    private static List<County> counties() {
        return RealContent.catalog().vocabularies().counties().all();
    }

    private static String code(String county) {
        return counties().stream()
                .filter(known -> known.id().equals(county))
                .map(County::code)
                .findFirst()
                .orElseThrow();
    }

    private static CSVFormat withHeader() {
        return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    }

    private static List<CSVRecord> csv(String address) throws IOException {
        try (var parser =
                withHeader().parse(new StringReader(RealSite.get(address).body()))) {
            return parser.getRecords();
        }
    }
}
