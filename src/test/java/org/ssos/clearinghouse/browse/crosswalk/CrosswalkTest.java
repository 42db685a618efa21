package org.ssos.clearinghouse.browse.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Vocabularies.Area;
import tools.jackson.databind.json.JsonMapper;

/** Holds each number of the crosswalk against what the search it leads to finds. */
class CrosswalkTest {
    private static final Pattern CELL =
            Pattern.compile("<td[^>]*>(?:<a href=\"([^\"]+)\">|<span class=\"zero\">)(\\d+)<span class=\"vh\">");
    private static final Map<String, Integer> FOUND = new ConcurrentHashMap<>();

    static Stream<CrosswalkRequest> pairs() {
        var pairs = new ArrayList<CrosswalkRequest>();
        for (var rows : Axis.values()) {
            for (var columns : Axis.values()) {
                if (rows.id().compareTo(columns.id()) < 0)
                    pairs.add(new CrosswalkRequest(rows, columns, Optional.empty()));
            }
        }
        for (var area : areas()) pairs.add(new CrosswalkRequest(Axis.LEVEL, Axis.TOPIC, Optional.of(area)));
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void every_cell_counts_what_its_search_finds(CrosswalkRequest pair) throws IOException {
        var crosswalk = new Crosswalk(pair, RealContent.catalog());
        var csv = csv("/crosswalk.csv" + pair.query());

        assertThat(csv).hasSize(crosswalk.rows().size() + 1);
        for (int i = 0; i < csv.size(); i++) {
            var row = i < crosswalk.rows().size() ? List.of(crosswalk.rows().get(i)) : List.<Line>of();
            for (int j = 0; j <= crosswalk.columns().size(); j++) {
                var lines = new ArrayList<>(row);
                if (j < crosswalk.columns().size())
                    lines.add(crosswalk.columns().get(j));
                var address = crosswalk.count(lines).address();
                assertThat(csv.get(i).get(j + 2)).as(address).isEqualTo("" + found(address));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void page_and_csv_hold_the_same_numbers_and_only_zero_leads_nowhere(CrosswalkRequest pair) throws IOException {
        var cells = CELL.matcher(RealSite.get("/crosswalk" + pair.query()).body())
                .results()
                .toList();

        assertThat(cells.stream().map(cell -> cell.group(2)))
                .containsExactlyElementsOf(csv("/crosswalk.csv" + pair.query()).stream()
                        .flatMap(row -> row.stream().skip(2))
                        .toList());
        assertThat(cells)
                .allMatch(cell -> (cell.group(1) == null) == cell.group(2).equals("0"));
    }

    @Test
    void a_linked_number_is_the_number_of_results_on_the_page() {
        var cell = CELL.matcher(RealSite.get("/crosswalk").body())
                .results()
                .findFirst()
                .orElseThrow();
        var page = RealSite.get(cell.group(1).replace("&amp;", "&")).body();
        assertThat(page).containsPattern("id=\"r-h\"[^>]*>\\s*(<[^>]+>)?" + cell.group(2) + "\\b");
    }

    @Test
    void what_cannot_be_compared_is_said_and_the_page_still_compares_something() {
        var body =
                RealSite.get("/crosswalk?rows=level&columns=level&area=%3Cb%3E").body();
        assertThat(body).contains("cannot both be “Levels of support”", "“&lt;b&gt;” is not a choice here");
        assertThat(CELL.matcher(body).results()).isNotEmpty();
    }

    @Test
    void an_initiative_that_stands_in_no_line_is_named() {
        var silent = RealContent.catalog().all(Kind.INITIATIVE).stream()
                .filter(entry -> entry.studentGroups().isEmpty())
                .toList();
        var body = RealSite.get("/crosswalk?rows=group&columns=level").body();
        assertThat(silent).isNotEmpty().allMatch(entry -> body.contains("href=\"" + entry.path() + "\""));
    }

    private static List<Area> areas() {
        return RealContent.catalog().vocabularies().areas();
    }

    private static int found(String address) {
        return FOUND.computeIfAbsent(
                address,
                path -> JsonMapper.shared()
                        .readTree(RealSite.get(path.replace("/search?", "/search.json?") + "&size=1")
                                .body())
                        .get("total")
                        .intValue());
    }

    private static List<CSVRecord> csv(String address) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(RealSite.get(address).body()))) {
            return parser.getRecords();
        }
    }
}
