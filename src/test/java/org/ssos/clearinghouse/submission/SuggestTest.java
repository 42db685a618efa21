package org.ssos.clearinghouse.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ssos.clearinghouse.account.Browser;
import org.ssos.clearinghouse.content.ContentFiles;
import org.ssos.clearinghouse.content.EntryText;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Entry;
import org.ssos.clearinghouse.entry.Kind;
import tools.jackson.databind.node.JsonNodeFactory;

class SuggestTest {
    private static final String GUIDE = "california-attendance-guide";
    private static final String GUIDE_PATH = "/resources/" + GUIDE;

    private final SuggestSite site = site();
    private final Browser browser = site.browser();

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void a_name_and_a_link_are_enough() {
        var answer = suggest("title", "Owl counting workbook", "link", site.page());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/cases/1");
        assertThat(site.sent).singleElement().satisfies(sent -> {
            assertThat(sent.subject()).isEqualTo(NewCase.NEW);
            assertThat(sent.sender()).isEqualTo(new Sender("", "", null, null));
            assertThat(sent.draft().text()).isEqualTo("""
                            # yaml-language-server: $schema=../schema/resource.schema.json
                            id: owl-counting-workbook
                            title: Owl counting workbook
                            links:
                              - {label: Owl counting workbook, url: '%s'}
                            provenance:
                              sources:
                                - {url: '%s'}
                              compiled: '2026-11-21'
                              confidence: low
                            """.formatted(site.page(), site.page()));
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_kind_has_a_form_and_what_is_filled_in_stands_in_the_text(Kind kind) {
        var answer = send(
                "/suggest?kind=" + kind.id(),
                "kind",
                kind.id(),
                "title",
                "Owls of Fresno",
                "link",
                site.page(),
                "summary",
                "Counts owls.",
                "topics",
                "mtss",
                "statewide",
                "yes",
                "source",
                site.page() + "?source",
                "name",
                "Ana",
                "organization",
                "Owl COE",
                "email",
                "owls@example.org");

        assertThat(answer.statusCode()).isEqualTo(303);
        var sent = site.sent.getFirst();
        var fields = sent.draft().fields();
        assertThat(sent.draft().kind()).isEqualTo(kind);
        assertThat(sent.sender()).isEqualTo(new Sender("Ana", "Owl COE", "owls@example.org", null));
        assertThat(fields.path("summary").asString()).isEqualTo("Counts owls.");
        assertThat(fields.path("topics").path(0).asString()).isEqualTo("mtss");
        assertThat(fields.path("coverage").path("statewide").asBoolean()).isTrue();
        assertThat(fields.path("provenance").path("sources").path(0).path("url").asString())
                .endsWith("?source");
    }

    @ParameterizedTest
    @CsvSource({
        "link, owls.example.org, Enter a web address that starts with https://",
        "title, '', Enter the name.",
        "contact_email, owls, Enter an e-mail address",
        "date, last year, Enter a date such as",
        "email, nobody, or leave it empty"
    })
    void what_is_wrong_stands_beside_its_field_and_what_was_typed_stays(String field, String value, String words) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("title", "Owl counting workbook");
        fields.put("link", site.page());
        fields.put("summary", "Typed & kept");
        fields.put(field, value);

        var answer = suggest(fields.entrySet().stream()
                .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(words, "Typed &amp; kept", "id=\"" + field + "-error\"", "#" + field + "\"");
        assertThat(site.sent).isEmpty();
    }

    @Test
    void what_machines_notice_is_shown_once_and_does_not_stop_anybody() {
        var fields = new String[] {
            "title",
            "California attendance guide",
            "link",
            site.deadPage(),
            "contact_label",
            "Ana",
            "contact_email",
            "ana.sample@gmail.com"
        };

        var first = suggest(fields);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body())
                .contains("Not sent yet", "may be the same", "the same name", "nothing is there (404)")
                .contains("looks like the address of a person", "Send it as it is")
                .contains("<th scope=\"col\">Already here</th>", "value=\"California attendance guide\"");
        assertThat(site.sent).isEmpty();

        var again = new String[fields.length + 4];
        System.arraycopy(fields, 0, again, 0, fields.length);
        again[fields.length] = "seen";
        again[fields.length + 1] = hidden(first, "seen");
        again[fields.length + 2] = "kind";
        again[fields.length + 3] = "resource";
        assertThat(browser.post("/suggest", again).statusCode()).isEqualTo(303);
        assertThat(site.sent).hasSize(1);
    }

    @Test
    void a_form_can_be_checked_without_being_sent() {
        var answer = suggest("title", "Owl counting workbook", "link", site.page(), "check", "1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Still to be filled in before it is published", "No date says how old");
        assertThat(site.sent).isEmpty();
    }

    @Test
    void a_change_begins_with_what_stands_there_and_changes_nothing_else() {
        var before = SuggestSite.file(GUIDE_PATH);
        var form = browser.get("/suggest?entry=" + GUIDE);
        assertThat(form.body()).contains("value=\"California Attendance Guide\"", entry().summary());

        var answer = change(form, "summary", "Counts absences.");

        assertThat(seenThrough(answer, "summary", "Counts absences.").statusCode())
                .isEqualTo(303);
        var draft = site.sent.getFirst().draft();
        assertThat(site.sent.getFirst().subject()).isEqualTo(NewCase.CHANGE);
        assertThat(draft.entry()).isEqualTo(entry().id());
        assertThat(draft.base()).isEqualTo(ContentFiles.sha256(before));
        assertThat(draft.changedFields(new Draft(Kind.RESOURCE, before, draft.entry(), draft.base())))
                .containsExactly("summary");
        assertThat(draft.text())
                .isEqualTo(before.replaceFirst("(?m)^summary: >-\n(  .*\n)+", "summary: Counts absences.\n"));
    }

    @Test
    void nothing_changed_is_nothing_sent() {
        var form = browser.get("/suggest?entry=" + GUIDE);

        var answer = change(form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Nothing differs from what stands on the site");
    }

    @Test
    void who_was_overtaken_sees_both_and_keeps_what_was_typed() {
        var form = browser.get("/suggest?entry=" + GUIDE);
        site.published.put(
                GUIDE,
                EntryText.with(
                        Kind.RESOURCE,
                        SuggestSite.file(GUIDE_PATH),
                        Map.of("summary", JsonNodeFactory.instance.stringNode("Newer words."))));

        var answer = change(form, "summary", "My words.");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("was published while you wrote", "My words.", "On the site now: Newer words.");
        assertThat(site.sent).isEmpty();
        var second = change(answer, "summary", "My words.");
        assertThat(seenThrough(second, "summary", "My words.").statusCode()).isEqualTo(303);
        assertThat(site.sent.getFirst().draft().base()).isEqualTo(ContentFiles.sha256(site.published.get(GUIDE)));
    }

    @Test
    void those_who_know_the_format_edit_the_whole_text() {
        var form = browser.get("/suggest?entry=" + GUIDE + "&view=text");
        var text = SuggestSite.file(GUIDE_PATH).replace("title: California Attendance Guide", "title: Attendance Guide")
                + "vetting: {facts_checked: {on: '2026-11-21'}}\n";

        var broken =
                browser.post("/suggest", "entry", GUIDE, "base", hidden(form, "base"), "text", "id: a\n  title: [");
        assertThat(broken.statusCode()).isEqualTo(422);
        assertThat(broken.body()).contains("not readable as YAML", "Line 2");

        var answer = browser.post("/suggest", "entry", GUIDE, "base", hidden(form, "base"), "text", text);
        var sent = browser.post(
                "/suggest",
                "entry",
                GUIDE,
                "base",
                hidden(form, "base"),
                "text",
                text,
                "seen",
                answer.statusCode() == 303 ? "" : hidden(answer, "seen"));
        assertThat(answer.statusCode() == 303 || sent.statusCode() == 303).isTrue();
        assertThat(site.sent.getFirst().draft().title()).isEqualTo("Attendance Guide");
        assertThat(site.sent.getFirst().draft().fields().has("vetting")).isFalse();
    }

    @Test
    void a_flood_from_one_network_is_stopped_in_words_and_others_go_on() {
        for (int number = 0; number < 10; number++) {
            assertThat(suggest("title", "Owl book " + number, "link", site.page() + "?" + number)
                            .statusCode())
                    .isEqualTo(303);
        }

        var stopped = suggest("title", "One owl more", "link", site.page() + "?more");

        assertThat(stopped.statusCode()).isEqualTo(429);
        assertThat(stopped.headers().firstValue("Retry-After")).hasValue("3600");
        assertThat(stopped.body()).contains("a whole school or office", "at 10:00 AM", "value=\"One owl more\"");
        var other = site.browser();
        other.get("/suggest?kind=resource");
        assertThat(other.post("/suggest", "kind", "resource", "title", "Owls", "link", site.page() + "?other")
                        .statusCode())
                .isEqualTo(303);
        site.clock.pass(Duration.ofHours(1));
        assertThat(suggest("title", "One owl more", "link", site.page() + "?more")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_form_without_our_token_is_not_taken() {
        browser.get("/suggest?kind=resource");

        var answer = site.browser().post("/suggest", "kind", "resource", "title", "Owls", "link", site.page());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("What you typed", "Owls");
        assertThat(site.sent).isEmpty();
    }

    @Test
    void the_form_is_kept_by_nobody() {
        assertThat(browser.get("/suggest?kind=resource").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
    }

    private HttpResponse<String> suggest(String... fields) {
        var all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "kind";
        all[fields.length + 1] = "resource";
        return send("/suggest?kind=resource", all);
    }

    private HttpResponse<String> send(String page, String... fields) {
        return browser.fill(page, "/suggest", fields);
    }

    /** Sends the form of the guide as it stands on the page, but for some fields. */
    private HttpResponse<String> change(HttpResponse<String> form, String... fields) {
        var all = filledIn(hidden(form, "base"), "");
        for (int i = 0; i < fields.length; i += 2) all.put(fields[i], List.of(fields[i + 1]));
        return browser.post("/suggest", flat(all));
    }

    /** Sends it again after the findings were seen, where there were any. */
    private HttpResponse<String> seenThrough(HttpResponse<String> answer, String... fields) {
        if (answer.statusCode() == 303) return answer;
        var all = filledIn(hidden(answer, "base"), hidden(answer, "seen"));
        for (int i = 0; i < fields.length; i += 2) all.put(fields[i], List.of(fields[i + 1]));
        return browser.post("/suggest", flat(all));
    }

    private Map<String, List<String>> filledIn(String base, String seen) {
        var text = site.published.getOrDefault(GUIDE, SuggestSite.file(GUIDE_PATH));
        var entry = EntryText.fields(text).orElseThrow();
        var all = new LinkedHashMap<String, List<String>>();
        all.put("entry", List.of(GUIDE));
        all.put("base", List.of(base));
        all.put("seen", List.of(seen));
        for (var field : MainField.of(Kind.RESOURCE)) {
            all.put(field.id(), MainFields.read(field, Kind.RESOURCE, entry));
        }
        return all;
    }

    private static String[] flat(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().flatMap(value -> Stream.of(field.getKey(), value)))
                .toArray(String[]::new);
    }

    private static Entry entry() {
        return RealContent.catalog().find(GUIDE).orElseThrow();
    }

    private static String hidden(HttpResponse<String> page, String name) {
        var matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }

    private static SuggestSite site() {
        try {
            return new SuggestSite();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
