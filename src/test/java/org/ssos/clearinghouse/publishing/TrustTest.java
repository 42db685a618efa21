package org.ssos.clearinghouse.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Receipt;
import org.ssos.clearinghouse.entry.Vetting;
import org.ssos.clearinghouse.entry.Vetting.Standing;

class TrustTest {
    private static final EntryId ID = new EntryId("sample");

    @Test
    void nobody_vouches_for_an_entry_without_a_decision() {
        assertThat(Trust.NONE.of(ID, "a")).isEmpty();
    }

    @Test
    void the_text_that_was_decided_is_trusted_and_no_other() {
        var trust = Trust.of(Map.of(ID, receipt("a")));
        assertThat(trust.of(ID, "a")).map(Vetting::standing).contains(Standing.VETTED);
        assertThat(trust.of(ID, "b")).map(Vetting::standing).contains(Standing.EDITED_OUTSIDE);
        assertThat(trust.of(ID, "b")).map(Vetting::qualityReviewed).isEmpty();
        assertThat(trust.of(new EntryId("other"), "a")).isEmpty();
    }

    @Test
    void an_earlier_decision_does_not_vouch_for_a_text_that_came_back_by_hand() {
        var trust = Trust.of(Map.of(ID, receipt("a"))).with(ID, receipt("b"));
        assertThat(trust.of(ID, "a")).map(Vetting::standing).contains(Standing.EDITED_OUTSIDE);
    }

    @Test
    void while_a_text_is_on_its_way_the_old_one_keeps_its_trust() {
        var trust = Trust.of(Map.of(ID, receipt("a"))).expecting(ID, receipt("b"));
        assertThat(trust.of(ID, "a")).map(Vetting::standing).contains(Standing.VETTED);
        assertThat(trust.of(ID, "b")).map(Vetting::standing).contains(Standing.VETTED);
        assertThat(trust.withoutComing(ID).of(ID, "b")).map(Vetting::standing).contains(Standing.EDITED_OUTSIDE);
        assertThat(Trust.NONE.expecting(ID, receipt("b")).withoutComing(ID).of(ID, "b"))
                .isEmpty();
    }

    @Test
    void the_version_changes_with_what_is_known() {
        var trust = Trust.of(Map.of(ID, receipt("a")));
        assertThat(Trust.NONE.version()).isEmpty();
        assertThat(trust.version()).isEqualTo(Trust.NONE.with(ID, receipt("a")).version());
        assertThat(trust.version()).isNotEqualTo(trust.with(ID, receipt("b")).version());
    }

    @SuppressWarnings("NullAway") // it does not see the annotation of a nested type in a compiled record
    private static Receipt receipt(String content) {
        return new Receipt(
                "2026-0001",
                content,
                new PartialDate("2026-11-22"),
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
                new Vetting.Check(new PartialDate("2026-11-22"), null, null, null, null),
                new Vetting.Review(new PartialDate("2026-11-22"), "2026-1", "Listed", null));
    }
}
