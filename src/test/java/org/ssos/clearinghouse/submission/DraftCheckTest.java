package org.ssos.clearinghouse.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import org.ssos.clearinghouse.search.RealSearch;
import org.ssos.clearinghouse.search.Snapshot;
import org.ssos.clearinghouse.submission.Finding.Severity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class DraftCheckTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String GUIDE = "california-attendance-guide";
    private static final Snapshot SNAPSHOT = new Snapshot(RealContent.catalog(), RealSearch.get());

    @Test
    void nothing_that_is_published_is_wrong_or_lacks_something() {
        for (var entry : RealContent.catalog().all()) {
            assertThat(DraftCheck.of(published(entry), RealContent.catalog(), TODAY))
                    .as(entry.id().value())
                    .noneMatch(finding -> finding.severity().stopsPublication());
        }
    }

    @Test
    void few_of_what_is_published_would_be_looked_at() {
        var personal = new ArrayList<String>();
        var hard = new ArrayList<String>();
        var old = new ArrayList<String>();
        for (var entry : RealContent.catalog().all()) {
            for (var finding : DraftCheck.of(published(entry), RealContent.catalog(), TODAY)) {
                if (finding.message().contains("address of a person"))
                    personal.add(entry.id() + ": " + finding.message());
                if (finding.message().contains("reads like")) hard.add(entry.id() + ": " + finding.message());
                if (finding.message().contains("years ago")) old.add(entry.id().value());
            }
        }
        assertThat(personal).hasSizeLessThan(12);
        assertThat(hard).hasSizeBetween(1, 25);
        assertThat(old).hasSizeLessThan(40);
    }

    @Test
    void few_published_entries_look_like_another() {
        var alike = RealContent.catalog().all().stream()
                .filter(entry -> Duplicates.of(published(entry), SNAPSHOT).stream()
                        .anyMatch(duplicate -> duplicate.why().contains("much the same text")))
                .map(Entry::id)
                .toList();

        assertThat(alike).hasSizeLessThan(RealContent.catalog().all().size() / 20);
    }

    @ParameterizedTest
    @CsvSource({
        "California attendance-guide, '', https://example.org/, the same name",
        "Something else, '', https://cde.ca.gov/ls/ai/ag/?utm_source=x, the same link"
    })
    void a_duplicate_is_found_by_name_and_by_link(String title, String summary, String link, String why) {
        assertThat(Duplicates.of(draft(title, summary, link), SNAPSHOT))
                .filteredOn(found -> found.entry().id().value().equals(GUIDE))
                .singleElement()
                .satisfies(found -> assertThat(found.why()).contains(why));
    }

    @Test
    void a_duplicate_is_found_by_what_it_says_in_other_order_and_other_words() {
        var found = Duplicates.of(
                draft(
                        "Guide to attendance",
                        "Terms, practices and ways to use data that cut chronic absence: separate chapters for county"
                                + " offices, for districts and for a school.",
                        "https://example.org/"),
                SNAPSHOT);

        assertThat(found.stream().map(duplicate -> duplicate.entry().id().value()))
                .contains(GUIDE);
    }

    @Test
    void an_entry_is_no_duplicate_of_itself() {
        var guide = RealContent.catalog().find(GUIDE).orElseThrow();

        assertThat(Duplicates.of(published(guide), SNAPSHOT))
                .noneMatch(found -> found.entry().equals(guide));
    }

    @ParameterizedTest
    @CsvSource({
        "ana.sample@example.org, true",
        "a.sample@example.org, true",
        "anasample@gmail.com, true",
        "office@example.org, false",
        "PLSMO@cde.ca.gov, false",
        "info@example.org, false"
    })
    void the_address_of_a_person_is_told_from_that_of_an_office(String email, boolean personal) {
        assertThat(DraftCheck.isPersonal(email)).isEqualTo(personal);
    }

    @Test
    void images_without_text_are_found_in_markdown_and_in_html() {
        assertThat(messages("description", "Look: ![](https://example.org/a.png)"))
                .anyMatch(has("image without text"));
        assertThat(messages("description", "Look: <img src=\"a.png\">")).anyMatch(has("image without text"));
        assertThat(messages("description", "Look: <img src='a.png' alt='An owl'>"))
                .anyMatch(has("entries show none"));
        assertThat(messages("description", "Look: ![An owl](https://example.org/a.png)"))
                .anyMatch(has("entries show none"));
        assertThat(messages("description", "No picture.")).noneMatch(has("image"));
    }

    @Test
    void hard_words_are_told_by_the_grade_that_reads_them() {
        var hard = "Interdisciplinary institutionalization of comprehensive accountability infrastructure necessitates "
                + "collaborative operationalization, notwithstanding organizational heterogeneity, of differentiated "
                + "instructional methodologies throughout geographically distributed administrative jurisdictions "
                + "whose implementation characteristics substantially complicate longitudinal evaluation and reproducible generalization of conclusions.";

        assertThat(messages("summary", hard)).anyMatch(has("reads like grade"));
        assertThat(ReadingLevel.of("The cat sat. ".repeat(20)).orElseThrow()).isLessThan(3);
        assertThat(ReadingLevel.of("Too short to tell.")).isEmpty();
    }

    @Test
    void dates_that_cannot_be_and_dates_to_come_are_found() {
        assertThat(messages("published", "2026-13")).anyMatch(has("There is no day 2026-13"));
        assertThat(messages("published", "2031")).anyMatch(has("yet to come"));
        assertThat(messages("published", "2012")).anyMatch(has("more than 5 years ago"));
    }

    @Test
    void what_lacks_sources_is_told_where_to_find_them() {
        var draft = new Draft(Kind.RESOURCE, "id: owls\ntitle: Owls\n", null, null);

        assertThat(DraftCheck.of(draft, RealContent.catalog()))
                .anyMatch(finding -> finding.severity() == Severity.MISSING
                        && finding.message().equals("No source is named.")
                        && finding.advice().contains("where these facts can be read"))
                .noneMatch(finding -> finding.advice().isBlank());
    }

    @Test
    void a_text_that_says_it_was_vetted_is_told_that_this_counts_for_nothing() {
        var text = SuggestSite.file("/resources/" + GUIDE) + "vetting: {facts_checked: {on: '2026-11-21'}}\n";

        assertThat(DraftCheck.of(changed(text), RealContent.catalog(), TODAY))
                .anyMatch(finding -> finding.message().contains("counts for nothing"));
    }

    @Test
    void the_gravest_stands_first() {
        var findings = DraftCheck.of(
                new Draft(Kind.RESOURCE, "id: Owls\ntitle: Owls\n", null, null), RealContent.catalog(), TODAY);

        assertThat(findings.stream().map(Finding::severity)).isSorted().startsWith(Severity.WRONG);
    }

    private static Predicate<String> has(String words) {
        return message -> message.contains(words);
    }

    private static List<String> messages(String field, String value) {
        Map<String, JsonNode> change = Map.of(field, JSON.stringNode(value));
        var text = EntryText.with(Kind.RESOURCE, withoutDates(), change);
        return DraftCheck.of(changed(text), RealContent.catalog(), TODAY).stream()
                .map(Finding::message)
                .toList();
    }

    private static String withoutDates() {
        return SuggestSite.file("/resources/" + GUIDE).replaceFirst("(?m)^  source_date:.*\n", "");
    }

    private static Draft changed(String text) {
        var guide = RealContent.catalog().find(GUIDE).orElseThrow();
        return new Draft(Kind.RESOURCE, text, guide.id(), ContentFiles.sha256(SuggestSite.file(guide.path())));
    }

    private static Draft published(Entry entry) {
        var text = SuggestSite.file(entry.path());
        return new Draft(entry.kind(), text, entry.id(), ContentFiles.sha256(text));
    }

    private static Draft draft(String title, String summary, String link) {
        var fields = JSON.objectNode().put("id", "new").put("title", title).put("summary", summary);
        fields.putArray("links").addObject().put("label", "Page").put("url", link);
        return new Draft(Kind.RESOURCE, EntryText.of(Kind.RESOURCE, fields), null, null);
    }
}
