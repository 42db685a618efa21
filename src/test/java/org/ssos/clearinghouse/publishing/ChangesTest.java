package org.ssos.clearinghouse.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.account.AccountSite;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.db.Moment;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.publishing.Change.What;
import org.ssos.clearinghouse.vetting.Rubric;
import org.xml.sax.InputSource;
import tools.jackson.databind.json.JsonMapper;

/** What changed between two days, by the records of publishing: on its page, as data and as a feed. */
class ChangesTest {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2030-01-01T00:00:00Z");
    private static final String ENTRY = "ca-mtss";

    private final String original = read();
    private final String titled = original.replaceFirst("(?m)^title: .*$", "title: Tiers");
    private final String byHand = titled.replaceFirst("(?m)^title: .*$", "title: Tiers by hand");
    private final String archived = byHand + "archived: {on: 2026-11-05, reason: It is over.}\n";

    @SuppressWarnings("NullAway.Init")
    private AccountSite site;

    @SuppressWarnings("NullAway.Init")
    private Browser reader;

    @BeforeEach
    void start() throws Exception {
        site = new AccountSite();
        reader = site.browser();
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    @Test
    void each_kind_of_change_is_told_with_its_fields_and_what_changed_nothing_is_not() {
        publish(ENTRY, original, titled, "2026-11-01T18:00:00Z");
        publish(ENTRY, byHand, archived, "2026-11-05T18:00:00Z");
        publish(ENTRY, archived, byHand, "2026-11-06T18:00:00Z");
        publish(ENTRY, byHand, byHand, "2026-11-07T18:00:00Z");
        publish("brand-new", null, "id: brand-new\ntitle: Brand new\n", "2026-11-08T18:00:00Z");
        publish(ENTRY, titled, titled, "2026-11-09T18:00:00Z");
        publish(
                ENTRY,
                titled,
                titled + "archived: {on: 2026-11-10, reason: x, taken_down: true}\n",
                "2026-11-10T18:00:00Z");
        publish("21csla", "id: 21csla\ntitle: C\n", "id: 21csla\ntitle: C\n", "2026-11-11T18:00:00Z");

        var page = new Changes(site.database).between(LONG_AGO, LATE, null, 50);
        assertThat(page.next()).isNull();
        assertThat(page.changes())
                .extracting(Change::what)
                .containsExactly(
                        What.TAKEN_DOWN,
                        What.EDITED_OUTSIDE,
                        What.NEW,
                        What.RETURNED,
                        What.ARCHIVED,
                        What.EDITED_OUTSIDE,
                        What.CHANGED);
        assertThat(page.changes().getLast().fields()).containsExactly("title");
        assertThat(page.changes().getFirst().fields()).isEmpty();

        var html = reader.get("/changes").body();
        assertThat(html)
                .containsSubsequence(
                        "Taken off the site", "November 10, 2026", "Brand new", "Archived", "Edited outside the site")
                .contains("href=\"/initiatives/ca-mtss/history#version-1\"", "href=\"/changes.csv?since=2026-08-21")
                .doesNotContain("/initiatives/brand-new", "21csla");
        assertThat(reader.get("/initiatives/ca-mtss/history").body())
                .contains("id=\"version-1\"", "id=\"version-before-2\"");
    }

    @Test
    void days_are_those_of_california_and_both_belong_to_the_choice() {
        publish(ENTRY, original, titled, "2026-11-06T07:59:00Z");
        assertThat(reader.get("/changes?since=2026-11-05&until=2026-11-05").body())
                .contains("Tiers", "November 5, 2026", "title");
        assertThat(reader.get("/changes?since=2026-11-06").body()).contains("Nothing changed between these days");
        assertThat(reader.get("/changes?until=2026-11-04").body()).contains("Nothing changed", "value=\"2026-08-04\"");
    }

    @Test
    void days_that_are_none_are_answered_in_words() {
        var page = reader.get("/changes?since=soon&until=2026-02-31");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("Enter the first day as in 2026-11-21.", "Enter the last day as in", "value=\"soon\"");
        assertThat(reader.get("/changes?since=2026-11-21&until=2026-11-01").body())
                .contains("The last day has to be the first day or later.");
        var json = reader.get("/changes.json?since=soon");
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).contains("Enter the first day as in 2026-11-21.");
        assertThat(reader.get("/changes.csv?until=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void the_same_stands_in_json_csv_and_the_feed() throws Exception {
        publish(ENTRY, original, titled, "2026-11-01T18:00:00Z");
        var json = JsonMapper.shared()
                .readTree(reader.get("/changes.json?since=2026-11-01").body());
        var change = json.path("results").path(0);
        assertThat(change.path("change").asString()).isEqualTo("changed");
        assertThat(change.path("fields").path(0).asString()).isEqualTo("title");
        assertThat(change.path("history").asString()).endsWith("/initiatives/ca-mtss/history#version-1");
        assertThat(json.path("next").isNull()).isTrue();

        assertThat(reader.get("/changes.csv").body().lines())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("ca-mtss,initiative,Tiers,changed,title,2026-11-01T18:00:00Z,");

        var feed = reader.get("/feeds/changes.atom");
        assertThat(feed.headers().firstValue("Content-Type")).contains("application/atom+xml; charset=utf-8");
        var document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(feed.body())));
        assertThat(document.getElementsByTagName("entry").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("updated").item(0).getTextContent())
                .isEqualTo("2026-11-01T18:00:00Z");
        assertThat(document.getElementsByTagName("title").item(1).getTextContent())
                .isEqualTo("Changed: Tiers");
    }

    @Test
    void pages_follow_one_another_without_a_gap_while_more_is_published() {
        var text = original;
        for (int i = 10; i < 70; i++) {
            var next = original.replaceFirst("(?m)^title: .*$", "title: Tiers " + i);
            // Three at each moment: the number decides among them.
            publish(ENTRY, text, next, "2026-11-01T18:" + (10 + i / 3) + ":00Z");
            text = next;
        }
        var first = reader.get("/changes").body();
        assertThat(first).contains("Tiers 69", "Tiers 20").doesNotContain("Tiers 19<");

        var seen = new ArrayList<String>();
        var changes = new Changes(site.database);
        Long after = null;
        do {
            var page = changes.between(LONG_AGO, LATE, after, 7);
            page.changes().forEach(change -> seen.add(change.title()));
            after = page.next();
            publish("brand-new", null, "id: brand-new\ntitle: Newer\n", "2026-11-02T18:00:00Z");
        } while (after != null);
        assertThat(seen)
                .hasSize(60)
                .doesNotHaveDuplicates()
                .startsWith("Tiers 69")
                .endsWith("Tiers 10");
    }

    /** As publishing leaves it behind, when a decision is on the site. */
    private void publish(String id, @Nullable String before, String after, String at) {
        var base = before == null ? null : ContentFiles.sha256(before);
        var moment = Instant.parse(at);
        var entry = new EntryId(id);
        var approval = Stepped.approval("2026-0001", entry, Kind.INITIATIVE, after, base, moment);
        var rubric = new Rubric("2026-1", java.util.List.of(), java.util.List.of());
        var receipt = ReceiptMaker.receipt(approval, rubric, 12, Optional.empty(), Clock.systemUTC());
        site.database.write(handle -> handle.execute(
                "INSERT INTO publication (case_id, entry_id, kind, base_hash, base_text, target_hash, target_text,"
                        + " receipt, decided_at, not_before, next_at, state, ended_at, reported)"
                        + " VALUES ('2026-0001', ?, 'initiative', ?, ?, ?, ?, ?, ?, ?, ?, 'done', ?, 1)",
                id,
                base,
                before,
                ContentFiles.sha256(after),
                after,
                ReceiptBook.json(receipt),
                Moment.text(moment),
                Moment.text(moment),
                Moment.text(moment),
                Moment.text(moment)));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("content/initiatives/ca-mtss.yaml"));
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
