package org.ssos.clearinghouse.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML that is made to keep its reader busy gets one sentence, soon. */
class YamlBoundsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void a_billion_laughs_are_not_laughed() {
        var laughs = new StringBuilder("a: &a [\"lol\"]\n");
        for (char name = 'b'; name <= 'k'; name++) {
            var before = (char) (name - 1);
            laughs.append(name).append(": &").append(name).append(" [");
            laughs.append(("*" + before + ",").repeat(9))
                    .append("*")
                    .append(before)
                    .append("]\n");
        }

        var fields = Assertions.assertTimeoutPreemptively(SOON, () -> EntryText.fields(laughs.toString()));
        // An alias is read as its name, never as what it stands for.
        assertThat(fields.map(read -> read.toString().length()).orElse(0)).isLessThan(2_000);
    }

    @Test
    void an_alias_of_itself_is_no_loop() {
        Assertions.assertTimeoutPreemptively(SOON, () -> EntryText.fields("a: &a [*a, *a]\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void what_is_nested_without_end_is_refused(String one) {
        var text = "a: " + (one.startsWith("-") || one.startsWith("?") ? "\n  " : "") + one.repeat(100_000);

        assertThat(problemOf(text)).startsWith("the file ").doesNotContain("\n");
    }

    @Test
    void a_depth_beyond_any_entry_is_refused_in_words() {
        assertThat(problemOf("a: " + "[".repeat(50) + "]".repeat(50)))
                .isEqualTo("the file should hold lists and groups inside each other at most 32 deep, and no value of"
                        + " unusual length, but does");
    }

    @Test
    void a_huge_value_is_refused_in_words() {
        assertThat(problemOf("a: \"" + "x".repeat(5_000_000) + "\""))
                .isEqualTo("the file should hold at most 4000000 characters, but holds more");
    }

    @Test
    void a_key_twice_is_refused_with_its_name() {
        assertThat(problemOf("id: a\nid: b\n"))
                .startsWith("the file is not readable as YAML: ")
                .contains("id");
    }

    @Test
    void very_many_keys_are_read_soon() {
        var text = IntStream.range(0, 20_000).mapToObj(i -> "k" + i + ": 1").collect(Collectors.joining("\n"));

        assertThat(Assertions.assertTimeoutPreemptively(SOON, () -> EntryText.fields(text)))
                .hasValueSatisfying(fields -> assertThat(fields.size()).isEqualTo(20_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!java.net.URL [\"https://a.example\"]",
                "a: !!javax.script.ScriptEngineManager []",
                "%YAML 9.9\n---\na: 1",
                "\u0000",
                "a: \uFFFE",
                "&a",
                "*a",
                "<<: *x",
                "!",
                "a: |9999\n x",
                "--- >\n---\n",
                "\"",
                "\t- a"
            })
    void what_is_odd_ends_in_a_problem_or_in_fields(String text) {
        Assertions.assertTimeoutPreemptively(SOON, () -> EntryText.fields(text));
    }

    private static String problemOf(String text) {
        return Assertions.assertTimeoutPreemptively(SOON, () -> EntryText.unreadable(text))
                .orElseThrow()
                .what();
    }
}
