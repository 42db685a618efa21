package org.ssos.clearinghouse.awareness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ssos.clearinghouse.account.AccountSite;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.content.RealContent;
import tools.jackson.databind.json.JsonMapper;

/** From the box on the last page of the intake to the published table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AwarenessTest {
    private static final String INTAKE = "/new-leaders/intake";
    private static final String PAGE = "/new-leaders/awareness";
    private static final List<String> TABLES = List.of("awareness_count", "awareness_agreed", "awareness_run");
    private static final Pattern RUN = Pattern.compile("name=\"_run\" value=\"([^\"]+)\"");

    @SuppressWarnings("NullAway.Init")
    private AccountSite site;

    @BeforeAll
    void start() throws Exception {
        site = new AccountSite();
    }

    @BeforeEach
    void begin() {
        site.database.write(handle -> {
            for (var table : TABLES) handle.execute("DELETE FROM " + table);
            return TABLES;
        });
    }

    @AfterAll
    void stop() throws IOException {
        site.close();
    }

    @Test
    void answers_are_counted_once_and_only_of_those_who_agree() {
        var visitor = site.browser();
        var run = run(visitor.get(INTAKE));
        assertThat(plan(visitor, run, false).statusCode()).isEqualTo(200);
        assertThat(counts()).isEmpty();

        var plan = plan(visitor, run, true);
        assertThat(plan.statusCode()).isEqualTo(200);
        assertThat(plan.body()).contains("besides the counts that you agreed to");
        var once = Map.ofEntries(
                Map.entry("awareness name", 1),
                Map.entry("contacts-known.coe-da yes", 1),
                Map.entry("contacts-known.geo no", 1),
                Map.entry("contacts-known.selpa no", 1),
                Map.entry("contacts-known.cde no", 1),
                Map.entry("contacts-known.ccee no", 1),
                Map.entry("contacts-known.none no", 1),
                Map.entry("kc-levels other", 1),
                Map.entry("kc-da right", 1));
        for (var row : List.of("role superintendent", "lea-type district")) {
            assertThat(counts().get(row)).isEqualTo(once);
        }
        assertThat(counts()).hasSize(3).containsKey(region());

        plan(visitor, run, true);
        var again = visitor.post(INTAKE, fields(run(plan), true, "back"));
        plan(visitor, run(again), true);
        assertThat(counts().get("role superintendent"))
                .as("the same run, sent again")
                .isEqualTo(once);

        plan(visitor, run(visitor.get(INTAKE)), true);
        assertThat(counts().get("role superintendent")).containsEntry("awareness name", 2);
        assertThat(agreed()).isEqualTo(2);
    }

    @Test
    void nothing_is_kept_but_numbers_and_for_two_days_a_hash() {
        var visitor = site.browser();
        var run = run(visitor.get(INTAKE));
        plan(visitor, run, true);
        assertThat(all()).doesNotContain("0161119", "alameda", run, "192.0.2");
        assertThat(hashes()).isOne();
        site.clock.pass(Duration.ofDays(2));
        plan(visitor, run, true);
        assertThat(agreed()).as("an old page, sent again").isOne();
        plan(visitor, run(visitor.get(INTAKE)), true);
        assertThat(agreed()).isEqualTo(2);
        assertThat(hashes()).as("the old hash is gone").isOne();
    }

    @Test
    void what_carries_no_number_of_ours_is_not_counted() {
        var visitor = site.browser();
        for (var run : List.of("", "x", "2026-11-21.short", "2026-11-18." + "a".repeat(43))) plan(visitor, run, true);
        assertThat(agreed()).isZero();
    }

    @Test
    void before_the_year_is_over_the_page_says_when_it_fills() {
        plan(site.browser(), run(site.browser().get(INTAKE)), true);
        var page = site.browser().get(PAGE).body();
        assertThat(page)
                .contains("There is no table yet.", "2026–27 is being counted", "from July 1, 2027")
                .doesNotContain("<table");
        assertThat(site.browser().get(PAGE + ".csv").body().lines()).hasSize(1);
        assertThat(site.browser().get(PAGE + ".json").body()).contains("\"school_years\":[]");
    }

    @Test
    void a_year_that_is_over_is_shown_without_what_tells_of_few() {
        fill();
        var page = site.browser().get(PAGE).body();
        assertThat(page)
                .contains("School year 2025–26.", "2000 visitors agreed", "By role", "By kind of agency", "By region")
                .contains("Left out: ", "<table", "Superintendent or chief executive", "900 of 1000");
        assertThat(page).contains("Left out: Principal or site leader; Governing or county board member.");

        var table =
                JsonMapper.shared().readTree(site.browser().get(PAGE + ".json").body());
        var role = table.path("school_years").get(0).path("margins").get(0);
        assertThat(role.path("id").asString()).isEqualTo("role");
        var left = new ArrayList<String>();
        role.path("rows").forEach(row -> {
            if (row.path("left_out").asBoolean()) left.add(row.path("id").asString());
        });
        assertThat(left).contains("principal", "board-member").doesNotContain("superintendent");
        assertThat(site.browser().get(PAGE + ".csv").body().lines().skip(1).map(line -> line.split(",", -1)))
                .isNotEmpty()
                .allMatch(cells -> cells[cells.length - 1].equals("yes")
                        ? cells[cells.length - 2].isEmpty()
                        : Integer.parseInt(cells[cells.length - 2]) >= 10);
    }

    @Test
    void the_desk_leads_curators_to_the_same_table() {
        var curator = site.person(Role.CURATOR);
        assertThat(curator.browser().get("/curate").body()).contains("href=\"" + PAGE + "\"");
    }

    private static HttpResponse<String> plan(Browser visitor, String run, boolean agrees) {
        return visitor.post(INTAKE, fields(run, agrees, "plan"));
    }

    private static String[] fields(String run, boolean agrees, String pressed) {
        var fields = new ArrayList<>(List.of(
                "_page",
                "review",
                "_go",
                pressed,
                "_start",
                "2026-11-21",
                "_run",
                run,
                "lea",
                "0161119",
                "lea-type",
                "district",
                "county",
                "alameda",
                "role",
                "superintendent",
                "awareness",
                "name",
                "contacts-known",
                "coe-da",
                "kc-levels",
                "a",
                "kc-da",
                "c"));
        if (agrees) fields.addAll(List.of("_count", "yes"));
        return fields.toArray(String[]::new);
    }

    private static String run(HttpResponse<String> page) {
        var found = RUN.matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** A school year before this one: two roles, one of them with an answer that nine gave; everybody else alike. */
    private void fill() {
        site.database.write(handle -> {
            handle.execute("INSERT INTO awareness_agreed (school_year, n) VALUES (2025, 2000)");
            for (var item : Item.all(RealContent.catalog())) {
                for (var cell : Published.cells(item)) {
                    boolean first = cell.equals(Published.cells(item).getFirst());
                    put(handle, Margin.ROLE, "superintendent", cell, first ? 900 : 100);
                    put(handle, Margin.ROLE, "lcap-lead", cell, first ? 800 : 100);
                    put(handle, Margin.ROLE, "coe-staff", cell, first ? 300 : 100);
                    put(handle, Margin.ROLE, "charter-leader", cell, first ? 300 : 100);
                    put(handle, Margin.ROLE, "other", cell, first ? 300 : 100);
                    put(handle, Margin.ROLE, "not-said", cell, first ? 300 : 100);
                    put(handle, Margin.ROLE, "principal", cell, first ? 90 : 9);
                    put(handle, Margin.ROLE, "board-member", cell, first ? 50 : 20);
                }
            }
            return handle;
        });
    }

    private static void put(Handle handle, Margin margin, String row, Cell cell, int n) {
        handle.execute(
                "INSERT INTO awareness_count (school_year, margin, row_id, item, answer, n) VALUES (2025, ?, ?, ?, ?, ?)",
                margin.id(),
                row,
                cell.item(),
                cell.answer(),
                n);
    }

    /** How often each answer was given, by margin and row. */
    private Map<String, Map<String, Integer>> counts() {
        var counts = new TreeMap<String, Map<String, Integer>>();
        site.database.read(handle -> handle.createQuery("SELECT * FROM awareness_count")
                .map((row, _) -> counts.computeIfAbsent(
                                row.getString("margin") + " " + row.getString("row_id"), _ -> new TreeMap<>())
                        .put(row.getString("item") + " " + row.getString("answer"), row.getInt("n")))
                .list());
        return counts;
    }

    private static String region() {
        return "region "
                + RealContent.catalog()
                        .vocabularies()
                        .regionOf("alameda")
                        .orElseThrow()
                        .id();
    }

    private int agreed() {
        return number("SELECT coalesce(sum(n), 0) FROM awareness_agreed");
    }

    private int hashes() {
        return number("SELECT count(*) FROM awareness_run");
    }

    private int number(String query) {
        return site.database.read(
                handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }

    /** Everything that is stored, as text. */
    private String all() {
        return site.database.read(handle -> TABLES.stream()
                .map(table -> handle.createQuery("SELECT * FROM " + table)
                        .mapToMap()
                        .list()
                        .toString())
                .collect(Collectors.joining()));
    }
}
