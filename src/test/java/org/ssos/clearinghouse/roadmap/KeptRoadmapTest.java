package org.ssos.clearinghouse.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.ssos.clearinghouse.CuratingSite;
import org.ssos.clearinghouse.account.AccountSite;
import org.ssos.clearinghouse.web.Token;

/** Roadmaps that are kept, by the front door. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptRoadmapTest {
    /** An LEA with a name that stands nowhere else. */
    private static final String LEA = "0561564";

    private static final String LEA_NAME = "Calaveras Unified";

    @SuppressWarnings("NullAway.Init")
    private AccountSite site;

    @BeforeAll
    void start() throws Exception {
        site = new AccountSite();
    }

    @AfterAll
    void stop() throws IOException {
        site.close();
    }

    // Saving and the link.

    @Test
    void a_saved_roadmap_opens_by_its_link_and_no_cookie_cache_search_engine_or_other_site_learns_it() {
        var browser = site.browser();
        var path = superintendent();

        assertThat(path).matches("/roadmaps/[\\w-]{43}");
        var answer = browser.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body())
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("rel=\"canonical\"");
        var page = Jsoup.parse(answer.body());
        assertThat(page.text()).contains(LEA_NAME, "This link is the only key", "Anyone who has it can see and change");
        assertThat(page.select("a[href*=/roadmaps/], link[href*=/roadmaps/]"))
                .extracting(link -> link.attr("href"))
                .allSatisfy(link -> assertThat(link).startsWith(path + "/"));
    }

    @Test
    void only_the_hash_of_a_token_is_stored_and_no_log_names_it() {
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(logged);
        try {
            var path = superintendent();
            var token = path.substring("/roadmaps/".length());
            var browser = site.browser();
            browser.get(path);
            browser.post(path + "/share");
            Window.open(browser, path).tick("r01").send();
            site.database.write(handle -> handle.execute("ALTER TABLE roadmap_mark RENAME TO roadmap_mark_gone"));
            try {
                assertThat(browser.get(path).statusCode()).isEqualTo(500);
            } finally {
                site.database.write(handle -> handle.execute("ALTER TABLE roadmap_mark_gone RENAME TO roadmap_mark"));
            }

            assertThat(contains(token)).isFalse();
            assertThat(contains(Token.hash(token))).isTrue();
            assertThat(List.copyOf(logged.list))
                    .anySatisfy(line -> assertThat(line.getFormattedMessage()).endsWith("GET /roadmaps/{token}"))
                    .allSatisfy(line -> assertThat(everythingOf(line)).doesNotContain(token, Token.hash(token)));
        } finally {
            root.detachAppender(logged);
        }
    }

    @Test
    void whatever_opens_nothing_is_answered_alike() {
        var deleted = superintendent();
        site.browser().post(deleted + "/delete");
        var pages = new ArrayList<String>();
        for (var path : List.of(deleted, "/roadmaps/" + Token.fresh(), "/roadmaps/x", "/roadmaps/%27--%20x")) {
            var answer = site.browser().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            pages.add(answer.body());
        }
        assertThat(pages)
                .allSatisfy(page ->
                        assertThat(page).isEqualTo(pages.getFirst()).contains("There is no roadmap at this address"));
        for (var step : List.of("", "/answers", "/seen", "/share", "/share/end", "/delete")) {
            assertThat(site.browser().post("/roadmaps/" + Token.fresh() + step).statusCode())
                    .as(step)
                    .isEqualTo(404);
        }
    }

    @Test
    void what_another_site_sends_is_refused_and_a_start_that_cannot_be_leads_back_to_the_intake() {
        var answer = site.browser().post("/roadmaps", "role", "superintendent", "_start", "never");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/new-leaders/intake");
    }

    // Progress.

    @Test
    void ticks_notes_and_other_days_stay_until_they_are_taken_back() {
        var window = window();
        window.tick("r01").fill("note-r07", "Ask Rosa\nfor the file").fill("later-r07", "2027-01-15");
        assertThat(window.send().statusCode()).isEqualTo(303);

        assertThat(window.isTicked("r01")).isTrue();
        assertThat(window.value("note-r07")).isEqualTo("Ask Rosa\nfor the file");
        assertThat(window.value("later-r07")).isEqualTo("2027-01-15");
        assertThat(window.page().text()).contains("Postponed to January 15, 2027");

        window.untick("r01").fill("note-r07", "").fill("later-r07", "").send();
        assertThat(window.isTicked("r01")).isFalse();
        assertThat(window.value("note-r07")).isEmpty();
        assertThat(count("roadmap_mark", window)).isZero();
    }

    @Test
    void own_steps_are_added_changed_ticked_and_removed() {
        var window = window();
        window.fill("own-title-new", "Visit the  night school")
                .fill("own-due-new", "2026-12-24")
                .fill("own-note-new", "Bring cake")
                .send();
        var id = window.page().expectFirst("input[name=own-done]").val();
        assertThat(window.section("own")).contains("Visit the night school", "By December 24, 2026", "Bring cake");

        window.tick("own-done", id).fill("own-title-" + id, "Visit two schools").send();
        assertThat(window.section("own")).contains("Visit two schools", "Done November 21, 2026");
        assertThat(window.page().text()).contains("1 of 1 of your own done");

        window.tick("own-remove", id).send();
        assertThat(window.section("own")).doesNotContain("Visit");
        assertThat(count("roadmap_own_step", window)).isZero();
    }

    @Test
    void what_cannot_be_kept_is_said_beside_its_field_and_everything_else_is_saved() {
        var window = window();
        window.tick("r01")
                .fill("note-r07", "x".repeat(2_001))
                .fill("later-r07", "2020-01-01")
                .fill("later-r16", "next week")
                .fill("own-note-new", "A note without a title")
                .fill("note-r16", "This one is fine");
        assertThat(window.send().statusCode()).isEqualTo(422);

        assertThat(window.page().title()).startsWith("Error: ");
        assertThat(window.page().select(".summary a")).hasSize(4);
        assertThat(window.page().text())
                .contains("has 2001 characters. Use 2000 at most.", "Choose a day from November 21, 2026")
                .contains("Say in a few words what your own step is.", "Everything else on this page is saved.");
        assertThat(window.value("note-r07")).hasSize(2_001);
        assertThat(window.value("later-r16")).isEqualTo("next week");
        assertThat(window.value("own-note-new")).isEqualTo("A note without a title");

        window.again();
        assertThat(window.isTicked("r01")).isTrue();
        assertThat(window.value("note-r16")).isEqualTo("This one is fine");
        assertThat(window.value("note-r07")).isEmpty();
    }

    @Test
    void what_is_mended_after_an_error_is_kept() {
        var window = window();
        window.fill("note-r07", "x".repeat(2_001)).fill("later-r16", "soon").send();
        window.fill("note-r07", "Short").fill("later-r16", "2027-02-01");

        assertThat(window.send().statusCode()).isEqualTo(303);
        assertThat(window.value("note-r07")).isEqualTo("Short");
        assertThat(window.value("later-r16")).isEqualTo("2027-02-01");
    }

    @Test
    void markup_in_notes_and_titles_is_text() {
        var window = window();
        var evil = "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        window.fill("note-r01", evil)
                .fill("own-title-new", evil)
                .fill("own-note-new", evil)
                .send();

        assertThat(window.page().select("main script, main img, [onerror]")).isEmpty();
        assertThat(window.value("note-r01")).isEqualTo(evil);
        assertThat(window.section("own")).contains(evil);
    }

    @Test
    void forms_that_are_no_form_of_ours_change_nothing() {
        var window = window();
        var browser = site.browser();
        assertThat(browser.post(
                                window.path(),
                                "was-nosuch",
                                "x",
                                "done",
                                "nosuch",
                                "note-nosuch",
                                "Hm",
                                "own-was-99",
                                "x")
                        .statusCode())
                .isLessThan(500);
        assertThat(browser.post(window.path(), "was-r01", "....", "later-r01", "-", "note-r01", "\u0000ab\u0007")
                        .statusCode())
                .isEqualTo(422);

        assertThat(count("roadmap_mark", window)).isEqualTo(1);
        assertThat(window.again().value("note-r01")).isEqualTo("ab");
    }

    @Test
    void there_is_a_most_of_own_steps() {
        var window = window();
        for (int i = 0; i < Progress.MOST_OWN; i++) {
            site.browser().post(window.path(), "own-title-new", "Step " + i);
        }
        window.again().fill("own-title-new", "One too many");

        assertThat(window.send().statusCode()).isEqualTo(422);
        assertThat(window.page().text()).contains("You have 50 steps of your own. Remove one to add another.");
        assertThat(count("roadmap_own_step", window)).isEqualTo(Progress.MOST_OWN);
    }

    // Two windows.

    @Test
    void two_windows_lose_neither_ticks_nor_notes_of_each_other() {
        var one = window();
        var other = Window.open(site.browser(), one.path());
        one.tick("r01")
                .fill("note-r07", "From one")
                .fill("note-r16", "Only here")
                .send();
        other.tick("r05").fill("note-r07", "From the other").send();

        assertThat(other.page().text()).contains("was also changed in another window. Both texts are kept.");
        one.again();
        assertThat(one.isTicked("r01")).isTrue();
        assertThat(one.isTicked("r05")).isTrue();
        assertThat(one.value("note-r07")).contains("From one", "From the other");
        assertThat(one.value("note-r16")).isEqualTo("Only here");
    }

    @Test
    void a_window_that_was_left_open_takes_nothing_back() {
        var one = window();
        var stale = Window.open(site.browser(), one.path());
        one.tick("r01")
                .fill("note-r01", "Done with Lee")
                .fill("later-r07", "2027-01-15")
                .send();
        assertThat(stale.send().statusCode()).isEqualTo(303);

        assertThat(stale.isTicked("r01")).isTrue();
        assertThat(stale.value("note-r01")).isEqualTo("Done with Lee");
        assertThat(stale.value("later-r07")).isEqualTo("2027-01-15");
    }

    @Test
    void of_two_days_the_earlier_one_counts_and_what_one_removed_and_the_other_changed_is_not_lost() {
        var one = window();
        one.fill("own-title-new", "Read the minutes").fill("note-r07", "First").send();
        var other = Window.open(site.browser(), one.path());
        var id = one.page().expectFirst("input[name=own-done]").val();
        one.fill("later-r07", "2027-01-15")
                .fill("note-r07", "")
                .tick("own-remove", id)
                .send();
        other.fill("later-r07", "2027-01-10")
                .fill("note-r07", "First and second")
                .fill("own-note-" + id, "Of May");
        assertThat(other.send().statusCode()).isEqualTo(200);

        assertThat(other.page().text())
                .contains("It is now January 10, 2027, the earlier one of the two.")
                .contains("“Read the minutes” was removed in another window. It is back");
        assertThat(other.value("note-r07")).isEqualTo("First and second");
        assertThat(other.section("own")).contains("Read the minutes", "Of May");
    }

    // Other answers.

    @Test
    void other_answers_keep_every_tick_and_note_and_what_left_the_plan_comes_back_with_its_step() {
        var window = window();
        window.tick("r01")
                .fill("note-r01", "Stays")
                .tick("r03")
                .fill("note-r03", "Said hello to Kim")
                .send();
        assertThat(window.page().getElementById("r03")).isNotNull();

        rebuild(window, "principal");
        assertThat(window.isTicked("r01")).isTrue();
        assertThat(window.value("note-r01")).isEqualTo("Stays");
        assertThat(window.page().getElementById("r03")).isNull();
        assertThat(window.section("left"))
                .contains("Introduce yourself to the county office team", "Said hello to Kim", "Done November 21, 2026")
                .contains("You changed your answer to “Your role”. It is now “");
        assertThat(window.page().getElementById("changes"))
                .as("nobody else changed anything")
                .isNull();

        rebuild(window, "superintendent");
        assertThat(window.isTicked("r03")).isTrue();
        assertThat(window.value("note-r03")).isEqualTo("Said hello to Kim");
        assertThat(window.section("left")).isEmpty();

        rebuild(window, "principal");
        window.tick("left-remove", "r03").send();
        assertThat(window.section("left")).isEmpty();
        rebuild(window, "superintendent");
        assertThat(window.isTicked("r03")).isFalse();
        assertThat(window.value("note-r03")).isEmpty();
    }

    @Test
    void the_answers_stand_in_the_wizard_which_keeps_the_address_of_the_roadmap_to_itself() {
        var window = window();
        var answer = site.browser().get(window.path() + "/answers");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("Rebuild my roadmap", LEA_NAME).doesNotContain("name=\"_count\"");
    }

    // A copy for others.

    @Test
    void a_copy_shows_steps_and_offices_and_nothing_that_was_answered_or_written() {
        var window = window();
        window.tick("r01")
                .fill("note-r07", "PRIVATENOTE")
                .fill("own-title-new", "PRIVATESTEP")
                .send();
        var browser = site.browser();
        var shared = Jsoup.parse(browser.post(window.path() + "/share").body())
                .expectFirst("#the-shared-link")
                .val();
        var path = shared.substring(shared.indexOf("/roadmaps/"));
        var answer = site.browser().get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.body())
                .contains("A shared roadmap", "Find out your current status", "Calaveras County Office of Education")
                .doesNotContain("PRIVATENOTE", "PRIVATESTEP", LEA_NAME, LEA, "Why you see it", "You chose")
                .doesNotContain("Superintendent or", "superintendent\"", "news to you", "left open")
                .doesNotContain(window.path(), "<textarea", "name=\"done\"", "method=\"post\" action=\"/roadmaps");
        assertThat(Jsoup.parse(answer.body()).text()).contains("1 of ");

        for (var step : List.of("", "/answers", "/seen", "/share", "/share/end", "/delete")) {
            assertThat(browser.post(path + step).statusCode()).as(step).isEqualTo(404);
        }
        assertThat(browser.get(path + "/answers").statusCode()).isEqualTo(404);
        browser.post(window.path() + "/share/end");
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        assertThat(browser.get(window.path()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_new_link_to_a_copy_ends_the_one_before() {
        var window = window();
        var first = sharedPath(window);
        var second = sharedPath(window);

        assertThat(site.browser().get(first).statusCode()).isEqualTo(404);
        assertThat(site.browser().get(second).statusCode()).isEqualTo(200);
    }

    // The end.

    @Test
    void a_deleted_roadmap_is_gone_from_the_file_its_log_and_new_copies() throws Exception {
        var window = window();
        window.fill("note-r07", "DELETEDNOTE")
                .fill("own-title-new", "DELETEDSTEP")
                .send();
        for (int i = 0; i < 30; i++) {
            Window.open(site.browser(), superintendent())
                    .fill("note-r01", "y".repeat(1_500))
                    .send();
        }
        var hash = Token.hash(window.path().substring("/roadmaps/".length()));
        var key = site.database.read(handle -> handle.createQuery(
                        "SELECT calendar_key FROM roadmap JOIN roadmap_link ON roadmap_id = id WHERE token_hash = ?")
                .bind(0, hash)
                .mapTo(String.class)
                .one());
        assertThat(List.of(contains("DELETEDNOTE"), contains("DELETEDSTEP"), contains(hash), contains(key)))
                .containsOnly(true);

        var answer = site.browser().post(window.path() + "/delete");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Your roadmap is deleted");
        for (var gone : List.of("DELETEDNOTE", "DELETEDSTEP", hash, key)) awaitForgotten(gone);
    }

    @Test
    void a_note_that_is_taken_back_an_own_step_and_answers_before_are_gone_from_the_file_too() throws Exception {
        var window = window();
        window.fill("note-r07", "TAKENBACK").fill("own-title-new", "OWNREMOVED").send();
        var id = window.page().expectFirst("input[name=own-done]").val();
        assertThat(contains("TAKENBACK") && contains("OWNREMOVED")).isTrue();
        window.fill("note-r07", "").tick("own-remove", id).send();
        awaitForgotten("TAKENBACK");
        awaitForgotten("OWNREMOVED");
    }

    /** A minute after the last time that the file was written anew, at most. */
    private void awaitForgotten(String text) {
        site.clock.pass(Duration.ofMinutes(1));
        Awaitility.await(text + " is gone").atMost(Duration.ofSeconds(60)).until(() -> !contains(text));
    }

    @Test
    void what_nobody_opens_for_18_months_is_gone_and_a_copy_does_not_keep_it() throws Exception {
        try (var own = new AccountSite()) {
            var used = Window.save(own.browser(), "role", "principal", "_start", "2026-11-21");
            var unused = Window.save(own.browser(), "role", "principal", "_start", "2026-11-21");
            var link = Jsoup.parse(own.browser().post(unused + "/share").body())
                    .expectFirst("#the-shared-link")
                    .val();
            own.clock.pass(Duration.ofDays(500));
            assertThat(own.browser().get(used).statusCode()).isEqualTo(200);
            assertThat(own.browser()
                            .get(link.substring(link.indexOf("/roadmaps/")))
                            .statusCode())
                    .isEqualTo(200);
            own.clock.pass(Duration.ofDays(60));

            assertThat(own.browser().get(unused).statusCode()).isEqualTo(404);
            assertThat(own.browser().get(used).statusCode()).isEqualTo(200);
            CuratingSite.await(
                    "a night that is noted",
                    () -> clearedAt(own).isAfter(own.clock.instant().minus(Duration.ofDays(1))));
            assertThat(rows(own)).as("a clock that jumped deletes nothing").isEqualTo(2);
            own.clock.pass(Duration.ofDays(1));
            CuratingSite.await("the next night, which deletes it", () -> rows(own) == 1);
        }
    }

    private static Instant clearedAt(AccountSite own) {
        return own.database.read(handle -> handle.createQuery("SELECT at FROM clock_mark WHERE name = 'clearing'")
                .mapTo(String.class)
                .map(Instant::parse)
                .one());
    }

    private static int rows(AccountSite own) {
        return own.database.read(handle -> handle.createQuery("SELECT count(*) FROM roadmap")
                .mapTo(Integer.class)
                .one());
    }

    private String superintendent() {
        return Window.save(
                site.browser(),
                "lea",
                LEA,
                "lea-type",
                "district",
                "county",
                "calaveras",
                "role",
                "superintendent",
                "tenure",
                "under-30",
                "_start",
                "2026-11-21");
    }

    private Window window() {
        return Window.open(site.browser(), superintendent());
    }

    private void rebuild(Window window, String role) {
        var answer = site.browser()
                .post(
                        window.path() + "/answers",
                        "_page",
                        "review",
                        "_go",
                        "plan",
                        "lea",
                        LEA,
                        "lea-type",
                        "district",
                        "county",
                        "calaveras",
                        "role",
                        role,
                        "tenure",
                        "under-30",
                        "_start",
                        "2026-11-21");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        window.again();
    }

    private String sharedPath(Window window) {
        var link = Jsoup.parse(site.browser().post(window.path() + "/share").body())
                .expectFirst("#the-shared-link")
                .val();
        return link.substring(link.indexOf("/roadmaps/"));
    }

    private int count(String table, Window window) {
        return site.database.read(handle -> handle.createQuery("SELECT count(*) FROM " + table
                        + " WHERE roadmap_id = (SELECT roadmap_id FROM roadmap_link WHERE token_hash = ?)")
                .bind(0, Token.hash(window.path().substring("/roadmaps/".length())))
                .mapTo(Integer.class)
                .one());
    }

    /** Whether the text lies in the file of the database, in its log, or in a copy of it made now. */
    private boolean contains(String text) {
        var data = site.folder.resolve("data");
        var copy = data.resolve("copy-" + Token.fresh() + ".db");
        site.database.read(handle -> handle);
        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + data.resolve("clearinghouse.db"));
                var statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + copy + "'");
        } catch (java.sql.SQLException failure) {
            throw new AssertionError(failure);
        }
        try (var files = Files.list(data)) {
            var found = files.filter(file -> file.getFileName().toString().contains(".db"))
                    .anyMatch(file -> holds(file, text));
            Files.delete(copy);
            return found;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private static String everythingOf(ILoggingEvent line) {
        var thrown = line.getThrowableProxy();
        return line.getFormattedMessage() + (thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }
}
