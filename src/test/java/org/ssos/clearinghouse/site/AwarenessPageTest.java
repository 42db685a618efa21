package org.ssos.clearinghouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.account.AccountSite;

/** What the field does not know, in a browser, where a school year is over; the empty page is among {@link Addresses}. */
@DrivesChromium
class AwarenessPageTest {
    private static final String PAGE = "/new-leaders/awareness";
    private static final Map<String, List<String>> ANSWERS = Map.of(
            "awareness", List.of("new", "name", "levels", "explain"),
            "contacts-known.geo", List.of("yes", "no"),
            "contacts-known.coe-da", List.of("yes", "no"),
            "kc-levels", List.of("right", "other"),
            "kc-da", List.of("right", "other"));

    @Test
    void the_tables_are_without_a_barrier_in_light_and_dark_and_on_a_narrow_screen() throws Exception {
        try (var site = new AccountSite()) {
            site.database.write(AwarenessPageTest::fill);
            try (var visitor = Visitor.at(Screen.WIDE_LIGHT, site.app.baseUrl())) {
                visitor.goTo(PAGE);
                assertThat(visitor.page().locator("main table").count()).isEqualTo(6);
                assertThat(visitor.page().locator("main").innerText())
                        .contains("School year 2025–26", "Left out: Principal or site leader");
                Barriers.none(visitor);
                visitor.screenshot("awareness", PAGE);
            }
        }
    }

    private static Handle fill(Handle handle) {
        handle.execute("INSERT INTO awareness_agreed (school_year, n) VALUES (2025, 640)");
        ANSWERS.forEach((item, answers) -> {
            for (int i = 0; i < answers.size(); i++) {
                for (var role : List.of("superintendent", "lcap-lead", "charter-leader", "coe-staff", "not-said")) {
                    put(handle, "role", role, item, answers.get(i), 40 + 9 * i + role.length());
                }
                for (var type : List.of("district", "charter", "coe")) {
                    put(handle, "lea-type", type, item, answers.get(i), 70 + 11 * i + type.length());
                }
            }
        });
        return handle;
    }

    private static void put(Handle handle, String margin, String row, String item, String answer, int n) {
        handle.execute(
                "INSERT INTO awareness_count (school_year, margin, row_id, item, answer, n) VALUES (2025, ?, ?, ?, ?, ?)",
                margin,
                row,
                item,
                answer,
                n);
    }
}
