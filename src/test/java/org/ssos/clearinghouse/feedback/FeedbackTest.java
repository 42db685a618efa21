package org.ssos.clearinghouse.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.account.AccountSite;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.entry.EntryId;

/** Readers say whether an entry helped and what is wrong with it; curators see, count and answer. */
class FeedbackTest {
    private static final String ENTRY = "/initiatives/ca-mtss";
    private static final String VOTE = "/feedback?entry=ca-mtss";
    private static final String REPORT = VOTE + "&say=problem";
    private static final String FLAGGED = "A reader reported a problem with this entry.";
    private static final Pattern NOTE = Pattern.compile("href=\"(/curate/feedback/\\d+)\"");
    private static final Pattern DUE = Pattern.compile("<th scope=\"row\"><a href=\"/curate/due/([a-z0-9-]+)\"");
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\">Show what follows");

    @SuppressWarnings("NullAway.Init")
    private AccountSite site;

    @BeforeEach
    void start() throws Exception {
        site = new AccountSite();
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    @Test
    void a_vote_counts_and_only_words_are_kept_beside_the_count() {
        var reader = site.browser();
        var page = reader.get(ENTRY).body();
        assertThat(page).contains("Was this helpful?", "/feedback?entry=ca-mtss&amp;say=yes", "Report a problem");
        assertThat(reader.get(VOTE + "&say=no").body()).contains("value=\"no\" checked");

        var thanks = vote(reader, "no", "");
        assertThat(location(thanks)).isEqualTo("/feedback?entry=ca-mtss&done=vote");
        assertThat(reader.get(location(thanks)).body()).contains("Thank you", "It counts.");
        vote(site.browser(), "yes", "The steps helped.");

        assertThat(counts()).containsExactly(Map.entry(new EntryId("ca-mtss"), new Counts(1, 1, 0)));
        assertThat(rows("SELECT * FROM reader_note"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row)
                        .containsEntry("words", "The steps helped.")
                        .doesNotContainValue("192.0.2"));
        assertThat(reader.get(ENTRY).body()).doesNotContain(FLAGGED);
    }

    @Test
    void a_problem_opens_a_case_and_the_page_says_so_until_it_is_closed() {
        var reader = site.browser();
        // Twice, so that the page is kept; it must not be shown any more afterwards.
        reader.get(ENTRY);
        assertThat(reader.get(ENTRY).body()).doesNotContain(FLAGGED);

        var path = location(report(reader, "link", "The first link leads nowhere."));
        assertThat(path).startsWith("/cases/");
        assertThat(reader.get(path).body())
                .contains("Report of a reader", "A link does not work. The first link leads nowhere.");
        assertThat(site.browser().get(ENTRY).body()).contains(FLAGGED, "November 21, 2026");
        assertThat(counts().get(new EntryId("ca-mtss"))).isEqualTo(new Counts(0, 0, 1));

        reader.fill(path, path + "/withdrawal", "withdrawal-reason", "My mistake.");
        assertThat(site.browser().get(ENTRY).body()).doesNotContain(FLAGGED);
        assertThat(location(report(site.browser(), "link", ""))).startsWith("/cases/");
    }

    @Test
    void the_same_problem_joins_the_open_case_and_another_opens_its_own() {
        report(site.browser(), "link", "The first link leads nowhere.");
        var second = site.browser();
        var answer = report(second, "link", "Same here.");
        assertThat(location(answer)).isEqualTo("/feedback?entry=ca-mtss&done=joined");
        assertThat(second.get(location(answer)).body()).contains("Somebody reported the same problem before you");
        assertThat(rows("SELECT id FROM vetting_case")).hasSize(1);
        assertThat(rows("SELECT DISTINCT case_id FROM reader_note")).hasSize(1);

        assertThat(location(report(second, "contact", ""))).startsWith("/cases/");
        assertThat(location(report(second, "other", "The page is blue."))).startsWith("/cases/");
        assertThat(location(report(second, "other", "The page is green."))).startsWith("/cases/");
        assertThat(rows("SELECT id FROM vetting_case")).hasSize(4);
        assertThat(counts().get(new EntryId("ca-mtss"))).isEqualTo(new Counts(0, 0, 5));
    }

    @Test
    void mistakes_are_answered_in_words_and_what_was_typed_stays() {
        var reader = site.browser();
        var nothing = vote(reader, "", "I looked for a phone number.");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Choose whether it was helpful.", "I looked for a phone number.");

        var bad = reader.fill(REPORT, "/feedback", "entry", "ca-mtss", "say", "problem", "email", "nobody");
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("Choose what is wrong.", "Enter an e-mail address such as", "value=\"nobody\"");
        assertThat(report(reader, "wrong", "").body()).contains("Say in a sentence what is wrong.");
        assertThat(vote(reader, "yes", "x".repeat(2_001)).body()).contains("Shorten your words to 2000 characters");
        assertThat(reader.get("/feedback?entry=no-such-entry").statusCode()).isEqualTo(404);
        assertThat(rows("SELECT * FROM reader_note")).isEmpty();
    }

    @Test
    void a_form_of_another_site_and_a_flood_are_refused() {
        var stranger = site.browser();
        assertThat(stranger.post("/feedback", "entry", "ca-mtss", "say", "vote", "helpful", "yes")
                        .statusCode())
                .isEqualTo(403);
        var reader = site.browser();
        for (int i = 0; i < 10; i++) report(reader, "link", "");
        var refused = report(reader, "link", "Once more.");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("3600");
        assertThat(refused.body()).contains("This was not sent.", "until 10:00 AM", "Once more.");
        site.clock.pass(Duration.ofHours(1));
        assertThat(report(reader, "link", "").statusCode()).isEqualTo(303);
    }

    @Test
    void an_answer_reaches_the_reader_and_is_published_only_where_they_agreed() {
        var reader = site.browser();
        var path = location(report(reader, "contact", "The number rings at Jo’s home.", "publish", "yes"));
        vote(reader, "no", "Too long.");
        var curator = site.person(Role.CURATOR).browser();
        var desk = curator.get("/curate/feedback").body();
        assertThat(desk).contains("The number rings at Jo’s home.", "Too long.", "Case 2026-0001");
        var note = notes(desk).getFirst();
        assertThat(curator.get(note).body()).contains("It is published on the page of the entry", "private page");

        var empty = curator.fill(note, note + "/answer", "said", "The number was wrong.", "did", "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Say what was done, or why nothing was.", "The number was wrong.");
        var sent = curator.post(note + "/answer", "said", "The number was wrong.", "did", "We put in the office’s.");
        assertThat(location(sent)).isEqualTo("/curate/feedback?done=answer");
        assertThat(curator.post(note + "/answer", "said", "Again.", "did", "Again.")
                        .statusCode())
                .isEqualTo(409);

        for (var page : List.of(ENTRY, "/feedback")) {
            assertThat(reader.get(page).body())
                    .contains("You said, we did", "The number was wrong.", "We put in the office’s.")
                    .doesNotContain("Jo’s home");
        }
        assertThat(reader.get(path).body()).contains("We put in the office’s.").doesNotContain("Ana Sample");

        var other = notes(curator.get("/curate/feedback").body()).getFirst();
        assertThat(curator.get(other).body()).contains("did not agree that one is published");
        assertThat(curator.post(other + "/answer", "did", "We read it.").statusCode())
                .isEqualTo(409);
        curator.fill(other, other + "/look");
        assertThat(curator.get("/curate/feedback").body()).contains("Nothing is in this view.");
        assertThat(curator.get("/curate/feedback?view=closed&said=not-helpful").body())
                .contains("Too long.")
                .doesNotContain("Jo’s home");
        assertThat(rows("SELECT detail FROM audit WHERE action = 'answer-reports' ORDER BY id"))
                .extracting(row -> row.get("detail"))
                .containsExactly("answer", "look");
    }

    @Test
    void somebody_who_joined_a_case_leaves_an_address_that_goes_with_the_answer() {
        report(site.browser(), "link", "");
        report(site.browser(), "link", "Here too.", "email", "office@example.org");
        var curator = site.person(Role.EDITOR).browser();
        var note = notes(curator.get("/curate/feedback").body()).getLast();
        assertThat(curator.get(note).body())
                .contains("No mail server is set: write to office@example.org yourself.", "which it joined");
        curator.fill(note, note + "/answer", "did", "We put in the new link.");
        assertThat(rows("SELECT email FROM reader_note WHERE words = 'Here too.'"))
                .extracting(row -> row.get("email"))
                .containsOnlyNulls();
    }

    @Test
    void only_those_whose_roles_allow_it_see_and_answer() {
        vote(site.browser(), "no", "Too long.");
        assertThat(site.browser().get("/curate/feedback").statusCode()).isEqualTo(303);
        var reviewer = site.person(Role.REVIEWER).browser();
        var note = notes(reviewer.get("/curate/feedback").body()).getFirst();
        assertThat(reviewer.get(note).body()).contains("Too long.").doesNotContain("Looked at, nothing to answer");
        var refused = reviewer.fill("/curate", note + "/look");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("To answer what readers report takes the role editor or curator");
        assertThat(reviewer.get("/curate").body()).contains("/curate/feedback");
    }

    @Test
    void a_year_after_it_was_dealt_with_only_the_count_is_left_and_then_not_even_that() {
        vote(site.browser(), "no", "Too long.");
        var curator = site.person(Role.CURATOR).browser();
        var note = notes(curator.get("/curate/feedback").body()).getFirst();
        curator.fill(note, note + "/look");

        site.clock.pass(Duration.ofDays(200));
        vote(site.browser(), "yes", "");
        assertThat(rows("SELECT * FROM reader_note")).hasSize(1);
        assertThat(counts().get(new EntryId("ca-mtss"))).isEqualTo(new Counts(1, 1, 0));
        site.clock.pass(Duration.ofDays(166));
        vote(site.browser(), "yes", "");
        assertThat(rows("SELECT * FROM reader_note")).isEmpty();
        assertThat(counts().get(new EntryId("ca-mtss"))).isEqualTo(new Counts(2, 0, 0));
    }

    @Test
    void pages_stay_as_they_are_when_more_comes_in() {
        for (int i = 0; i < 30; i++) vote(site.browser(), "no", "Comment " + i + ".");
        var curator = site.person(Role.CURATOR).browser();
        var first = curator.get("/curate/feedback").body();
        assertThat(first).contains("Comment 24.").doesNotContain("Comment 25.");
        var note = notes(first).getFirst();
        curator.fill(note, note + "/look");
        assertThat(curator.get(next(first)).body())
                .contains("Comment 25.", "Comment 29.")
                .doesNotContain("Comment 24.");
        assertThat(curator.get("/curate/feedback?entry=lcff-not").body()).contains("Nothing is in this view.");
    }

    @Test
    void entries_that_help_least_come_first_and_one_voice_weighs_less_than_many() {
        for (int i = 0; i < 3; i++) vote(site.browser(), "no", "");
        site.browser().fill("/feedback?entry=21csla", "/feedback", "entry", "21csla", "say", "vote", "helpful", "no");
        var curator = site.person(Role.CURATOR).browser();
        assertThat(curator.get("/curate/feedback?view=entries").body())
                .containsSubsequence("/initiatives/ca-mtss", "/initiatives/21csla", "2 of 2 shown");
        assertThat(curator.get("/curate/feedback?view=entries&after=666667:21csla")
                        .body())
                .doesNotContain("/initiatives/ca-mtss");
        assertThat(curator.get("/curate/feedback?view=entries&kind=event").body())
                .contains("No reader said anything yet that fits.");
    }

    @Test
    void what_is_due_can_be_looked_at_by_how_little_it_helped() {
        site.clock.pass(Duration.ofDays(150));
        for (int i = 0; i < 3; i++) vote(site.browser(), "no", "");
        var curator = site.person(Role.CURATOR).browser();
        var first = curator.get("/curate/due?view=due&order=unhelpful").body();
        var rows = DUE.matcher(first).results().map(row -> row.group(1)).toList();
        assertThat(rows).hasSize(25).startsWith("ca-mtss");
        var second = curator.get(next(first)).body();
        assertThat(DUE.matcher(second).results().map(row -> row.group(1)))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(rows);
    }

    @Test
    void the_share_is_a_half_without_voices_and_near_the_truth_with_many() {
        assertThat(Counts.NONE.unhelpfulShare()).isEqualTo(0.5);
        assertThat(new Counts(0, 1, 0).unhelpfulShare()).isLessThan(new Counts(0, 20, 0).unhelpfulShare());
        assertThat(new Counts(75, 25, 9).unhelpfulShare()).isBetween(0.25, 0.26);
    }

    private Map<EntryId, Counts> counts() {
        return site.database.read(handle -> new Notes(handle).counts(site.clock.instant(), site.clock.getZone()));
    }

    private List<Map<String, Object>> rows(String sql) {
        return site.database.read(handle -> handle.createQuery(sql).mapToMap().list());
    }

    private static HttpResponse<String> vote(Browser reader, String helpful, String words) {
        return reader.fill(VOTE, "/feedback", "entry", "ca-mtss", "say", "vote", "helpful", helpful, "words", words);
    }

    private static HttpResponse<String> report(Browser reader, String what, String words, String... more) {
        var fields =
                new java.util.ArrayList<>(List.of("entry", "ca-mtss", "say", "problem", "what", what, "words", words));
        fields.addAll(List.of(more));
        return reader.fill(REPORT, "/feedback", fields.toArray(String[]::new));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static List<String> notes(String page) {
        return NOTE.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String next(String page) {
        var matcher = NEXT.matcher(page);
        if (!matcher.find()) throw new AssertionError(page);
        return matcher.group(1).replace("&amp;", "&");
    }
}
