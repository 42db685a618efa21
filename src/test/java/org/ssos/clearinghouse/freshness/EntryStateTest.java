package org.ssos.clearinghouse.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.EntryState;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Receipt;
import org.ssos.clearinghouse.entry.Vetting;

/** When an entry is to be looked at again, and what puts it in doubt. */
class EntryStateTest {
    private static final Catalog CATALOG = RealContent.catalog();
    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final Entry GUIDE =
            CATALOG.find("california-attendance-guide").orElseThrow();
    private static final Entry AGENCY = CATALOG.find("cde").orElseThrow();

    /** The terms of the rubric, in months; an event is over on its day. */
    private static final Map<String, Integer> TERMS = Map.of(
            "event", 0,
            "directory", 3,
            "policy-guidance", 6,
            "training", 6,
            "default", 12,
            "toolkit", 12,
            "guide", 12,
            "dataset", 12,
            "research", 24,
            "lesson-materials", 24);

    @Test
    void every_type_follows_one_term_of_the_rubric() throws IOException {
        var types = EntryText.fields(Files.readString(Path.of("content/vocabulary/types.yaml")))
                .orElseThrow()
                .path("types");
        assertThat(types.valueStream())
                .hasSizeGreaterThan(30)
                .allSatisfy(type -> assertThat(type.path("reverify_months").asInt(0))
                        .as(type.path("id").asString())
                        .isEqualTo(TERMS.get(type.path("rubric_type").asString())));
        assertThat(CATALOG.vocabularies().types().all())
                .allSatisfy(type ->
                        assertThat(type.reverifyMonths() == null).as(type.id()).isEqualTo(type.kind() == Kind.EVENT));
        assertThat(CATALOG.all())
                .allSatisfy(entry -> assertThat(CATALOG.vocabularies().types().find(entry.type()))
                        .as(entry.path())
                        .isPresent());
    }

    @Test
    void an_entry_that_nobody_has_checked_is_due_by_its_own_date_and_the_term_of_its_type() {
        assertThat(EntryState.dueOn(GUIDE, CATALOG.vocabularies())).contains(LocalDate.of(2027, 11, 21));
        var initiative = CATALOG.find("ca-mtss").orElseThrow();
        assertThat(EntryState.dueOn(initiative, CATALOG.vocabularies())).contains(LocalDate.of(2027, 2, 21));
        assertThat(state(initiative, LocalDate.of(2027, 2, 21))).isInstanceOf(EntryState.Current.class);
        assertThat(state(initiative, LocalDate.of(2027, 2, 22)))
                .isEqualTo(new EntryState.Due(LocalDate.of(2027, 2, 21)));
    }

    @Test
    void a_decision_sets_the_day_and_the_earlier_of_the_two_clocks_counts() {
        var both = GUIDE.withVetting(vetting("2027-05-01", "2027-09-01", "2027-08-01"));
        assertThat(EntryState.dueOn(both, CATALOG.vocabularies())).contains(LocalDate.of(2027, 8, 1));
        var facts = GUIDE.withVetting(vetting("2027-05-01", "2027-09-01", null));
        assertThat(EntryState.dueOn(facts, CATALOG.vocabularies())).contains(LocalDate.of(2027, 9, 1));
    }

    @Test
    void a_link_counts_from_the_second_day_on_which_it_was_dead() {
        assertThat(flags(GUIDE, TODAY).of(GUIDE)).isEmpty();
        var flag = flags(GUIDE, TODAY.minusDays(1), TODAY).of(GUIDE).orElseThrow();
        assertThat(flag.since()).isEqualTo(PartialDate.of(TODAY.minusDays(1)));
        assertThat(flag.why()).containsExactly("A link does not work: https://example.org/gone");
        assertThat(flag.outOfSearch()).isFalse();
        assertThat(state(GUIDE.withFlag(flag), TODAY))
                .isEqualTo(new EntryState.Flagged(TODAY.minusDays(1), flag.why()));
    }

    @Test
    void somebody_who_checks_the_entry_answers_it_until_the_link_is_dead_on_two_more_days() {
        var days = new LocalDate[] {TODAY.minusDays(9), TODAY.minusDays(8), TODAY};
        var checked = GUIDE.withVetting(vetting(TODAY.minusDays(8).toString(), "2027-09-01", null));
        assertThat(flags(GUIDE, days).of(GUIDE)).isPresent();
        assertThat(flags(GUIDE, days).of(checked)).isEmpty();
        var again = flags(GUIDE, TODAY.minusDays(9), TODAY.minusDays(8), TODAY.minusDays(1), TODAY);
        assertThat(again.of(checked).orElseThrow().since()).isEqualTo(PartialDate.of(TODAY.minusDays(1)));
    }

    @Test
    void a_failed_check_leaves_searches_after_sixty_days_but_a_report_or_an_agency_never_does() {
        assertThat(flags(GUIDE, TODAY.minusDays(59), TODAY)
                        .of(GUIDE)
                        .orElseThrow()
                        .outOfSearch())
                .isFalse();
        assertThat(flags(GUIDE, TODAY.minusDays(60), TODAY)
                        .of(GUIDE)
                        .orElseThrow()
                        .outOfSearch())
                .isTrue();
        assertThat(flags(AGENCY, TODAY.minusDays(600), TODAY)
                        .of(AGENCY)
                        .orElseThrow()
                        .outOfSearch())
                .isFalse();
        var reported = new Flags(Map.of(), Map.of(GUIDE.id(), TODAY.minusDays(600)), TODAY);
        assertThat(reported.of(GUIDE).orElseThrow().outOfSearch()).isFalse();
        assertThat(reported.of(GUIDE).orElseThrow().why()).hasSize(1);
    }

    @Test
    void what_speaks_against_nothing_has_no_version_and_any_change_has_another() {
        assertThat(Flags.NONE.version()).isEmpty();
        var versions = new ArrayList<String>();
        versions.add(flags(GUIDE, TODAY).version());
        versions.add(flags(GUIDE, TODAY.minusDays(1), TODAY).version());
        versions.add(new Flags(Map.of(), Map.of(new EntryId("cde"), TODAY), TODAY).version());
        assertThat(versions).doesNotHaveDuplicates();
    }

    @Test
    void addresses_are_found_in_words_and_without_what_belongs_to_the_sentence() {
        assertThat(Addresses.in("See https://example.org/a_(b). Or [this](https://example.org/c?d=e#f), "
                        + "https://example.org/c?d=e!"))
                .containsExactly("https://example.org/a_(b)", "https://example.org/c?d=e");
    }

    private static EntryState state(Entry entry, LocalDate today) {
        return EntryState.of(entry, CATALOG.vocabularies(), today);
    }

    private static Flags flags(Entry entry, LocalDate... days) {
        var dead = new LinkBook.Dead("https://example.org/gone", "nothing is there", Arrays.asList(days));
        return new Flags(Map.of(entry.kind().path() + "/" + entry.id() + ".yaml", List.of(dead)), Map.of(), TODAY);
    }

    @SuppressWarnings("NullAway") // a receipt may lack a review
    private static Vetting vetting(String on, String factsDue, @Nullable String qualityDue) {
        var receipt = new Receipt(
                "2027-0001",
                "0".repeat(64),
                new PartialDate(on),
                "Facts",
                "2026-1",
                false,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                new Vetting.Check(new PartialDate(on), "read", "Curator", "Sample COE", new PartialDate(factsDue)),
                qualityDue == null
                        ? null
                        : new Vetting.Review(new PartialDate(on), "2026-1", "Listed", new PartialDate(qualityDue)));
        return Vetting.of(receipt);
    }
}
