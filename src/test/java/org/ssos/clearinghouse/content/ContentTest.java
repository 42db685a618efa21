package org.ssos.clearinghouse.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.entry.Agency;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Event;
import org.ssos.clearinghouse.entry.Initiative;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.Level;

/** Holds the real files against what the directory promises of them. */
class ContentTest {
    private final Catalog catalog = RealContent.catalog();

    @Test
    void every_file_checks() {
        assertThat(RealContent.reading().problems()).isEmpty();
    }

    @Test
    void the_whole_directory_is_here() {
        var counts = catalog.all().stream().collect(Collectors.groupingBy(Entry::kind, Collectors.counting()));
        assertThat(counts)
                .containsEntry(Kind.INITIATIVE, 54L)
                .containsEntry(Kind.RESOURCE, 75L)
                .containsEntry(Kind.STORY, 31L)
                .containsEntry(Kind.UPDATE, 76L)
                .containsEntry(Kind.EVENT, 30L);
        var offices = agencies("county-office");
        assertThat(offices).isEqualTo(58);
        assertThat(agencies("geographic-lead")).isEqualTo(7);
        assertThat(catalog.vocabularies().topics().all()).hasSize(80);
        assertThat(catalog.vocabularies().glossary().all()).hasSizeGreaterThanOrEqualTo(209);
    }

    private long agencies(String type) {
        return catalog.all(Kind.AGENCY).stream()
                .filter(entry -> entry.type().equals(type))
                .count();
    }

    @Test
    void the_regions_hold_each_county_once_and_have_nine_lead_offices() {
        var counties = catalog.vocabularies().regions().all().stream()
                .flatMap(region -> region.counties().stream())
                .toList();
        assertThat(counties)
                .doesNotHaveDuplicates()
                .hasSize(58)
                .containsExactlyInAnyOrderElementsOf(
                        catalog.vocabularies().counties().byId().keySet());
        var leads = catalog.all(Kind.AGENCY).stream()
                .filter(entry -> entry.type().equals("geographic-lead"))
                .flatMap(entry -> ((Agency) entry.details()).runBy().stream())
                .map(lead -> lead.agency())
                .collect(Collectors.toSet());
        assertThat(leads).hasSize(9).doesNotContainNull();
    }

    @Test
    void every_county_office_can_be_called() {
        for (var county : catalog.vocabularies().counties().all()) {
            var office = catalog.find(county.id() + "-county-office").orElseThrow();
            assertThat(office.contacts()).as(county.name()).anyMatch(contact -> contact.phone() != null);
            assertThat(((Agency) office.details()).cdsCode()).startsWith(county.code());
        }
    }

    @Test
    void everyday_phrases_are_eight_to_twelve_different_ones() {
        for (var entry : catalog.all()) {
            boolean wanted = switch (entry.kind()) {
                case INITIATIVE, RESOURCE, STORY -> true;
                case AGENCY ->
                    !entry.type().equals("county-office") && !entry.type().startsWith("state-");
                case UPDATE, EVENT -> false;
            };
            if (!wanted) continue;
            assertThat(entry.askedAs())
                    .as(entry.id().value())
                    .hasSizeBetween(8, 12)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void every_initiative_and_resource_says_what_to_do_first_and_where_it_comes_from() {
        for (var kind : new Kind[] {Kind.INITIATIVE, Kind.RESOURCE}) {
            for (var entry : catalog.all(kind)) {
                assertThat(entry.firstStep()).as(entry.id().value()).isNotBlank();
                assertThat(entry.topics()).as(entry.id().value()).hasSizeBetween(1, 5);
                assertThat(entry.provenance().sources()).as(entry.id().value()).isNotEmpty();
            }
        }
    }

    @Test
    void the_inventory_marks_what_official_pages_name() {
        long listed = catalog.all(Kind.INITIATIVE).stream()
                .filter(entry -> !((Initiative) entry.details()).listedBy().isEmpty())
                .count();
        assertThat(listed).isEqualTo(32);
    }

    @Test
    void levels_that_were_read_from_a_description_say_so() {
        var inferred = catalog.all(Kind.INITIATIVE).stream()
                .filter(entry -> entry.levels().inferred())
                .count();
        assertThat(inferred).isEqualTo(47);
        var intensive = catalog.find(new EntryId("direct-technical-assistance")).orElseThrow();
        assertThat(intensive.levels().values()).contains(Level.INTENSIVE);
    }

    @Test
    void what_a_law_ended_says_so_and_names_what_follows() {
        var specialists = catalog.find(new EntryId("regional-el-specialists")).orElseThrow();
        assertThat(specialists.provenance().notes())
                .anyMatch(note -> note.text().contains("52073.4"));
    }

    @Test
    void only_days_fixed_in_law_lie_ahead() {
        for (var entry : catalog.all(Kind.EVENT)) {
            if (((Event) entry.details()).due() == null) continue;
            assertThat(entry.type()).as(entry.id().value()).isEqualTo("statutory-deadline");
            assertThat(((Event) entry.details()).citation())
                    .as(entry.id().value())
                    .isNotBlank();
        }
    }

    @Test
    void nobody_has_vetted_anything_yet() {
        assertThat(catalog.all()).allMatch(entry -> entry.vetting() == null);
    }

    @Test
    void links_come_back_from_the_other_side() {
        var mtss = catalog.referringTo(new EntryId("ca-mtss"));
        assertThat(mtss).extracting(entry -> entry.id().value()).contains("ca-mtss-guide");
    }

    @Test
    void the_version_changes_with_any_text() {
        var files = RealContent.files();
        var changed = files.with(Map.of("search/stop-words.txt", "the\n"), java.util.List.of());
        assertThat(changed.version()).isNotEqualTo(files.version());
        assertThat(catalog.version()).isEqualTo(files.version());
    }
}
