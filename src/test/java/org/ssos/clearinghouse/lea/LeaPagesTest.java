package org.ssos.clearinghouse.lea;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.RealContent;

/** The pages of LEAs, counties and regions, as their readers get them. */
class LeaPagesTest {
    private static final Catalog CATALOG = RealContent.catalog();
    private static final Roster ROSTER = CATALOG.part(Roster.PART);
    private static final AssistanceHistory HISTORY = CATALOG.part(AssistanceHistory.PART);
    private static final Meanings MEANINGS = new Meanings(HISTORY.codes(), CATALOG.vocabularies());
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void every_published_row_stands_on_a_page_as_published() {
        var shown = new ArrayList<AssistanceRow>();
        for (var lea : ROSTER.all()) {
            if (lea.type().isCharter()) continue;
            var level = new LeaPageMaker(lea, CATALOG, CLOCK).level();
            var own = Objects.requireNonNull(level.view()).lines();
            assertAsPublished(own);
            own.stream()
                    .filter(line -> line.row() != null && line.row().cds().equals(lea.cds()))
                    .forEach(line -> shown.add(line.row()));
            assertThat(level.earlier().stream().map(AssistanceView.Line::row).toList())
                    .containsAll(HISTORY.earlierOf(lea.cds()));
            assertThat(own.stream()
                            .map(AssistanceView.Line::row)
                            .filter(Objects::nonNull)
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(HISTORY.of(lea.cds()));
        }
        for (var report : HISTORY.shared()) {
            var lines = AssistanceView.of(report.name(), HISTORY.rowsUnder(report.cds()), HISTORY, MEANINGS)
                    .lines();
            assertAsPublished(lines);
            lines.stream()
                    .map(AssistanceView.Line::row)
                    .filter(Objects::nonNull)
                    .forEach(shown::add);
        }
        assertThat(shown).hasSize(5904).containsExactlyInAnyOrderElementsOf(HISTORY.all());
    }

    /** Every fact of the row in words, and nothing else. */
    private static void assertAsPublished(List<AssistanceView.Line> lines) {
        for (var line : lines) {
            var row = line.row();
            if (row == null) continue;
            assertThat(line.year()).isEqualTo(Integer.toString(row.year()));
            assertThat(line.status()).startsWith(row.status().label());
            assertThat(line.groups()).hasSize(row.priorityAreas().size());
            for (var group : line.groups()) {
                assertThat(group.areas()).isEqualTo(row.priorityAreas().get(group.code()));
                assertThat(group.label()).isNotEqualTo(group.code());
            }
            assertThat(line.methods()).hasSize(row.methods().size()).noneMatch(method -> method.startsWith("Method "));
            assertThat(line.flag())
                    .isEqualTo(
                            row.directAssistanceCriteria() == null
                                    ? null
                                    : row.directAssistanceCriteria() ? "Yes" : "No");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3467447 | General assistance and a yes for the multi-year test stand side by side in the file.",
                "3467447 | 2023 itself lists none of them; the three years before are enough.",
                "0561564 | Differentiated assistance, second year, as of the 2024 determinations",
                "0561564 | The file names no groups for a second year of assistance.",
                "0561564 | The state’s file for 2024 says yes.",
                "1964733 | The file names no groups for a second year of assistance.",
                "1964733 | The state’s file for 2024 says no.",
                "4573700 | The published flag stands.",
                "4970854 | One published report covers several LEAs; its rows stand here as published:",
                "4970920 | Santa Rosa City Schools (4940253)",
                "3064766 | Earlier rows bear another code:",
                "4940246 | Petaluma Joint Union High",
                "0461440 | No longer in the state’s directory",
                "0161119 | No determinations in these years.",
                "0161119 | Later determinations are published by the state and are not held here yet.",
                "0161119 | From the 2026 Dashboard on the state determines every three years",
                "01100170112607 | Published separately, not held here"
            })
    void what_surprises_is_said_in_words(String cds, String words) {
        assertThat(text("/leas/" + cds)).contains(words);
    }

    @Test
    void a_charter_school_is_never_said_to_have_none() {
        assertThat(text("/leas/01100170112607")).doesNotContain("General assistance", "None listed");
    }

    @Test
    void an_entry_that_fits_says_why() {
        assertThat(text("/leas/0561564")).contains("Why: For ", "State priorit");
    }

    @ParameterizedTest
    @CsvSource({
        "05-61564, 0561564",
        "05615640000000, 0561564",
        "05-61564-0000000, 0561564",
        "01-10017-0112607, 01100170112607",
        "49-40246, 4940246"
    })
    void a_code_in_another_form_leads_to_the_page(String typed, String cds) {
        var answer = RealSite.get("/leas/" + typed);

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains("/leas/" + cds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/leas/9999999", "/leas/nobody", "/counties/atlantis", "/regions/atlantis", "/api/v1/leas/1"})
    void what_never_was_is_not_found(String path) {
        assertThat(RealSite.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void every_county_lists_its_LEAs_and_every_region_its_counties() {
        for (var county : CATALOG.vocabularies().counties().all()) {
            var html = RealSite.get("/counties/" + county.id()).body();
            for (var lea : ROSTER.in(county.id())) assertThat(html).contains("\"" + lea.path() + "\"");
        }
        for (var region : CATALOG.vocabularies().regions().all()) {
            var html = RealSite.get("/regions/" + region.id()).body();
            for (var county : region.counties()) assertThat(html).contains("\"/counties/" + county + "\"");
        }
    }

    @Test
    void every_code_that_only_the_files_know_is_reached_from_its_county() {
        for (var report : HISTORY.shared()) {
            var county = CATALOG.vocabularies().counties().all().stream()
                    .filter(one -> report.cds().startsWith(one.code()))
                    .findFirst()
                    .orElseThrow();
            assertThat(RealSite.get("/counties/" + county.id()).body()).contains("\"/leas/" + report.cds() + "\"");
        }
    }

    /** What a reader sees, in one line. */
    private static String text(String path) {
        return RealSite.get(path).body().replaceAll("<[^>]+>", "").replaceAll("\\s+", " ");
    }
}
