package org.ssos.clearinghouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The audit trail as those who may see it read it. */
class AuditTrailTest {
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\">Show older rows");
    private static final Pattern ROW = Pattern.compile("target-(\\d+)");

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
    void it_narrows_by_person_action_case_outcome_and_day() {
        var editor = site.person(Role.EDITOR);
        add("ann@example.org", "publish", "case 2026-0007", Audit.Outcome.DONE);
        site.clock.pass(Duration.ofDays(2));
        add("bob_x@example.org", "decide", "case 2026-0008", Audit.Outcome.REFUSED);
        site.clock.pass(Duration.ofHours(-40));

        assertThat(page(editor, "")).contains("ann@example.org", "bob_x@example.org", "Publish an entry");
        assertThat(page(editor, "person=ANN")).contains("2026-0007").doesNotContain("2026-0008");
        assertThat(page(editor, "person=b_b")).contains("Nothing in the trail fits.");
        assertThat(page(editor, "action=decide")).contains("2026-0008").doesNotContain("2026-0007");
        assertThat(page(editor, "target=2026-0007"))
                .contains("href=\"/curate/cases/2026-0007\"")
                .doesNotContain("2026-0008");
        assertThat(page(editor, "outcome=refused")).contains("2026-0008").doesNotContain("2026-0007");
        assertThat(page(editor, "from=2026-11-23&to=2026-11-23"))
                .contains("2026-0008")
                .doesNotContain("2026-0007");
        assertThat(page(editor, "to=2026-11-21")).contains("2026-0007").doesNotContain("2026-0008");
    }

    @Test
    void a_filter_that_looks_like_sql_is_text() {
        var editor = site.person(Role.EDITOR);
        add("ann@example.org", "publish", "case 2026-0007", Audit.Outcome.DONE);

        for (var filter : new String[] {"person", "action", "target", "outcome"}) {
            assertThat(page(editor, filter + "=x%27%20OR%20%271%27=%271")).contains("Nothing in the trail fits.");
            assertThat(page(editor, filter + "=%27;DROP%20TABLE%20audit;--")).contains("Nothing in the trail fits.");
        }
        assertThat(page(editor, "person=%25")).contains("Nothing in the trail fits.");
        assertThat(page(editor, "")).contains("ann@example.org");
    }

    @Test
    void a_bad_day_is_answered_in_words_and_stays_in_its_field() {
        var editor = site.person(Role.EDITOR);
        var answer = editor.browser().get("/curate/audit?from=yesterday&to=2026-02-31");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Enter a day such as 2026-11-21.", "value=\"yesterday\"");
        assertThat(editor.browser()
                        .get("/curate/audit?from=2026-11-21&to=2026-11-01")
                        .body())
                .contains("The last day has to be the first day or later.");
    }

    @Test
    void its_pages_stay_as_they_are_while_rows_are_added() {
        var editor = site.person(Role.EDITOR);
        for (int i = 1; i <= 120; i++) add("ann@example.org", "publish", "target-" + i, Audit.Outcome.DONE);
        var seen = new ArrayList<Integer>();
        var path = "/curate/audit?person=ann";
        while (path != null) {
            var page = editor.browser().get(path).body();
            ROW.matcher(page).results().forEach(row -> seen.add(Integer.valueOf(row.group(1))));
            add("ann@example.org", "publish", "target-1000", Audit.Outcome.DONE);
            var next = NEXT.matcher(page);
            path = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(120).isSortedAccordingTo((one, other) -> other - one);
    }

    @Test
    void it_is_closed_to_others_and_holds_no_secret() {
        var editor = site.person(Role.EDITOR);
        var curator = site.person(Role.CURATOR);
        site.browser().signIn(curator.email(), "not the password at all");
        var refused = curator.browser().get("/curate/audit");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("To see the audit trail takes the role");
        assertThat(curator.browser().get("/curate").body()).doesNotContain("/curate/audit");

        var page = page(editor, "");
        assertThat(page).contains("See the audit trail", "Refused", "Failed");
        assertThat(page).doesNotContain("not the password at all", AccountSite.PASSWORD, editor.secret());
        assertThat(editor.browser().get("/curate/audit").headers().firstValue("Cache-Control"))
                .contains("no-store");
    }

    private String page(AccountSite.Person person, String query) {
        var page = person.browser().get("/curate/audit?" + query).body();
        // What can be chosen names every action; only the rows are of interest.
        return page.substring(page.indexOf("</form>", page.indexOf("<h1>")));
    }

    private void add(String who, String action, String target, Audit.Outcome outcome) {
        site.database.write(handle -> {
            new Audit(handle)
                    .add(site.clock.instant(), new Actor(null, who, "Editor", ""), action, target, outcome, "");
            return handle;
        });
    }
}
