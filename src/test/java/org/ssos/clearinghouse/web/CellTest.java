package org.ssos.clearinghouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void a_cell_that_starts_like_a_formula_becomes_text(String cell) {
        assertThat(Cell.harmless(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A guide", "2 = 1 + 1", "(916) 555-0100"})
    void other_cells_stay_as_they_are(String cell) {
        assertThat(Cell.harmless(cell)).isEqualTo(cell);
    }
}
