package org.ssos.clearinghouse.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ssos.clearinghouse.account.AccountSite;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.Kept;
import org.ssos.clearinghouse.roadmap.SavedRoadmap.OwnStep;
import org.ssos.clearinghouse.web.Token;

/** Cohorts from the office's link to the end of it, and what their tables do not tell. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CohortTest {
    private static final Pattern JOIN_LINK = Pattern.compile("/cohorts/([0-9a-f]{64})\"");
    private static final Pattern OFFICE_LINK = Pattern.compile("/cohorts/[\\w-]{43}/table");
    private static final Pattern DONE_BY = Pattern.compile("<td>((?:none|all|\\d+)[^<]*)<");
    private static final String NOTE = "zebra note about Ms. Private";
    private static final String OWN_STEP = "walrus step of my own";

    @SuppressWarnings("NullAway.Init")
    private AccountSite site;

    /** A roadmap, whose link its keeper has. */
    private record Leader(long id, String token, Browser browser) {
        String path() {
            return "/roadmaps/" + token + "/cohorts";
        }
    }

    /** @param office the path of the table */
    private record Made(String office, String join, Browser browser) {
        String joinPath() {
            return "/cohorts/" + join;
        }
    }

    @BeforeAll
    void start() throws Exception {
        site = new AccountSite();
    }

    @AfterAll
    void stop() throws IOException {
        site.close();
    }

    @Test
    void an_office_makes_a_cohort_and_gets_two_links_that_open_different_things() {
        var made = make();
        var table = made.browser().get(made.office());
        assertThat(table.body()).contains("New leaders of fall", "Sample County Office", "Nobody has joined yet");
        assertThat(table.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(table.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(table.headers().firstValue("Referrer-Policy")).contains("no-referrer");

        var join = site.browser().get(made.joinPath());
        assertThat(join.body()).contains("New leaders of fall", "/new-leaders/intake", made.join());
        assertThat(join.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(join.headers().firstValue("Referrer-Policy")).contains("no-referrer");

        assertThat(site.browser().get(made.joinPath() + "/table").statusCode()).isEqualTo(404);
        assertThat(site.browser()
                        .get(made.office().substring(0, made.office().length() - "/table".length()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.browser().get("/cohorts/x%20y/table").statusCode()).isEqualTo(404);
        assertThat(site.browser()
                        .post(made.joinPath() + "/name", "name", "x", "office", "y")
                        .statusCode())
                .isEqualTo(404);
        assertThat(site.browser().post(made.joinPath() + "/end").statusCode()).isEqualTo(404);
    }

    @Test
    void only_hashes_of_the_links_are_stored() {
        var made = make();
        var token = made.office().split("/", -1)[2];
        var stored = site.database.read(handle -> handle.createQuery("SELECT token_hash FROM cohort_link")
                .mapTo(String.class)
                .list());
        assertThat(stored).isNotEmpty().doesNotContain(token, made.join());
    }

    @Test
    void what_is_missing_is_said_beside_the_field_and_what_was_typed_stays() {
        var answer = site.browser().post("/cohorts", "name", "", "office", "An Office <b>");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Give the cohort a name.", "An Office &lt;b>", "Error: Cohorts")
                .doesNotContain("An Office <b>");
        var longer = site.browser().post("/cohorts", "name", "n".repeat(101), "office", "o");
        assertThat(longer.body()).contains("Shorten the name to 100 characters.");

        var made = make();
        var renamed = made.browser().post(beside(made, "name"), "name", " ", "office", "Kept");
        assertThat(renamed.statusCode()).isEqualTo(422);
        assertThat(renamed.body()).contains("Give the cohort a name.", "New leaders of fall", "Kept");
        made.browser().post(beside(made, "name"), "name", "Another name", "office", "Another office");
        assertThat(made.browser().get(made.office()).body()).contains("Another name", "Another office");
    }

    @Test
    void one_network_does_not_make_cohorts_without_end() {
        var browser = site.browser();
        for (int i = 0; i < 10; i++) {
            assertThat(browser.post("/cohorts", "name", "n", "office", "o").statusCode())
                    .isEqualTo(303);
        }
        var closed = browser.post("/cohorts", "name", "kept name", "office", "o");
        assertThat(closed.statusCode()).isEqualTo(429);
        assertThat(closed.headers().firstValue("Retry-After")).isPresent();
        assertThat(closed.body()).contains("Too many cohorts", "kept name");
    }

    @Test
    void a_leader_sees_whose_the_cohort_is_before_joining_and_leaves_with_one_button() {
        var made = make();
        var leader = leader("superintendent");
        assertThat(leader.browser().get(leader.path()).body()).contains("Your roadmap is in no cohort");

        for (var wrong :
                List.of("", "https://elsewhere.example/x", "http://localhost" + made.office(), "x".repeat(999))) {
            var refused = leader.browser().post(leader.path(), "link", wrong);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("Paste the whole link of the cohort");
        }

        var asked = leader.browser().post(leader.path(), "link", "  http://localhost" + made.joinPath() + "  ");
        assertThat(asked.body()).contains("Join “New leaders of fall”?", "Sample County Office");
        assertThat(leader.browser().get(leader.path()).body()).contains("Your roadmap is in no cohort");

        join(leader, made);
        var joined = leader.browser().get(leader.path());
        assertThat(joined.body()).contains("New leaders of fall", "Leave").doesNotContain("is in no cohort");
        assertThat(made.browser().get(made.office()).body()).contains("1 leader has joined");

        leader.browser().post(leader.path() + "/leave", "cohort", id(joined.body()));
        assertThat(leader.browser().get(leader.path()).body()).contains("Your roadmap is in no cohort");
        assertThat(made.browser().get(made.office()).body()).contains("Nobody has joined yet");
    }

    @Test
    void only_the_own_link_of_a_roadmap_joins() {
        var made = make();
        var leader = leader("principal");
        var shared = site.database.write(handle ->
                new RoadmapStore(handle).mint(leader.id(), SavedRoadmap.Way.SHARED, LocalDate.now(site.clock)));
        for (var token : List.of(shared, "nonsense", made.join())) {
            var path = "/roadmaps/" + token + "/cohorts";
            assertThat(site.browser().get(path).statusCode()).isEqualTo(404);
            assertThat(site.browser()
                            .post(path, "link", made.join(), "sure", "yes")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(made.browser().get(made.office()).body()).contains("Nobody has joined yet");
    }

    @Test
    void the_table_begins_with_three_and_holds_nothing_but_numbers_of_steps() {
        var made = make();
        var leaders = new ArrayList<Leader>();
        for (var role : List.of("superintendent", "lcap-lead", "principal", "charter-leader", "board-member")) {
            leaders.add(leader(role));
        }
        tick(leaders.get(0), "r01");
        tick(leaders.get(1), "r01");
        leaders.stream().limit(2).forEach(leader -> join(leader, made));
        assertThat(made.browser().get(made.office()).body())
                .contains("2 leaders have joined", "The table appears when three leaders have joined")
                .doesNotContain("<table");

        leaders.stream().skip(2).forEach(leader -> join(leader, made));
        var page = made.browser().get(made.office()).body();
        assertThat(page).contains("5 leaders have joined", "counts 5 leaders", "<table");
        assertThat(doneBy(page)).contains("2 of 5");

        assertThat(page)
                .doesNotContain(
                        NOTE,
                        OWN_STEP,
                        "Alameda",
                        "0161119",
                        "Superintendent or chief executive",
                        "Charter school leader",
                        "I had not heard of it",
                        "Why you see it");
        for (var leader : leaders) assertThat(page).doesNotContain(leader.token());
        for (var answer : List.of("superintendent\"", "charter-leader", "board-member", "under-30", "da-2026")) {
            assertThat(page).doesNotContain(answer);
        }
        assertThat(site.browser().get(made.joinPath()).body())
                .doesNotContain(
                        NOTE, "Alameda", "5 leaders", "2 of 5", made.office().split("/", -1)[2]);
    }

    @Test
    void two_tables_never_differ_by_what_one_or_two_did() {
        var made = make();
        var leaders = new ArrayList<Leader>();
        for (int i = 0; i < 5; i++) leaders.add(leader("superintendent"));
        leaders.forEach(leader -> join(leader, made));
        var first = doneBy(made.browser().get(made.office()).body());
        assertThat(first).isNotEmpty().doesNotContain("1 of 5", "2 of 5", "3 of 5");

        tick(leaders.get(0), "r01");
        assertThat(doneBy(made.browser().get(made.office()).body())).isEqualTo(first);
        tick(leaders.get(1), "r01");
        assertThat(doneBy(made.browser().get(made.office()).body())).isEqualTo(first);
        var newcomer = leader("superintendent");
        join(newcomer, made);
        assertThat(doneBy(made.browser().get(made.office()).body())).contains("2 of 6");
    }

    @Test
    void who_leaves_takes_the_numbers_along_at_once_and_the_table_waits() {
        var made = make();
        var leaders = new ArrayList<Leader>();
        for (int i = 0; i < 5; i++) leaders.add(leader("superintendent"));
        leaders.forEach(leader -> join(leader, made));
        assertThat(made.browser().get(made.office()).body()).contains("<table");

        var first = leaders.getFirst();
        first.browser()
                .post(
                        first.path() + "/leave",
                        "cohort",
                        id(first.browser().get(first.path()).body()));
        assertThat(rows("cohort_step", made)).isZero();
        assertThat(made.browser().get(made.office()).body())
                .contains("4 leaders have joined", "The table waits.")
                .doesNotContain("<table");

        join(first, made);
        tick(leaders.get(1), "r01");
        assertThat(made.browser().get(made.office()).body())
                .as("leaving and coming back is one person")
                .contains("The table waits.");
        tick(leaders.get(2), "r01");
        assertThat(doneBy(made.browser().get(made.office()).body())).contains("2 of 5");
    }

    @Test
    void a_deleted_roadmap_has_left() {
        var made = make();
        var leaders = new ArrayList<Leader>();
        for (int i = 0; i < 4; i++) leaders.add(leader("superintendent"));
        leaders.forEach(leader -> join(leader, made));
        assertThat(made.browser().get(made.office()).body()).contains("<table");

        var gone = leaders.getFirst();
        site.database.write(handle -> {
            new RoadmapStore(handle).delete(gone.id());
            return gone;
        });
        assertThat(made.browser().get(made.office()).body())
                .contains("3 leaders have joined", "The table waits.")
                .doesNotContain("<table");
        assertThat(rows("cohort_step", made)).isZero();
    }

    @Test
    void an_ended_cohort_leaves_nothing() {
        var made = make();
        var leader = leader("principal");
        join(leader, made);
        assertThat(rows("cohort_member", made)).isOne();
        var members = rows("cohort_member");
        var ended = made.browser().post(beside(made, "end"));
        assertThat(ended.headers().firstValue("Location")).contains("/cohorts?done=ended");
        assertThat(site.browser().get("/cohorts?done=ended").body()).contains("The cohort has ended.");
        assertThat(site.browser().get(made.office()).statusCode()).isEqualTo(404);
        assertThat(site.browser().get(made.joinPath()).statusCode()).isEqualTo(404);
        assertThat(leader.browser().get(leader.path()).body()).contains("Your roadmap is in no cohort");
        assertThat(rows("cohort_member")).isEqualTo(members - 1);
    }

    @Test
    void another_site_cannot_make_a_browser_do_any_of_it() {
        var made = make();
        var leader = leader("principal");
        for (var path : List.of(
                "/cohorts", beside(made, "name"), beside(made, "end"), leader.path(), leader.path() + "/leave")) {
            assertThat(leader.browser()
                            .postFrom("Sec-Fetch-Site", "cross-site", path, "link", made.join(), "sure", "yes")
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(made.browser().get(made.office()).body()).contains("Nobody has joined yet");
    }

    @Test
    void a_cohort_that_nobody_looks_at_for_18_months_is_gone() {
        var used = make();
        var forgotten = make();
        var today = LocalDate.now(site.clock);
        lastUsed(used, today.minusMonths(18));
        lastUsed(forgotten, today.minusMonths(18).minusDays(1));
        assertThat(used.browser().get(used.office()).statusCode()).isEqualTo(200);
        assertThat(forgotten.browser().get(forgotten.office()).statusCode()).isEqualTo(404);
        assertThat(forgotten.browser().get(forgotten.joinPath()).statusCode()).isEqualTo(404);
        int deleted = site.database.write(handle -> new CohortStore(handle).deleteUnused(today));
        assertThat(deleted).isOne();
        assertThat(used.browser().get(used.office()).statusCode()).isEqualTo(200);
    }

    private void lastUsed(Made made, LocalDate day) {
        var token = made.office().split("/", -1)[2];
        site.database.write(handle -> handle.execute(
                "UPDATE cohort SET used_on = ? WHERE id = (SELECT cohort_id FROM cohort_link WHERE token_hash = ?)",
                day.toString(),
                Token.hash(token)));
    }

    private Made make() {
        var browser = site.browser();
        var made = browser.post("/cohorts", "name", "New leaders of fall", "office", "Sample County Office");
        assertThat(made.statusCode()).isEqualTo(303);
        var office = made.headers().firstValue("Location").orElseThrow();
        assertThat(office).matches(OFFICE_LINK);
        var join = JOIN_LINK.matcher(browser.get(office).body());
        assertThat(join.find()).isTrue();
        return new Made(office, join.group(1), browser);
    }

    private Leader leader(String role) {
        var today = LocalDate.now(site.clock);
        var answers = new Answers(Map.of(
                "lea", List.of("0161119"),
                "lea-type", List.of("district"),
                "county", List.of("alameda"),
                "role", List.of(role),
                "tenure", List.of("under-30"),
                "identified", List.of("da-2026"),
                "awareness", List.of("new")));
        return site.database.write(handle -> {
            var store = new RoadmapStore(handle);
            var id = store.add(answers, today, Seen.of(Map.of()), today);
            store.addOwn(id, new OwnStep(0, OWN_STEP, null, NOTE, null));
            return new Leader(id, store.mint(id, SavedRoadmap.Way.OWN, today), site.browser());
        });
    }

    private void tick(Leader leader, String step) {
        var today = LocalDate.now(site.clock);
        site.database.write(handle -> {
            new RoadmapStore(handle)
                    .put(leader.id(), new Kept(step, "Title", new Mark(today, today, null, NOTE), List.of()));
            return leader;
        });
    }

    private static void join(Leader leader, Made cohort) {
        var joined = leader.browser().post(leader.path(), "link", cohort.join(), "sure", "yes");
        assertThat(joined.headers().firstValue("Location")).contains(leader.path() + "?done=joined");
    }

    private static String beside(Made made, String what) {
        return made.office().replaceFirst("table$", what);
    }

    private static String id(String page) {
        var matcher = Pattern.compile("name=\"cohort\" value=\"(\\d+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** What stands in the second column of the table. */
    private static List<String> doneBy(String page) {
        return DONE_BY.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private int rows(String table, Made made) {
        var token = made.office().split("/", -1)[2];
        return site.database.read(handle -> handle.createQuery("SELECT count(*) FROM " + table
                        + " WHERE cohort_id = (SELECT cohort_id FROM cohort_link WHERE token_hash = ?)")
                .bind(0, Token.hash(token))
                .mapTo(Integer.class)
                .one());
    }

    private int rows(String table) {
        return site.database.read(handle -> handle.createQuery("SELECT count(*) FROM " + table)
                .mapTo(Integer.class)
                .one());
    }
}
