package org.ssos.clearinghouse.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.roadmap.CohortTable.Line;

/** What the table of a cohort counts, and when there may be a new one. */
class CohortTableTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void each_step_is_counted_among_those_who_have_it() {
        var table = CohortTable.of(
                List.of(
                        shares(Map.of("r01", true, "r02", false)),
                        shares(Map.of("r01", true, "r02", false)),
                        shares(Map.of("r01", false, "r02", false)),
                        shares(Map.of("r01", false))),
                TODAY);
        assertThat(table.members()).isEqualTo(4);
        assertThat(table.lines()).containsExactly(new Line("r01", 4, 2), new Line("r02", 3, 0));
    }

    @Test
    void a_step_that_two_have_is_left_out() {
        var table = CohortTable.of(
                List.of(
                        shares(Map.of("r01", true, "r02", true)),
                        shares(Map.of("r01", true, "r02", true)),
                        shares(Map.of("r01", true))),
                TODAY);
        assertThat(table.lines()).extracting(Line::step).containsExactly("r01");
    }

    @Test
    void a_new_table_takes_three_members_of_whom_or_beside_whom_three_did_something() {
        assertThat(CohortTable.isDue(2, 3)).isFalse();
        assertThat(CohortTable.isDue(3, 2)).isFalse();
        assertThat(CohortTable.isDue(3, 3)).isTrue();
    }

    @Test
    void the_hash_tells_every_progress_from_every_other() {
        assertThat(shares(Map.of("r01", true)).hash())
                .isEqualTo(shares(Map.of("r01", true)).hash())
                .isNotEqualTo(shares(Map.of("r01", false)).hash())
                .isNotEqualTo(shares(Map.of("r01", true, "r02", false)).hash());
    }

    private static SharedProgress shares(Map<String, Boolean> steps) {
        return new SharedProgress(new TreeMap<>(steps));
    }
}
