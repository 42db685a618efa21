package org.ssos.clearinghouse.lea;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.RealContent;

/** Who helps whom, over the whole roster, held against the roster's files as they lie on the disk. */
class SupportTeamTest {
    private static final Catalog CATALOG = RealContent.catalog();
    private static final Roster ROSTER = CATALOG.part(Roster.PART);
    private static final List<CSVRecord> DISTRICTS = rows("districts.csv");
    private static final List<CSVRecord> CHARTERS = rows("charters.csv");

    @Test
    void every_LEA_has_the_office_and_the_region_of_its_county() {
        var offices = officesByCounty();
        assertThat(offices).hasSize(58);

        for (var row : DISTRICTS) assertTeam(row, offices);
        for (var row : CHARTERS) assertTeam(row, offices);

        assertThat(DISTRICTS)
                .filteredOn(row -> row.get("status").equals("active"))
                .hasSize(994);
        assertThat(CHARTERS)
                .filteredOn(row -> row.get("status").equals("active"))
                .hasSize(1261);
    }

    @Test
    void a_charter_school_is_helped_where_it_is_located_not_where_its_code_says() {
        var elsewhere = CHARTERS.stream()
                .filter(row -> !codeOf(row.get("county")).equals(row.get("cds").substring(0, 2)))
                .toList();

        assertThat(elsewhere).hasSize(47);
        for (var row : elsewhere) {
            var team = team(row.get("cds"));
            assertThat(Objects.requireNonNull(team.countyOffice()).lea().cds()).startsWith(codeOf(row.get("county")));
            assertThat(team.firstCall().name()).isEqualTo(team.countyOffice().name());
        }
    }

    @Test
    void every_LEA_has_somebody_to_call_with_a_way_to_reach_them() {
        for (var lea : ROSTER.all()) {
            var call = SupportTeam.of(lea, CATALOG).firstCall();
            assertThat(call.contacts())
                    .as(lea.name())
                    .anyMatch(contact -> contact.phone() != null || contact.email() != null);
            assertThat(call.law()).as(lea.name()).contains("EC ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0561564, Calaveras County Office of Education, EC 52071(c)",
        "0510058, Capital Central Foothills Geographic Lead, EC 52073(b)(1)(A)",
        "3868478, Bay Area Geographic Lead, EC 2575.35(c)(1)(A)(iii)",
        "4510454, California Department of Education, EC 52071.5(b)"
    })
    void whom_to_call_first_depends_on_what_the_LEA_is(String cds, String name, String law) {
        var call = team(cds).firstCall();

        assertThat(call.name()).isEqualTo(name);
        assertThat(call.law()).contains(law);
    }

    @Test
    void a_charter_school_has_its_authorizer_and_those_of_county_boards_the_geographic_lead() {
        var charters =
                ROSTER.all().stream().filter(lea -> lea.type().isCharter()).toList();
        for (var lea : charters) {
            var team = SupportTeam.of(lea, CATALOG);
            var authorizer = Objects.requireNonNull(team.authorizer(), lea.name());
            var otherwise = Objects.requireNonNull(team.firstCall().otherwise(), lea.name());
            assertThat(otherwise.law()).isEqualTo(authorizer.isCountyBoard() ? "EC 47607.3(b)(1)" : "EC 47607.3(g)");
        }
        assertThat(charters).filteredOn(Lea::stateBoard).hasSize(14);
    }

    @Test
    void the_regional_centers_of_a_county_are_those_that_cover_it() {
        assertThat(team("0561564").regional())
                .extracting(RegionalHelp::path)
                .contains("/agencies/rtac-central-valley", "/agencies/21csla-academy-capital-central-foothills")
                .doesNotContain("/agencies/rtac-bay-area", "/initiatives/geographic-lead-agencies");
    }

    private static void assertTeam(CSVRecord row, Map<String, String> offices) {
        var team = team(row.get("cds"));
        assertThat(Objects.requireNonNull(team.countyOffice()).lea().cds())
                .as(row.get("name"))
                .isEqualTo(offices.get(row.get("county")));
        var region = Objects.requireNonNull(team.region(), row.get("name"));
        assertThat(region.region().counties()).as(row.get("name")).contains(row.get("county"));
        assertThat(region.names()).as(row.get("name")).isNotEmpty();
    }

    private static Map<String, String> officesByCounty() {
        var offices = new HashMap<String, String>();
        DISTRICTS.stream()
                .filter(row -> row.get("type").equals("county_office"))
                .forEach(row -> offices.put(row.get("county"), row.get("cds")));
        return offices;
    }

    private static SupportTeam team(String cds) {
        return SupportTeam.of(ROSTER.find(cds).orElseThrow(), CATALOG);
    }

    private static String codeOf(String county) {
        return CATALOG.vocabularies().counties().find(county).orElseThrow().code();
    }

    private static List<CSVRecord> rows(String file) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setCommentMarker('#')
                .get();
        try (var reader = Files.newBufferedReader(Path.of("content/leas", file))) {
            return format.parse(reader).getRecords();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
