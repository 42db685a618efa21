package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ssos.clearinghouse.CuratingSite.Member;
import org.ssos.clearinghouse.account.Actor;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.account.MovingClock;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.submission.NewCase;
import org.ssos.clearinghouse.submission.Sender;
import org.ssos.clearinghouse.vetting.By;
import org.ssos.clearinghouse.vetting.Case;
import org.ssos.clearinghouse.vetting.CaseState;
import org.ssos.clearinghouse.vetting.Subject;
import picocli.CommandLine;

/**
 * Tries every way to change a public page without two people, on the running site. The only one that leads there is an
 * administrator's emergency, which says so to everybody.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NobodyAloneTest {
    private static final int STEPS = 250;
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");
    private static final EntryId ENTRY = new EntryId("ca-mtss");
    private static final EntryId OTHER_ENTRY = new EntryId("21csla");
    private static final EntryId BY_HAND = new EntryId("captain");

    /** What has nothing to do with an entry: sessions, one's own account, the chosen LEA, and who is somebody here. */
    private static final Set<String> OF_NO_ENTRY = Set.of(
            "POST /account/name",
            "POST /account/password",
            "POST /account/sessions/end-others",
            "POST /account/sessions/{id}/end",
            "POST /account/two-step",
            "POST /account/two-step/anew",
            "POST /account/two-step/off",
            "POST /account/two-step/recovery-codes",
            "POST /cohorts",
            "POST /cohorts/{token}/end",
            "POST /cohorts/{token}/name",
            "POST /curate/accounts",
            "POST /curate/accounts/{id}/disabling",
            "POST /curate/accounts/{id}/enabling",
            "POST /curate/accounts/{id}/reset",
            "POST /curate/accounts/{id}/roles",
            "POST /curate/accounts/{id}/sign-out",
            "POST /curate/feedback/{number}/answer",
            "POST /curate/feedback/{number}/look",
            "POST /feedback",
            "POST /leas/forget",
            "POST /leas/{cds}/choose",
            "POST /links/{token}",
            "POST /new-leaders/intake",
            "POST /roadmaps",
            "POST /roadmaps/{token}",
            "POST /roadmaps/{token}/answers",
            "POST /roadmaps/{token}/cohorts",
            "POST /roadmaps/{token}/cohorts/leave",
            "POST /roadmaps/{token}/delete",
            "POST /roadmaps/{token}/mail",
            "POST /roadmaps/{token}/seen",
            "POST /roadmaps/{token}/share",
            "POST /roadmaps/{token}/share/end",
            "POST /sign-in",
            "POST /sign-in/code",
            "POST /sign-out");

    /** What one person may do on the site alone: say that nothing changed, and the take-down, which is flagged. */
    private static final Set<String> BY_ONE_PERSON = Stream.concat(
                    Stream.of("POST /curate/due/{id}/check"),
                    Arrays.stream(Kind.values()).map(kind -> "POST /" + kind.path() + "/{id}/archive/take-down"))
            .collect(Collectors.toSet());

    private static final Pattern ANSWER_LINK = Pattern.compile("/verify/[\\w-]{43}");

    private final MovingClock clock = new MovingClock();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    /** The private links, by the ids of the cases. */
    private final Map<String, String> links = new HashMap<>();

    private int number;

    @SuppressWarnings("NullAway.Init")
    private CuratingSite site;

    @SuppressWarnings("NullAway.Init")
    private Member alone;

    @SuppressWarnings("NullAway.Init")
    private Member editor;

    @SuppressWarnings("NullAway.Init")
    private Member curator;

    @SuppressWarnings("NullAway.Init")
    private Map<String, List<String>> forms;

    @BeforeAll
    void start() throws Exception {
        site = new CuratingSite(clock);
        alone = site.member(Role.EDITOR, Role.LEAD_REVIEWER, Role.REVIEWER, Role.CURATOR);
        editor = site.member(Role.EDITOR);
        curator = site.member(Role.CURATOR);
        forms = site.forms(alone);
    }

    @AfterAll
    void stop() throws IOException {
        site.close();
    }

    // One account with every role but the administrator's, who also sits at the public form and holds private links.

    @Test
    void one_person_at_every_address_at_random_publishes_nothing() {
        var tries = tries();
        assertThat(site.routes().stream()
                        .filter(route -> !route.startsWith("GET "))
                        .filter(route -> !OF_NO_ENTRY.contains(route) && !BY_ONE_PERSON.contains(route)))
                .as("each address that changes something is tried here")
                .containsExactlyInAnyOrderElementsOf(tries.keySet());

        var before = site.handedOver();
        var page = site.browser().get("/initiatives/" + ENTRY).body();
        var cases = new ArrayList<Opened>();
        for (int step = 0; step < STEPS; step++) {
            if (cases.size() < 3 || random.nextInt(40) == 0) cases.add(opened());
            archiving().ifPresent(cases::add);
            var one = cases.get(Math.max(0, cases.size() - 1 - random.nextInt(3)));
            var routes = List.copyOf(tries.keySet());
            var route = routes.get(random.nextInt(routes.size()));
            var answer = Objects.requireNonNull(tries.get(route)).apply(route, one);
            assertThat(answer.statusCode()).as(route + ", seed " + seed).isLessThan(500);
            assertThat(site.handedOver()).as(route + ", seed " + seed).isEqualTo(before);
        }
        assertThat(site.browser().get("/initiatives/" + ENTRY).body()).isEqualTo(page);
    }

    private record Opened(String id, String link) {}

    /** The case about the archive that was opened on the way, when there is one. */
    private Optional<Opened> archiving() {
        var found = archives.isEmpty() ? null : archives.removeLast();
        return site.cases().open().stream()
                .filter(one -> one.subject() == Subject.ARCHIVE && one.entry().equals(found))
                .findFirst()
                .map(one -> new Opened(one.id(), "/cases/none"));
    }

    private Opened opened() {
        var id = "walk-" + ++number;
        var sender = new Sender("Olga", "Elsewhere COE", null, null);
        var kind = random.nextInt(3) == 0 ? Kind.RESOURCE : Kind.INITIATIVE;
        var link = site.cases()
                .open(NewCase.of(new Draft(kind, CuratingSite.text(kind, id, "Walk " + number), null, null), sender));
        return new Opened(site.ofLink(link).id(), link);
    }

    /** The entries that somebody asked to archive just now. */
    private final Deque<String> archives = new ArrayDeque<>();

    /** The links that an owner was sent. */
    private List<String> answers = List.of();

    private HttpResponse<String> archive(String path) {
        archives.add(path.substring(path.lastIndexOf('/') + 1));
        return alone.browser().post(path + "/archive", "reason", "It has ended.");
    }

    /** Asks the owner of an entry, and keeps the links as if one's own office were the owner. */
    private HttpResponse<String> ask() {
        var answer = alone.browser().post("/curate/due/cde/question", "email", "CASystemofSupport@cde.ca.gov");
        answers = ANSWER_LINK
                .matcher(answer.body())
                .results()
                .map(MatchResult::group)
                .toList();
        return answer;
    }

    private HttpResponse<String> answer() {
        if (answers.isEmpty()) ask();
        var link = answers.get(random.nextInt(answers.size()));
        archives.add("cde");
        var owner = site.browser();
        owner.get(link);
        return owner.post(link, "words", "So it is.");
    }

    private HttpResponse<String> owned(Opened one) {
        var owner = site.browser();
        owner.get(one.link() + "/draft");
        return owner.post(one.link() + "/draft", "title", "Walked over", "link", "https://example.org/walk");
    }

    private Map<String, BiFunction<String, Opened, HttpResponse<String>>> tries() {
        var all = new TreeMap<String, BiFunction<String, Opened, HttpResponse<String>>>();
        for (var form : forms.entrySet()) {
            all.put("POST /curate/cases/{id}/" + form.getKey(), (_, one) -> sent(one, form.getKey(), form.getValue()));
        }
        for (var form : List.of("answer", "appeal", "withdrawal")) {
            all.put("POST /cases/{token}/" + form, (_, one) -> {
                if (form.equals("withdrawal") && random.nextInt(5) > 0)
                    return site.browser().get(one.link());
                return site.browser().post(one.link() + "/" + form, "answer", "Yes.", "appeal-information", "New.");
            });
        }
        all.put("POST /cases/{token}/draft", (_, one) -> owned(one));
        all.put("POST /verify/{token}", (_, _) -> answer());
        all.put("POST /curate/due/{id}/question", (_, _) -> ask());
        for (var kind : Kind.values()) {
            all.put("POST /" + kind.path() + "/{id}/archive", (_, _) -> archive("/initiatives/" + ENTRY));
            all.put(
                    "POST /" + kind.path() + "/{id}/history/{number}",
                    (_, _) -> alone.browser().post("/initiatives/" + ENTRY + "/history/before-" + random.nextInt(3)));
        }
        all.put("POST /suggest", (_, _) -> {
            var text = site.published(Kind.INITIATIVE, ENTRY).replaceFirst("(?m)^title: .*$", "title: Walked over");
            return suggest(random.nextBoolean() ? alone.browser() : site.browser(), text);
        });
        return all;
    }

    private List<String> form(String name) {
        return Objects.requireNonNull(forms.get(name));
    }

    private String link(Case one) {
        return Objects.requireNonNull(links.get(one.id()));
    }

    private HttpResponse<String> sent(Opened one, String form, List<String> usual) {
        var before = site.cases().find(one.id()).orElseThrow();
        var fields = new ArrayList<>(usual);
        if (form.equals("draft")) {
            fields.set(1, CuratingSite.text(before.kind(), before.entry(), "Walked over " + ++number));
        }
        if (form.equals("decision")) {
            fields.set(
                    1,
                    List.of("publish", "publish", "schedule", "ask", "decline").get(random.nextInt(5)));
        }
        switch (random.nextInt(10)) {
            case 0 -> {} // No version at all.
            case 1 -> fields.addAll(List.of("version", String.valueOf(before.version() - 1)));
            case 2 -> fields.addAll(List.of("version", "newest"));
            default -> fields.addAll(List.of("version", String.valueOf(before.version())));
        }
        if (!fields.isEmpty() && random.nextInt(12) == 0) fields.subList(0, 2).clear();
        return alone.browser().post("/curate/cases/" + one.id() + "/" + form, fields.toArray(String[]::new));
    }

    /** Sends a whole text as a suggestion, past what the machines find in it. */
    private HttpResponse<String> suggest(Browser browser, String text) {
        var base = ContentFiles.sha256(site.published(Kind.INITIATIVE, ENTRY));
        var page = "/suggest?entry=" + ENTRY + "&view=text";
        var first = browser.fill(page, "/suggest", "entry", ENTRY.value(), "base", base, "text", text);
        var seen = SEEN.matcher(first.body());
        if (first.statusCode() == 303 || !seen.find()) return first;
        return browser.post("/suggest", "entry", ENTRY.value(), "base", base, "seen", seen.group(1), "text", text);
    }

    // One after the other: what somebody might think of.

    @Test
    void an_editor_who_suggested_it_while_signed_in_cannot_decide() {
        var text = site.published(Kind.INITIATIVE, ENTRY).replaceFirst("(?m)^title: .*$", "title: My own idea");
        var link =
                suggest(editor.browser(), text).headers().firstValue("Location").orElseThrow();
        var one = site.ofLink(link);

        assertThat(one.wasChangedBy(editor.person())).isTrue();
        screen(one, curator);
        assertRefused(decide(one, editor, "publish"));
        assertRefused(decide(one, editor, "schedule"));
        assertNotApproved(one);
    }

    @Test
    void whoever_screens_a_change_cannot_also_decide_it_whatever_comes_between() {
        var one = suggested();
        screen(one, alone);
        assertThat(decide(one, alone, "publish").statusCode()).isEqualTo(409);
        assertThat(decide(one, alone, "schedule").statusCode()).isEqualTo(409);

        post(one, alone, "question", "question", "Why?");
        site.browser().post(link(one) + "/answer", "answer", "Because.");
        assertThat(decide(one, alone, "publish").statusCode()).isEqualTo(409);
        assertNotApproved(one);
    }

    @Test
    void an_edit_takes_the_approval_away_also_of_what_is_scheduled() {
        for (var choice : List.of("schedule", "publish")) {
            var one = decided();
            // The site publishes at once what is not scheduled: only its editing is of interest here.
            assertThat(decide(one, editor, choice.equals("publish") ? "schedule" : choice)
                            .statusCode())
                    .isEqualTo(303);
            site.edit(one, "Changed after " + choice, curator.by());
            assertThat(site.now(one).state()).isInstanceOf(CaseState.Decided.class);
            assertThat(site.publications()).contains(one.id() + " withdrawn");
            clock.pass(Duration.ofMillis(1));
            assertRefused(post(one, curator, "decision", "choice", "publish"));
        }
    }

    @Test
    void on_the_day_of_a_schedule_that_was_edited_away_nothing_is_published() {
        var one = decided();
        decide(one, editor, "schedule");
        site.edit(one, "Changed meanwhile", curator.by());
        var other = decided();
        decide(other, editor, "schedule");

        assertThat(site.publications()).contains(one.id() + " withdrawn", other.id() + " waiting");
        assertThat(site.browser().get("/initiatives/" + one.entry()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_form_that_was_sent_counts_once_and_only_for_whom_it_was_made() {
        var one = decided();
        var version = String.valueOf(site.now(one).version());
        var fields = new String[] {"choice", "schedule", "day", "2027-01-01", "version", version};
        var path = "/curate/cases/" + one.id() + "/decision";

        // Somebody else's page, sent with one's own session, or one's own page without a session.
        var foreign = editor.browser().postWithTokenOf(curator.browser(), path, fields);
        assertThat(foreign.statusCode()).isEqualTo(403);
        var nobody = site.browser().postWithTokenOf(editor.browser(), path, fields);
        assertThat(nobody.statusCode()).isEqualTo(403);
        assertNotApproved(one);

        assertThat(editor.browser().post(path, fields).statusCode()).isEqualTo(303);
        assertRefused(editor.browser().post(path, fields));
        assertThat(site.publications().stream().filter(row -> row.startsWith(one.id() + " ")))
                .hasSize(1);
    }

    @Test
    void nobody_decides_on_a_text_that_they_have_not_seen() {
        var one = decided();
        var seen = String.valueOf(site.now(one).version());
        site.edit(one, "Not what the editor saw", curator.by());
        var path = "/curate/cases/" + one.id() + "/decision";

        assertThat(editor.browser()
                        .post(path, "choice", "publish", "version", seen)
                        .statusCode())
                .isEqualTo(409);
        for (var version : List.of("", "x", "-1", "99999999999", "999")) {
            assertThat(editor.browser()
                            .post(path, "choice", "publish", "version", version)
                            .statusCode())
                    .as(version)
                    .isEqualTo(409);
        }
        assertThat(editor.browser().post(path, "choice", "publish").statusCode())
                .isEqualTo(409);
        assertThat(editor.browser().post(path, "version", seen).statusCode()).isEqualTo(422);
        assertNotApproved(one);
    }

    @Test
    void the_owners_link_opens_no_step_of_a_curator_and_no_other_case() {
        var one = decided();
        var other = decided();
        var link = link(one);
        var owner = site.browser();
        owner.get(link);

        for (var form : forms.keySet()) {
            // The owner has a form for the draft, but not once it is decided, nor without the page of the form.
            assertThat(owner.post(link + "/" + form, "choice", "publish", "version", "2")
                            .statusCode())
                    .as(form)
                    .isIn(form.equals("draft") ? List.of(403) : List.of(404, 405));
            assertThat(owner.post("/curate" + link + "/" + form, "choice", "publish")
                            .statusCode())
                    .as(form)
                    .isIn(403, 404);
            assertThat(owner.post("/curate/cases/" + other.id() + "/" + form, "choice", "publish")
                            .statusCode())
                    .as(form)
                    .isEqualTo(403);
        }
        for (var step : List.of("answer", "appeal", "withdrawal")) {
            assertThat(owner.post("/cases/" + other.id() + "/" + step, "answer", "x")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertNotApproved(one);
        assertNotApproved(other);
    }

    @Test
    void a_role_that_is_taken_away_and_an_account_that_is_disabled_end_at_once() {
        // With codes from the start, so that nothing but the role is missing.
        var reviewer = site.member(Role.REVIEWER, Role.EDITOR);
        var former = site.member(Role.EDITOR);
        var gone = site.member(Role.EDITOR);
        var full = site.suggested(Kind.RESOURCE, "full-" + ++number, "Elsewhere COE");
        screen(full, curator);
        var one = decided();

        reviewer.browser().get("/curate/cases/" + full.id());
        site.desk().changeRoles(Actor.COMMAND_LINE, reviewer.person().account(), "Same COE", Set.of(Role.CURATOR));
        assertRefused(post(full, reviewer, "review", form("review").toArray(String[]::new)));
        // Who became an editor meanwhile still wrote what they wrote.
        site.edit(one, "Written as a curator", new By.Member(reviewer.person(), Set.of(Role.CURATOR)));
        site.desk().changeRoles(Actor.COMMAND_LINE, reviewer.person().account(), "Same COE", Set.of(Role.EDITOR));
        assertRefused(decide(one, reviewer, "publish"));

        site.desk().changeRoles(Actor.COMMAND_LINE, former.person().account(), "Same COE", Set.of(Role.CURATOR));
        assertRefused(decide(one, former, "publish"));
        site.desk().disable(Actor.COMMAND_LINE, gone.person().account());
        assertThat(decide(one, gone, "publish").statusCode()).isEqualTo(403);
        assertNotApproved(one);
    }

    @Test
    void who_reviewed_and_then_wrote_is_a_reviewer_no_more() {
        var first = site.member(Role.REVIEWER, Role.CURATOR);
        var second = site.member(Role.REVIEWER);
        var one = site.suggested(Kind.RESOURCE, "full-" + ++number, "Elsewhere COE");
        screen(one, curator);
        site.act(one, site.review(3), first.by());
        site.act(one, site.review(3), second.by());
        assertThat(site.now(one).state()).isInstanceOf(CaseState.Decided.class);

        site.edit(one, "Changed by the first reviewer", first.by());
        assertThat(site.now(one).state()).isInstanceOf(CaseState.InReview.class);
        assertRefused(post(one, first, "review", form("review").toArray(String[]::new)));
        site.act(one, site.review(3), second.by());
        assertThat(decide(one, editor, "publish").statusCode()).isEqualTo(409);
        assertNotApproved(one);
    }

    @Test
    void a_vetting_block_typed_by_hand_is_believed_nowhere() throws IOException {
        var block = """
                vetting:
                  facts_checked: {on: '2026-11-01', by_role: editor, organization: Sample COE}
                  quality_reviewed: {on: '2026-11-01', rubric: '1', band: featured}
                """;
        var published = site.published(Kind.INITIATIVE, ENTRY);
        // In a suggestion it is left out.
        var link = suggest(site.browser(), published.replaceFirst("(?m)^title: .*$", "title: Vetted by me") + block)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var one = site.ofLink(link);
        assertThat(site.cases().text(one, 1)).contains("Vetted by me").doesNotContain("vetting:");

        // In a draft it is left out as well.
        curator.browser().get("/curate/cases/" + one.id() + "/draft?view=text");
        var typedAgain = site.cases().text(one, 1).replace("Vetted by me", "Vetted by us") + block;
        post(one, curator, "draft", "text", typedAgain, "base", ContentFiles.sha256(published));
        assertThat(site.now(one).draft().number()).isEqualTo(2);
        assertThat(site.cases().text(one, 2)).contains("Vetted by us").doesNotContain("vetting:");
        assertNotApproved(one);

        // In a file, and beside it a receipt of this text in the words of one that was given: no trust comes with it.
        var file = site.file(Kind.INITIATIVE, BY_HAND);
        var typed = Files.readString(file).replaceFirst("(?m)^title: .*$", "title: Typed by hand") + block;
        var decided = published();
        var receipts = site.folder.resolve("content/receipts");
        var forged = Files.readString(receipts.resolve(decided.entry() + ".yaml"))
                .replace(decided.entry(), BY_HAND.value())
                .replace(decided.draft().hash(), ContentFiles.sha256(typed));
        assertThat(forged).contains(BY_HAND.value(), ContentFiles.sha256(typed));
        Files.writeString(receipts.resolve(BY_HAND + ".yaml"), forged);
        Files.writeString(file, typed);
        CuratingSite.await("the edit", () -> page(BY_HAND).contains("Typed by hand"));
        assertThat(page(BY_HAND)).contains("Not yet reviewed").doesNotContain("id=\"receipt\"", "Featured");
        assertThat(site.browser().get("/api/v1/entries/" + BY_HAND).body()).doesNotContain("\"standing\":\"vetted\"");
    }

    @Test
    void an_edit_by_hand_after_a_decision_takes_the_trust_away() throws IOException {
        var one = site.change(
                Kind.INITIATIVE, OTHER_ENTRY, "Decided by two", new Sender("Olga", "Elsewhere COE", null, null));
        screen(one, curator);
        decide(one, editor, "publish");
        CuratingSite.await("the publication", () -> page(OTHER_ENTRY).contains("<h1>Decided by two"));
        assertThat(page(OTHER_ENTRY)).contains("id=\"receipt\"");

        var file = site.file(Kind.INITIATIVE, OTHER_ENTRY);
        Files.writeString(file, Files.readString(file).replace("Decided by two", "Decided by nobody"));
        CuratingSite.await("the edit", () -> page(OTHER_ENTRY).contains("<h1>Decided by nobody"));
        assertThat(page(OTHER_ENTRY)).contains("Edited outside the site");
    }

    @Test
    void an_import_puts_cases_into_the_queue_and_nothing_on_the_site() throws IOException {
        var file = site.folder.resolve("many.csv");
        Files.writeString(file, """
                kind,title,link,summary,topics,statewide
                initiative,Imported alone,https://example.org/alone,Came in a file.,mtss,yes
                """);
        var before = site.handedOver();
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        var known = CrashSite.settings(site.folder);
        int exit = new CommandLine(new ImportEntriesCommand(out, () -> known, clock))
                .execute(file.toString(), "--as", editor.email(), "--apply");
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();

        var one = site.cases().open().stream()
                .filter(each -> each.title().equals("Imported alone"))
                .findFirst()
                .orElseThrow();
        assertThat(site.handedOver()).isEqualTo(before);
        screen(one, curator);
        assertRefused(decide(one, editor, "publish"));
        assertNotApproved(one);
    }

    @Test
    void to_return_to_a_version_is_a_case_that_another_decides() {
        var id = new EntryId(published().entry());
        var second = site.change(Kind.INITIATIVE, id, "Better title", new Sender("Olga", "Elsewhere COE", null, null));
        screen(second, curator);
        decide(second, editor, "publish");
        CuratingSite.await("the change", () -> page(id).contains("<h1>Better title"));

        var history = site.browser().get("/initiatives/" + id + "/history").body();
        assertThat(history).contains("Better title");
        var version = site.database.read(
                handle -> handle.createQuery("SELECT id FROM publication WHERE entry_id = ? ORDER BY id")
                        .bind(0, id.value())
                        .mapTo(Long.class)
                        .list()
                        .getFirst());
        var link = editor.browser()
                .post("/initiatives/" + id + "/history/" + version)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        var back = site.ofLink(link);
        screen(back, curator);
        assertRefused(decide(back, editor, "publish"));
        assertNotApproved(back);
        assertThat(page(id)).contains("<h1>Better title");
    }

    @Test
    void an_emergency_is_the_one_way_and_says_so_until_a_second_person_looked() {
        var administrator = site.member(Role.ADMINISTRATOR, Role.EDITOR, Role.CURATOR);
        var one = suggested();
        post(one, administrator, "emergency", "emergency-reason", "A wrong phone number", "emergency-sure", "yes");
        var id = new EntryId(one.entry());
        CuratingSite.await("the publication", () -> site.now(one).state() instanceof CaseState.Published);

        assertThat(page(id)).contains("emergency", "id=\"receipt\"");
        assertThat(curator.browser().get("/curate/cases?view=open").body()).contains(one.id());
        assertRefused(post(one, administrator, "second-look", "second-note", "I looked myself"));
        assertThat(isAlone(one)).isTrue();
        assertThat(post(one, editor, "second-look", "second-note", "It is right")
                        .statusCode())
                .isEqualTo(303);
        assertThat(isAlone(one)).isFalse();
    }

    private boolean isAlone(Case one) {
        return site.now(one).state() instanceof CaseState.Published(var _, var decision, var _) && decision.isAlone();
    }

    /** A new initiative, sent in by somebody without an account. */
    private Case suggested() {
        var id = "alone-" + ++number;
        var link = site.cases()
                .open(NewCase.of(
                        new Draft(
                                Kind.INITIATIVE, CuratingSite.text(Kind.INITIATIVE, id, "Alone " + number), null, null),
                        new Sender("Olga", "Elsewhere COE", null, null)));
        var one = site.ofLink(link);
        links.put(one.id(), link);
        return one;
    }

    /** Decided by two, and on the site. */
    private Case published() {
        var one = decided();
        assertThat(decide(one, editor, "publish").statusCode()).isEqualTo(303);
        CuratingSite.await("the publication", () -> site.now(one).state() instanceof CaseState.Published);
        return site.now(one);
    }

    private Case decided() {
        var one = suggested();
        screen(one, curator);
        return one;
    }

    private void screen(Case one, Member by) {
        assertThat(post(one, by, "screening", form("screening").toArray(String[]::new))
                        .statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> decide(Case one, Member by, String choice) {
        return post(one, by, "decision", "choice", choice, "day", "2027-01-01", "message", "so");
    }

    private HttpResponse<String> post(Case one, Member by, String form, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("version", String.valueOf(site.now(one).version())));
        return by.browser().post("/curate/cases/" + one.id() + "/" + form, all.toArray(String[]::new));
    }

    private String page(EntryId id) {
        return site.browser().get("/initiatives/" + id).body();
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This page is not open to you");
    }

    private void assertNotApproved(Case one) {
        assertThat(site.now(one).state())
                .isNotInstanceOfAny(CaseState.Approved.class, CaseState.Scheduled.class, CaseState.Published.class);
        assertThat(site.publications()).doesNotContain(one.id() + " waiting", one.id() + " done");
    }
}
