package org.ssos.clearinghouse.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.account.AccountSite;

/** What the content changed since somebody last looked at their roadmap is named, and nothing else is. */
class WhatChangedTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @Test
    void steps_offices_and_law_that_an_editor_changes_are_named_until_they_are_seen() throws Exception {
        try (var site = AccountSite.withOwnContent()) {
            var path = Window.save(
                    site.browser(),
                    "county",
                    "calaveras",
                    "lea-type",
                    "district",
                    "role",
                    "principal",
                    "_start",
                    "2026-11-21");
            var window = Window.open(site.browser(), path);
            assertThat(window.section("changes")).isEmpty();
            window.fill("note-r07", "Still here").send();

            edit(
                    site,
                    "roadmap/first-week.yaml",
                    "title: Find out your current status",
                    "title: Find out where you stand");
            edit(site, "roadmap/first-week.yaml", "Write down any federal or", "Write down every federal or");
            edit(site, "agencies/calaveras-county-office.yaml", "phone: '(209) 736-4662'", "phone: '(209) 555-0142'");
            edit(site, "law/52064.5.yaml", "text_as_of: '[^']*'", "text_as_of: '2026-11-01'");
            await(window, "(209) 555-0142", "Find out where you stand", "November 1, 2026");

            assertThat(window.section("changes"))
                    .contains("“Find out your current status” is now called “Find out where you stand”.")
                    .contains("“Find out where you stand”: what to do is described anew.")
                    .contains("The phone of Calaveras County Office of Education changed from (209) 736-4662"
                            + " to (209) 555-0142.")
                    .contains("Education Code 52064.5: we now restate the text of November 1, 2026; before, it was the")
                    .doesNotContain("New step", "has left");
            assertThat(window.value("note-r07")).isEqualTo("Still here");

            site.browser()
                    .post(
                            path + "/answers",
                            "_page",
                            "review",
                            "_go",
                            "plan",
                            "county",
                            "calaveras",
                            "lea-type",
                            "district",
                            "role",
                            "superintendent",
                            "_start",
                            "2026-11-21");
            assertThat(window.again().section("changes"))
                    .as("other answers are no news, and make none seen")
                    .contains("(209) 555-0142", "Find out where you stand")
                    .doesNotContain("New step", "has left");

            site.browser().post(path + "/seen");
            assertThat(window.again().section("changes")).isEmpty();
        }
    }

    @Test
    void each_kind_of_change_has_its_words() {
        var before = Map.ofEntries(
                Map.entry("step a", "Old step"),
                Map.entry("due a", "2026-12-01"),
                Map.entry("step b", "Call them"),
                Map.entry("due b", "2027-01-10"),
                Map.entry("calls b", "Office One"),
                Map.entry("cites b", "EC 1"),
                Map.entry("date b", "x"),
                Map.entry("mail Office One", ""),
                Map.entry("phone Office One", "1"),
                Map.entry("says Education Code 1(a)", "x"));
        var now = Map.ofEntries(
                Map.entry("step b", "Call them"),
                Map.entry("due b", "2027-01-20"),
                Map.entry("calls b", "Office One; Office Two"),
                Map.entry("cites b", ""),
                Map.entry("date b", "y"),
                Map.entry("mail Office One", "one@example.org"),
                Map.entry("phone Office One", ""),
                Map.entry("phone Office Two", "2"),
                Map.entry("says Education Code 1(a)", "y"),
                Map.entry("step c", "New thing"),
                Map.entry("due c", "2027-03-01"));

        assertThat(Changes.between(Seen.of(before), Seen.of(now), TODAY))
                .extracting(Changes.Change::words)
                .containsExactly(
                        "“Old step” has left your plan: the directory no longer has it, or no longer for you.",
                        "“Call them”: its date moved from January 10, 2027 to January 20, 2027.",
                        "“Call them”: what its date asks for changed.",
                        "“Call them”: call Office One, Office Two; before, it was Office One.",
                        "“Call them” now rests on nothing; before, it was EC 1.",
                        "New step: “New thing”.",
                        "The phone of Office One that stood here, 1, was taken out.",
                        "New e-mail address of Office One: one@example.org.",
                        "Education Code 1(a): how we restate it changed.");
    }

    @Test
    void a_date_that_comes_again_for_the_next_year_is_no_change() {
        var before = Seen.of(Map.of("step a", "Adopt the LCAP", "due a", "2026-07-01"));

        assertThat(Changes.between(before, Seen.of(Map.of("step a", "Adopt the LCAP", "due a", "2027-07-01")), TODAY))
                .isEmpty();
        assertThat(Changes.between(before, Seen.of(Map.of()), TODAY))
                .extracting(Changes.Change::words)
                .containsExactly("“Adopt the LCAP” has left your plan: its date, July 1, 2026, is over.");
    }

    private static void edit(AccountSite site, String file, String line, String replacement) throws Exception {
        var path = site.folder.resolve("content").resolve(file);
        var text = Files.readString(path);
        var edited = text.replaceFirst(
                line.startsWith("text_as_of") ? line : java.util.regex.Pattern.quote(line),
                Matcher.quoteReplacement(replacement));
        assertThat(edited).as(file).isNotEqualTo(text);
        Files.writeString(path, edited);
    }

    private static void await(Window window, String... words) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(window.again().section("changes")).contains(words));
    }
}
