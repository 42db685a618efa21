package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssos.clearinghouse.FreshSite.AGENCY;
import static org.ssos.clearinghouse.FreshSite.GUIDE;
import static org.ssos.clearinghouse.FreshSite.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.Case;
import org.ssos.clearinghouse.vetting.Subject;
import picocli.CommandLine;

/** What is published stays true: by the clock, by the command line, by curators and by owners. */
class KeepingTrueTest {
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/verify/[\\w-]{43})");
    private static final Pattern NEXT = Pattern.compile("href=\"(/curate/due\\?[^\"]*after=[^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("<th scope=\"row\"><a href=\"(/curate/due/[a-z0-9-]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");

    @Test
    void a_link_that_is_dead_on_two_nights_puts_its_entry_in_doubt_and_after_sixty_days_out_of_searches()
            throws Exception {
        try (var site = new FreshSite(3, false)) {
            assertThat(site.runs()).as("the site has just started").isZero();
            night(site, 1);
            assertThat(site.page("/" + GUIDE)).doesNotContain("In doubt");

            night(site, 2);
            await("the doubt", () -> site.page("/" + GUIDE).contains("In doubt since"));
            assertThat(site.page("/" + GUIDE)).contains("A link does not work: " + site.url("/gone"));
            assertThat(site.page("/search?q=California+Attendance+Guide")).contains("/" + GUIDE, "In doubt since");
            assertThat(site.asked).contains("/page \"v1\"");

            site.clock.pass(Duration.ofDays(60));
            await("the night", () -> site.runs() == 3);
            await("it to leave", () -> !finds(site, "California+Attendance+Guide", GUIDE));
            assertThat(site.page("/api/v1/suggest?q=California+Attendance+Guide"))
                    .doesNotContain("/" + GUIDE + "\"");
            assertThat(site.browser().get("/" + GUIDE).statusCode()).isEqualTo(200);
            assertThat(finds(site, "California+Department+of+Education", AGENCY))
                    .isTrue();
            assertThat(site.page("/" + AGENCY)).contains("In doubt since");

            site.gone.set(200);
            night(site, 4);
            await("it to come back", () -> finds(site, "California+Attendance+Guide", GUIDE));
            assertThat(site.page("/" + GUIDE)).doesNotContain("In doubt");
        }
    }

    @Test
    void the_command_says_for_each_entry_what_does_not_work_also_beside_the_running_site() throws Exception {
        try (var site = new FreshSite(null, false)) {
            var first = links(site);
            assertThat(first.status()).isEqualTo(1);
            assertThat(first.out())
                    .contains(GUIDE + ".yaml")
                    .anyMatch(line -> line.startsWith("  dead: " + site.url("/gone")))
                    .last()
                    .asString()
                    .startsWith("2 addresses: 1 work, 1 dead");
            site.clock.pass(Duration.ofDays(1));
            links(site);
            await("the doubt", () -> site.page("/" + GUIDE).contains("In doubt since"));

            Files.writeString(site.content("link-exceptions.yaml"), """
                    exceptions:
                      - {prefix: '%s', because: opened by hand each quarter}
                    """.formatted(
                            site.url("/gone").replace("/gone", "/")));
            var excepted = links(site);
            assertThat(excepted.status()).isZero();
            assertThat(excepted.out()).last().asString().contains("2 of them by exception");
            await("no doubt", () -> !site.page("/" + GUIDE).contains("In doubt since"));
        }
    }

    @Test
    void a_report_of_a_reader_puts_an_entry_in_doubt_as_long_as_its_case_is_open() throws Exception {
        try (var site = new FreshSite(null, false)) {
            var text = Files.readString(site.content(GUIDE + ".yaml"));
            var id = new EntryId("california-attendance-guide");
            var draft = new Draft(org.ssos.clearinghouse.entry.Kind.RESOURCE, text, id, ContentFiles.sha256(text));
            site.app.cases().open(new NewCase(draft, new Sender("", "", null, null), Subject.REPORT.name(), "Wrong."));
            await("the doubt", () -> site.page("/" + GUIDE).contains("A reader reported a problem"));
            var curator = site.member("reports@example.org", Role.CURATOR);
            await(
                    "the list",
                    () -> curator.get("/curate/due?view=flagged").body().contains("California Attendance Guide"));
            assertThat(curator.get("/curate/due?view=dead-links").body()).contains("Nothing is in this view.");
        }
    }

    @Test
    void the_list_shows_what_is_due_and_stays_in_order_under_paging() throws Exception {
        try (var site = new FreshSite(null, false)) {
            var curator = site.member("due@example.org", Role.CURATOR);
            assertThat(curator.get("/curate/due").body()).contains("Nothing is in this view.");
            assertThat(site.page("/vetting")).contains("Entries in date", "100%");

            site.clock.pass(Duration.ofDays(100));
            curator = site.member("later@example.org", Role.CURATOR);
            var first = curator.get("/curate/due?view=due");
            assertThat(first.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
            var rows = found(ROW, first.body());
            assertThat(rows).hasSize(25);
            var next = found(NEXT, first.body()).getFirst().replace("&amp;", "&");
            var second = found(ROW, curator.get(next).body());
            assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(rows);
            assertThat(found(ROW, curator.get("/curate/due?kind=resource").body()))
                    .hasSizeLessThan(25);
            assertThat(site.page("/vetting")).doesNotContain("100%");
            assertThat(site.page("/initiatives/ca-mtss")).contains("Check overdue since");
            assertThat(site.page("/search?q=mtss")).contains("Check overdue since");
        }
    }

    @Test
    void still_right_takes_somebody_who_says_how_and_has_seen_what_stands_there() throws Exception {
        try (var site = new FreshSite(null, false)) {
            var curator = site.member("checks@example.org", Role.CURATOR);
            var path = "/curate/due/ca-mtss";
            assertThat(site.browser().get(path).statusCode()).isEqualTo(303);

            var page = curator.get(path).body();
            assertThat(page).contains("Nobody has checked it on this site", "/suggest?entry=ca-mtss");
            var seen = found(SEEN, page).getFirst();
            var silent = curator.post(path + "/check", "seen", seen, "note", "By phone");
            assertThat(silent.statusCode()).isEqualTo(422);
            assertThat(silent.body()).contains("Say how you checked it.", ">By phone</textarea>");
            var stale = curator.post(path + "/check", "seen", "0".repeat(64), "how", "sources");
            assertThat(stale.statusCode()).isEqualTo(422);
            assertThat(stale.body()).contains("The entry changed since you opened this page.");

            var done = curator.post(path + "/check", "seen", seen, "how", "sources", "note", "By phone");
            assertThat(done.statusCode()).isEqualTo(303);
            assertThat(cases(site))
                    .singleElement()
                    .satisfies(one -> assertThat(one.subject()).isEqualTo(Subject.STILL_RIGHT));
            await(
                    "the check",
                    () -> site.page("/initiatives/ca-mtss")
                            .contains("by Curator, Sample COE, held against its sources, due again February 21, 2027"));
        }
    }

    @Test
    void an_owner_answers_by_one_of_three_links_that_are_shown_once_where_no_mail_is_sent() throws Exception {
        try (var site = new FreshSite(null, false)) {
            var curator = site.member("asks@example.org", Role.CURATOR);
            var path = "/curate/due/cde";
            curator.get(path);
            var stranger = curator.post(path + "/question", "email", "somebody@example.org");
            assertThat(stranger.statusCode()).isEqualTo(422);
            assertThat(stranger.body()).contains("Choose one of the offices of this entry.");

            var old = ask(curator, path);
            var links = ask(curator, path);
            var owner = site.browser();
            assertThat(owner.get(old.getFirst()).statusCode())
                    .as("a newer one was made")
                    .isEqualTo(410);
            assertThat(curator.get(path).body()).doesNotContain("/verify/");

            var before = cases(site).size();
            var look = owner.get(links.get(1));
            assertThat(look.body()).contains("What has to change");
            assertThat(look.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
            assertThat(look.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(cases(site)).as("looking makes no case").hasSize(before);

            var silent = owner.post(links.get(1), "words", " ");
            assertThat(silent.statusCode()).isEqualTo(422);
            assertThat(silent.body()).contains("Say what is no longer right.");
            var answered = owner.post(links.get(1), "words", "The phone number has changed.");
            assertThat(answered.headers().firstValue("Location").orElseThrow()).startsWith("/cases/");
            assertThat(cases(site)).hasSize(before + 1).last().satisfies(one -> {
                assertThat(one.subject()).isEqualTo(Subject.CHANGE);
                assertThat(one.state().isOpen()).isTrue();
            });
            for (var used : links) assertThat(owner.get(used).statusCode()).isEqualTo(410);
            assertThat(owner.post(links.getFirst()).statusCode()).isIn(403, 410);
            assertThat(curator.get(path).body()).contains("it needs a change");
            assertThat(store(site)).doesNotContain(links.getFirst().substring("/verify/".length()));
        }
    }

    @Test
    void each_answer_makes_its_own_kind_of_case_and_none_after_thirty_days() throws Exception {
        try (var site = new FreshSite(null, false)) {
            var curator = site.member("kinds@example.org", Role.CURATOR);
            var owner = site.browser();
            var right = ask(curator, "/curate/due/cde").getFirst();
            owner.fill(right, right);
            var ended = ask(curator, "/curate/due/cde").get(2);
            owner.fill(ended, ended, "words", "It closed in June.");
            assertThat(cases(site)).extracting(Case::subject).contains(Subject.STILL_RIGHT, Subject.ARCHIVE);
            assertThat(site.page("/agencies/cde"))
                    .as("nothing is published by it")
                    .doesNotContain("closed in June");

            var late = ask(curator, "/curate/due/cde").getFirst();
            site.clock.pass(Duration.ofDays(31));
            assertThat(owner.get(late).statusCode()).isEqualTo(410);
        }
    }

    @Test
    void the_question_and_the_reminder_go_out_by_mail() throws Exception {
        try (var site = new FreshSite(null, true)) {
            var smtp = Objects.requireNonNull(site.smtp);
            var curator = site.member("mails@example.org", Role.CURATOR);
            curator.get("/curate/due/cde");
            var sent = curator.post("/curate/due/cde/question", "email", "CASystemofSupport@cde.ca.gov");
            assertThat(sent.body()).contains("A mail with three links goes to").doesNotContain("/verify/");
            assertThat(smtp.waitForIncomingEmail(20_000, 1)).isTrue();
            var question = smtp.getReceivedMessages()[0];
            assertThat(question.getSubject()).startsWith("Is this still right?");
            var links = found(LINK, question.getContent().toString());
            assertThat(links).hasSize(3);
            assertThat(site.browser().get(links.getFirst()).statusCode()).isEqualTo(200);

            site.clock.pass(Duration.ofDays(95));
            assertThat(smtp.waitForIncomingEmail(20_000, 2)).isTrue();
            var reminder = smtp.getReceivedMessages()[1];
            assertThat(reminder.getAllRecipients()[0].toString()).isEqualTo("mails@example.org");
            assertThat(reminder.getContent().toString())
                    .contains("Entries past their check: ", "/curate/due?view=due", "because your account at the");
        }
    }

    private static void night(FreshSite site, int number) throws InterruptedException {
        site.clock.pass(Duration.ofDays(1));
        await("night " + number, () -> site.runs() == number);
    }

    private static boolean finds(FreshSite site, String words, String entry) {
        return site.page("/api/v1/search?size=50&q=" + words).contains("\"/" + entry + "\"");
    }

    private static List<String> ask(Browser curator, String path) {
        curator.get(path);
        var shown = curator.post(path + "/question", "email", "CASystemofSupport@cde.ca.gov");
        assertThat(shown.body()).contains("They are shown only now.");
        var links = found(LINK, shown.body());
        assertThat(links).hasSize(3);
        return links;
    }

    private record Ended(int status, List<String> out) {}

    private static Ended links(FreshSite site) {
        var out = new ByteArrayOutputStream();
        var command = new LinksCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                () -> site.settings,
                site.reach(),
                Duration.ZERO,
                site.clock);
        int status = new CommandLine(command).execute();
        return new Ended(status, out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static List<Case> cases(FreshSite site) {
        var all = new java.util.ArrayList<>(site.app.cases().open());
        all.addAll(site.app.cases().closed(null, 100));
        return all;
    }

    private static String store(FreshSite site) throws Exception {
        var all = new StringBuilder();
        for (var file : new String[] {"clearinghouse.db", "clearinghouse.db-wal"}) {
            all.append(Files.readString(site.settings.data().resolve(file), StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
