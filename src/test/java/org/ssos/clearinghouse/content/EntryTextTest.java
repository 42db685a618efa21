package org.ssos.clearinghouse.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssos.clearinghouse.entry.EntryId;
import org.ssos.clearinghouse.entry.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class EntryTextTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final EntryId GUIDE = new EntryId("california-attendance-guide");

    record File(Kind kind, String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<File> everyEntry() {
        return RealContent.files().texts().entrySet().stream()
                .flatMap(file -> Arrays.stream(Kind.values())
                        .filter(kind -> file.getKey().startsWith(kind.path() + "/"))
                        .map(kind -> new File(kind, file.getKey(), file.getValue())));
    }

    @ParameterizedTest
    @MethodSource("everyEntry")
    void a_file_that_is_written_anew_says_the_same_and_then_stays_as_it_is(File file) {
        var fields = EntryText.fields(file.text()).orElseThrow();

        var once = EntryText.of(file.kind(), fields);
        var again = EntryText.fields(once).orElseThrow();

        assertThat(again).isEqualTo(fields);
        assertThat(EntryText.of(file.kind(), again)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("everyEntry")
    void a_changed_field_leaves_every_other_line_alone(File file) {
        var before = EntryText.fields(file.text()).orElseThrow();

        var changed = EntryText.with(file.kind(), file.text(), Map.of("title", JSON.stringNode("Another: name")));
        var back = EntryText.with(file.kind(), changed, Map.of("title", before.path("title")));

        assertThat(withoutTitle(changed)).isEqualTo(withoutTitle(file.text()));
        assertThat(EntryText.fields(back)).hasValue(before);
    }

    @ParameterizedTest
    @MethodSource("everyEntry")
    void every_published_text_passes_the_check_of_one_text(File file) {
        var id = new EntryId(
                EntryText.fields(file.text()).orElseThrow().path("id").asString());

        var checked = EntryText.check(file.kind(), id, file.text(), RealContent.catalog());

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.isPublishable()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123",
                "1e3",
                "2026-11-21",
                "yes",
                "No",
                "null",
                "~",
                "- a",
                "# no comment",
                "a: b",
                "a #b",
                " blanks around ",
                "ends with a break\n",
                "two\n\nparagraphs\n- a list\n  - deeper",
                "\"quoted\" and 'so'",
                "{braces} [brackets]",
                "tab\there",
                "é ñ 日本 🦉",
                "C:\\path",
                "%percent @at `tick` !bang &and *star |pipe >fold",
                "0x1F",
                ".5",
                "+1 916 555 0100",
                "1_000",
                "12:30:45"
            })
    void any_text_comes_back_as_it_was(String text) {
        var fields = JSON.objectNode().put("id", "a").put("title", text);
        fields.putArray("asked_as").add(text).add(text + text.repeat(120));
        fields.putObject("status").put("note", text).put("state", text.repeat(60));

        var written = EntryText.of(Kind.RESOURCE, fields);

        assertThat(EntryText.fields(written)).hasValue(fields);
    }

    @Test
    void fields_stand_in_the_order_that_the_content_folder_explains() {
        var fields = JSON.objectNode();
        for (var name : new String[] {"zebra", "type", "provenance", "summary", "id"}) fields.put(name, "text");

        assertThat(EntryText.of(Kind.RESOURCE, fields).lines().skip(1))
                .containsExactly("id: text", "summary: text", "provenance: text", "type: text", "zebra: text");
    }

    @Test
    void a_comment_outlives_a_change_of_another_field() {
        var text = "# about\nid: a\ntitle: Old\nsummary: >-\n  Two\n  lines.\n";

        assertThat(EntryText.with(Kind.RESOURCE, text, changes("title", "New", "acronym", "NW")))
                .isEqualTo("# about\nid: a\ntitle: New\nacronym: NW\nsummary: >-\n  Two\n  lines.\n");
    }

    @Test
    void a_field_is_taken_away_and_a_new_one_finds_its_place() {
        var text = "id: a\ntitle: Old\nacronym: OL\nlinks:\n  - {label: L, url: 'https://example.org/'}\n";
        var changes = changes("summary", "Short.");
        changes.put("acronym", null);

        assertThat(EntryText.with(Kind.RESOURCE, text, changes))
                .isEqualTo("id: a\ntitle: Old\nsummary: Short.\nlinks:\n  - {label: L, url: 'https://example.org/'}\n");
    }

    @Test
    void everything_wrong_is_said_at_once() {
        var text = "id: Not An Id\ntitle: ''\ntopics: [no-such-topic]\nlinks: [{label: L, url: nowhere}]\nfoo: 1\n";

        var checked = EntryText.check(Kind.RESOURCE, null, text, RealContent.catalog());

        assertThat(checked.entry()).isNull();
        assertThat(checked.missing())
                .containsExactlyInAnyOrder("summary", "audiences", "coverage", "asked_as", "type", "provenance");
        assertThat(checked.problems())
                .extracting(Problem::what)
                .anyMatch(what -> what.contains("no field `foo`"))
                .anyMatch(what -> what.contains("no-such-topic"))
                .anyMatch(what -> what.contains("web address"))
                .anyMatch(what -> what.contains("id of a-z"));
    }

    @Test
    void a_new_entry_may_not_take_the_id_of_another_and_a_changed_one_keeps_its_own() {
        var text = Objects.requireNonNull(RealContent.files().texts().get("resources/" + GUIDE + ".yaml"));

        assertThat(EntryText.check(Kind.RESOURCE, null, text, RealContent.catalog())
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("is taken"));
        assertThat(EntryText.check(Kind.RESOURCE, new EntryId("another"), text, RealContent.catalog())
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("an id never changes"));
    }

    @Test
    void what_is_no_yaml_is_told_with_its_place() {
        var checked = EntryText.check(Kind.RESOURCE, null, "id: a\n  title: [", RealContent.catalog());

        assertThat(checked.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isPositive();
            assertThat(problem.what()).contains("not readable as YAML");
        });
        assertThat(EntryText.fields("- a\n- b\n")).isEmpty();
    }

    private static String withoutTitle(String text) {
        return text.replaceFirst("(?m)^title:.*\\n(?: .*\\n)*", "");
    }

    private static Map<String, @Nullable JsonNode> changes(String... namesAndTexts) {
        var changes = new HashMap<String, @Nullable JsonNode>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            changes.put(namesAndTexts[i], JSON.stringNode(namesAndTexts[i + 1]));
        }
        return changes;
    }
}
