package org.ssos.clearinghouse.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ssos.clearinghouse.account.AccountSite;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.account.Role;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.submission.Draft;
import org.ssos.clearinghouse.vetting.Acting;
import org.ssos.clearinghouse.vetting.Case;
import org.ssos.clearinghouse.vetting.CaseState;
import org.ssos.clearinghouse.vetting.CaseStep;
import org.ssos.clearinghouse.vetting.Cases;
import org.ssos.clearinghouse.vetting.Subject;

/** What leaves the directory, comes back, stays as it is, or was changed by hand: by the front door, to the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> LISTINGS = List.of(
            "/initiatives",
            "/initiatives.csv",
            "/search?q=21st+Century+School+Leadership+Academy",
            "/api/v1/search?q=21st+Century+School+Leadership+Academy",
            "/api/v1/suggest?q=21CSLA",
            "/sitemap.xml",
            "/crosswalk",
            "/levels/universal");

    @SuppressWarnings("NullAway.Init")
    private AccountSite site;

    @SuppressWarnings("NullAway.Init")
    private Browser anybody;

    @SuppressWarnings("NullAway.Init")
    private AccountSite.Person editor;

    @SuppressWarnings("NullAway.Init")
    private AccountSite.Person curator;

    @BeforeAll
    void open() throws Exception {
        site = AccountSite.withOwnContent();
        anybody = site.browser();
        editor = site.person(Role.EDITOR);
        curator = site.person(Role.CURATOR);
    }

    @AfterAll
    void close() throws Exception {
        site.close();
    }

    @Test
    void an_entry_is_archived_and_comes_back() throws Exception {
        var path = "/initiatives/21csla";
        assertThat(LISTINGS).filteredOn(listing -> page(listing).contains(path)).hasSizeGreaterThan(4);
        assertThat(page(path)).doesNotContain(path + "/archive");
        assertThat(curator.browser().get(path).body()).contains(path + "/archive");

        var refused = curator.browser().fill(path + "/archive", path + "/archive", "reason", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Write the reason.");
        var proposed = curator.browser().post(path + "/archive", "reason", "Its last term is over.");
        var at = location(proposed);
        assertThat(at).startsWith("/curate/cases/");
        assertThat(curator.browser().get(at).body())
                .contains("Why it should be archived", "Its last term is over.")
                .doesNotContain("Archive it", "Keep the screening");
        var page = editor.browser().get(at).body();
        assertThat(page).contains("Archive it");
        var decided = editor.browser().post(caseOf(at) + "/decision", "choice", "publish", "version", "1");
        assertThat(decided.statusCode()).isEqualTo(303);
        await("the archive", () -> page(path).contains("It is in no list any more"));

        assertThat(page(path)).contains("Its last term is over.", "noindex");
        assertThat(LISTINGS).filteredOn(listing -> page(listing).contains(path)).isEmpty();
        assertThat(page("/api/v1/entries/21csla")).contains("\"archived\":{", "Its last term is over.");
        assertThat(Files.readString(file(path))).contains("archived:");
        assertThat(page("/initiatives/ca-mtss")).doesNotContain("href=\"" + path + "\"");

        curator.browser().fill(path + "/archive", path + "/archive", "reason", "It was funded again.");
        var back = openCase("21csla");
        assertThat(back.subject()).isEqualTo(Subject.UNARCHIVE);
        Acting.publish(cases(), back);
        await("the return", () -> !page(path).contains("It is in no list any more"));
        assertThat(LISTINGS).filteredOn(listing -> page(listing).contains(path)).hasSizeGreaterThan(4);
        assertThat(page(path + "/history")).contains("Its last term is over.");
    }

    @Test
    void an_emergency_takes_one_person_and_shows_title_and_reason_alone() {
        var path = "/resources/california-attendance-guide";
        assertThat(page("/api/v1/entries/california-attendance-guide")).contains("summary");
        assertThat(page("/search?q=attendance")).contains("\"" + path + "\"");

        assertThat(curator.browser()
                        .fill(path + "/archive", path + "/archive/take-down", "take-down-reason", "x")
                        .statusCode())
                .isEqualTo(403);
        var unsure = editor.browser()
                .fill(path + "/archive", path + "/archive/take-down", "take-down-reason", "It named a student.");
        assertThat(unsure.statusCode()).isEqualTo(422);
        var taken = editor.browser()
                .post(path + "/archive/take-down", "take-down-reason", "It named a student.", "sure", "yes");
        assertThat(location(taken)).startsWith("/curate/cases/");
        await("the take-down", () -> page(path).contains("Taken off the site on"));

        assertThat(page(path)).contains("It named a student.").doesNotContain("id=\"sources\"", "Suggest a change");
        assertThat(page("/api/v1/entries/california-attendance-guide")).doesNotContain("summary", "links");
        assertThat(anybody.get("/suggest?entry=california-attendance-guide").statusCode())
                .isEqualTo(404);
        assertThat(page("/search?q=attendance")).doesNotContain("\"" + path + "\"");
        assertThat(page(path + "/history")).doesNotContain("<del>", "<ins>");

        await("the case", () -> openCase("california-attendance-guide").state() instanceof CaseState.Published);
        var one = openCase("california-attendance-guide");
        var reviewed = new CaseStep.ReviewEmergency("It did name one.");
        Acting.act(cases(), one, reviewed, Acting.SECOND_EDITOR);
        assertThat(cases().about(new EntryId(one.entry()))).isEmpty();
        await(
                "its receipt",
                () -> Stepped.rows(site.database).stream()
                                .filter(row -> row.caseId().equals(one.id())
                                        && row.state().equals("done"))
                                .count()
                        == 2);
    }

    @Test
    void still_right_moves_the_date_and_nothing_else() throws Exception {
        var path = "/initiatives/ca-mtss";
        var text = Files.readString(file(path));
        var result = cases().stillRight(published(path, text), "called the office", "", Acting.REVIEWER);
        assertThat(result).isInstanceOf(Cases.Result.Done.class);
        await("the check", () -> page(path).contains("called the office"));
        assertThat(page(path)).contains("Checked that it is still right", "Still right: one person", "due again");
        assertThat(file(path)).hasContent(text);
    }

    @Test
    void a_report_ends_as_still_right_on_its_page() throws Exception {
        var path = "/initiatives/geographic-lead-agencies";
        var one = report(path, "The phone number is wrong.");
        var at = "/curate/cases/" + one.id();
        assertThat(curator.browser().get(at).body())
                .contains("What the reader said", "The phone number is wrong.", "Confirm that it is still right")
                .doesNotContain("Keep the screening");
        assertThat(curator.browser().post(at + "/still-right", "how", "").statusCode())
                .isEqualTo(422);
        var done = curator.browser().post(at + "/still-right", "how", "dialed it", "version", "1");
        assertThat(location(done)).isEqualTo(at + "?done=confirm-still-right");
        await("the check", () -> page(path).contains("dialed it"));
        await("the case", () -> !find(one).state().isOpen());

        var other = report(path, "I want a refund.");
        curator.browser().get("/curate/cases/" + other.id());
        curator.browser()
                .post(
                        "/curate/cases/" + other.id() + "/closing-answer",
                        "closing-answer",
                        "It sells nothing.",
                        "version",
                        "1");
        assertThat(find(other).state().label()).isEqualTo("Answered");
    }

    @Test
    void a_hand_edit_opens_one_case_and_two_people_restore_trust() throws Exception {
        var path = "/agencies/fcmat-agency";
        var text = Files.readString(file(path));
        cases().stillRight(published(path, text), "called the office", "", Acting.REVIEWER);
        await("the check", () -> page(path).contains("called the office"));
        var edited = text.replaceFirst("(?m)^title: .*$", "title: Edited by Hand");
        Files.writeString(file(path), edited);
        await("the case", () -> hasHandEdit("Edited by Hand"));
        var one = handEdit();
        assertThat(curator.browser().get("/curate/cases/" + one.id()).body())
                .contains("What was edited outside the site", "<ins>Edited by Hand</ins>", "Decided on");
        var alone = cases().stillRight(published(path, edited), "called", "", Acting.REVIEWER);
        assertThat(Acting.refused(alone)).contains("takes two people");

        var again = text.replaceFirst("(?m)^title: .*$", "title: Edited Twice");
        Files.writeString(file(path), again);
        await("the other case", () -> hasHandEdit("Edited Twice"));
        assertThat(find(one).state()).isInstanceOf(CaseState.Withdrawn.class);

        Acting.publish(cases(), handEdit());
        await("the trust", () -> page("/api/v1/entries/fcmat-agency").contains("\"standing\":\"vetted\""));
        assertThat(file(path)).hasContent(again);
        await("the case", () -> handEdits().findAny().isEmpty());

        Files.writeString(file(path), text);
        await("the third case", () -> handEdits().anyMatch(each -> each.isUnchanged()));
        var third = handEdit();
        curator.browser().get("/curate/cases/" + third.id());
        var restored = curator.browser()
                .post("/curate/cases/" + third.id() + "/restoration", "version", String.valueOf(third.version()));
        assertThat(location(restored)).endsWith("done=restore");
        Acting.publish(cases(), find(third));
        await("the restoration", () -> page(path).contains("<h1>Edited Twice"));
        assertThat(file(path)).hasContent(again);
    }

    private boolean hasHandEdit(String title) {
        return handEdits().anyMatch(one -> one.title().equals(title));
    }

    private Case handEdit() {
        return handEdits().findFirst().orElseThrow();
    }

    private Stream<Case> handEdits() {
        return cases().open().stream().filter(one -> one.subject() == Subject.HAND_EDIT);
    }

    private Case report(String path, String words) throws Exception {
        return Acting.open(cases(), published(path, Files.readString(file(path))), Subject.REPORT, words);
    }

    private Draft published(String path, String text) {
        var parts = path.split("/", -1);
        var kind = Arrays.stream(Kind.values())
                .filter(each -> each.path().equals(parts[1]))
                .findFirst()
                .orElseThrow();
        return new Draft(kind, text, new EntryId(parts[2]), ContentFiles.sha256(text));
    }

    private Cases cases() {
        return site.app.cases();
    }

    private Case find(Case one) {
        return cases().find(one.id()).orElseThrow();
    }

    private Case openCase(String entry) {
        return cases().about(new EntryId(entry)).getFirst();
    }

    private Path file(String path) {
        return site.folder.resolve("content" + path + ".yaml");
    }

    private String page(String path) {
        return anybody.get(path).body();
    }

    private static String caseOf(String location) {
        return location.replaceFirst("\\?.*", "");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.body());
    }

    private static void await(String what, Callable<Boolean> expected) {
        Awaitility.await(what).atMost(PATIENCE).until(expected);
    }
}
