package org.ssos.clearinghouse.vetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ssos.clearinghouse.account.AccountSite;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.account.Role;

/** Curators edit the draft of a case in the browser, sometimes two of them at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftEditingTest {
    private static final Pattern CASE = Pattern.compile("href=\"/curate/cases/(\\d{4}-\\d{4})\"");

    /** The token that the browser adds itself, and the button that only checks. */
    private static final Set<String> BY_BROWSER = Set.of("csrf", "check");

    @SuppressWarnings("NullAway.Init")
    private AccountSite site;

    @BeforeAll
    void start() throws Exception {
        site = new AccountSite();
    }

    @AfterAll
    void stop() throws Exception {
        site.close();
    }

    @Test
    void main_fields_are_edited_in_a_form_and_the_rest_of_the_text_stays() {
        var ana = site.person(Role.CURATOR).browser();
        var path = suggested(ana, "Attendance starter sheet");

        var form = ana.get(path + "/draft");
        assertThat(form.body()).contains("value=\"Attendance starter sheet\"", "edit the whole text");
        var kept = ana.post(
                path + "/draft", fields(form, "title", "Attendance starter sheets", "publisher", "Sample COE"));

        assertThat(kept.statusCode()).isEqualTo(303);
        var page = ana.get(path).body();
        assertThat(page)
                .contains("Attendance starter sheets", "publisher: Sample COE", "id: attendance-starter-sheet\n");
    }

    @Test
    void each_version_is_looked_at_by_machines_and_likely_duplicates_stand_side_by_side() {
        var ana = site.person(Role.CURATOR).browser();
        var path = suggested(ana, "Family night kit");
        assertThat(ana.get(path).body())
                .contains("What machines noticed", "Still to be filled in before it can be published:")
                .doesNotContain("personal e-mail");

        var form = ana.get(path + "/draft");
        ana.post(
                path + "/draft",
                fields(form, "title", "California Multi-Tiered System of Support", "contact_email", "jo@gmail.com"));

        assertThat(ana.get(path).body()).contains("Is it <a href=\"/initiatives/ca-mtss\"", "jo@gmail.com");
    }

    @Test
    void the_second_of_two_sees_what_the_first_wrote_and_what_both_began_with_and_keeps_both() {
        var ana = site.person(Role.CURATOR).browser();
        var bo = site.person(Role.CURATOR).browser();
        var path = suggested(ana, "Morning meeting guide");
        var opened = bo.get(path + "/draft");
        var first = ana.get(path + "/draft");
        ana.post(path + "/draft", fields(first, "title", "Morning meetings", "publisher", "Ana’s office"));

        var refused = bo.post(
                path + "/draft", fields(opened, "title", "Morning meeting handbook", "summary", "How to begin a day."));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .as("both changed the name")
                .contains(
                        "value=\"Morning meeting handbook\"",
                        "Others wrote meanwhile: Morning meetings. Before that it was: Morning meeting guide.")
                .as("what only one changed is that one's")
                .contains("value=\"Ana’s office\"", "How to begin a day.");
        assertThat(bo.post(path + "/draft", fields(refused)).statusCode()).isEqualTo(303);
        assertThat(ana.get(path).body())
                .contains("Morning meeting handbook", "publisher: Ana’s office", "How to begin a day.");
    }

    @Test
    void whole_texts_are_laid_side_by_side_and_what_was_typed_stays() {
        var ana = site.person(Role.CURATOR).browser();
        var bo = site.person(Role.CURATOR).browser();
        var path = suggested(ana, "Hallway poster");
        var opened = bo.get(path + "/draft?view=text");
        ana.post(path + "/draft", fields(ana.get(path + "/draft"), "title", "Hallway posters"));

        var refused =
                bo.post(path + "/draft", fields(opened, "text", "id: hallway-poster\ntitle: Poster for hallways\n"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body())
                .contains("The text as others left it", "title: Hallway posters")
                .contains("The text that you both began with", "title: Hallway poster\n")
                .contains("title: Poster for hallways");
    }

    @Test
    void what_cannot_be_kept_is_said_beside_its_field_and_stays() {
        var ana = site.person(Role.CURATOR).browser();
        var path = suggested(ana, "Bell schedule");

        var bad = ana.post(path + "/draft", fields(ana.get(path + "/draft"), "title", "", "contact_email", "nobody"));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body()).contains("Enter the name.", "value=\"nobody\"", "office@example.org");

        var text = ana.post(path + "/draft", fields(ana.get(path + "/draft?view=text"), "text", "- no entry"));
        assertThat(text.statusCode()).isEqualTo(422);
        assertThat(text.body()).contains("- no entry", "id=\"text-error\"");
    }

    @Test
    void a_draft_of_an_entry_that_changed_meanwhile_is_brought_together_with_it_and_nothing_is_lost() throws Exception {
        try (var own = AccountSite.withOwnContent()) {
            var ana = own.person(Role.CURATOR).browser();
            var form = ana.get("/suggest?entry=ca-mtss");
            var looked = ana.post("/suggest", fields(form, "title", "Proposed name", "first_step", "Call first."));
            if (looked.statusCode() != 303) ana.post("/suggest", fields(looked));
            var queue = CASE.matcher(ana.get("/curate/cases").body());
            assertThat(queue.find()).isTrue();
            var path = "/curate/cases/" + queue.group(1);
            var file = own.folder.resolve("content/initiatives/ca-mtss.yaml");
            var before = Files.readString(file);
            var name = Pattern.compile("(?m)^title: (.*)$").matcher(before);
            assertThat(name.find()).isTrue();
            Files.writeString(
                    file,
                    before.replaceFirst("(?m)^title: .*$", "title: Name on the site")
                            .replaceFirst("(?m)^aka: .*$", "aka: [New there]"));

            var merging = ana.get(path + "/draft");

            assertThat(merging.body())
                    .contains("The entry on the site changed after this draft was made.", "Changed on both sides")
                    .containsPattern(
                            "(?s)Title</th>.*" + Pattern.quote(name.group(1)) + ".*Name on the site.*Proposed name")
                    .contains("value=\"Proposed name\"", "value=\"Call first.\"");
            assertThat(ana.post(path + "/draft", fields(merging)).statusCode()).isEqualTo(303);
            var kept = ana.get(path + "/draft?view=text").body();
            assertThat(kept)
                    .contains("title: Proposed name", "Call first.")
                    .as("a field that the form does not show")
                    .contains("aka: [New there]")
                    .doesNotContain("The entry on the site changed");
        }
    }

    /** The path of a case that anybody suggested. */
    private String suggested(Browser curator, String title) {
        var somebody = site.browser();
        var form = somebody.get("/suggest?kind=resource");
        var link = "https://example.org/" + title.replace(' ', '-');
        var looked = somebody.post("/suggest", fields(form, "title", title, "link", link));
        if (looked.statusCode() != 303) {
            var sent = somebody.post("/suggest", fields(looked));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        }
        var queue = curator.get("/curate/cases").body();
        var row = queue.substring(0, queue.indexOf(title));
        var found = CASE.matcher(row.substring(row.lastIndexOf("<a ")));
        assertThat(found.find()).isTrue();
        return "/curate/cases/" + found.group(1);
    }

    /** What a browser would send of the form in the main part, with these fields filled in otherwise. */
    private static String[] fields(HttpResponse<String> page, String... typed) {
        var sent = new ArrayList<String>();
        var filled = new LinkedHashMap<String, String>();
        for (int i = 0; i < typed.length; i += 2) filled.put(typed[i], typed[i + 1]);
        for (var field : Jsoup.parse(page.body())
                .select("main form[method=post]")
                .forms()
                .getFirst()
                .formData()) {
            var known = filled.containsKey(field.key()) || BY_BROWSER.contains(field.key());
            if (!known) sent.addAll(List.of(field.key(), field.value()));
        }
        filled.forEach((field, value) -> sent.addAll(List.of(field, value)));
        return sent.toArray(String[]::new);
    }
}
