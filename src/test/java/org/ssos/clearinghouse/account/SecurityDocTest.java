package org.ssos.clearinghouse.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md answers what it says it answers, and names nothing that is not there. */
class SecurityDocTest {
    private static final Pattern ANSWER =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| [^|]+ \\| (met|operator|n/a|not met) \\| [^|]+ \\|$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\d+\\.\\d+\\.\\d+ \\|.*$");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]+\\w*)`");
    private static final Pattern SHOWN = Pattern.compile("`(\\w+Test)` \\(([^)]+)\\)");
    private static final Pattern METHOD = Pattern.compile("(?:void|Stream<DynamicTest>) (\\w+)\\(");

    private static final String TEXT = read(Path.of("docs/security.md"));
    private static final String FRONT = TEXT.substring(0, TEXT.indexOf("## Threat model"));
    private static final String TABLES = TEXT.substring(TEXT.indexOf("## Requirement by requirement"));

    @Test
    void every_requirement_of_levels_1_and_2_is_answered_once() throws Exception {
        var asked = Files.readAllLines(Path.of("src/test/resources/asvs-5.0-level-2.txt"));

        assertThat(answers(".*")).containsExactlyElementsOf(asked).hasSize(253);
        assertThat(ROW.matcher(TABLES).results()).hasSize(253);
    }

    @Test
    void the_front_says_how_many_there_are_of_each_and_names_what_is_not_met_or_the_operators() {
        assertThat(FRONT)
                .contains("**%d met**, **%d met by the operator**, **%d not applicable**, **%d not met**"
                        .formatted(
                                answers("met").size(),
                                answers("operator").size(),
                                answers("n/a").size(),
                                answers("not met").size()));
        assertThat(ROW.matcher(FRONT).results().map(row -> row.group().split(" ", -1)[1]))
                .containsExactlyElementsOf(answers("not met"));
        assertThat(answers("operator"))
                .allSatisfy(number -> assertThat(FRONT).containsPattern("[( ]" + Pattern.quote(number) + "[,)]"));
    }

    @Test
    void every_class_and_test_that_is_named_exists() {
        var sources = sources();

        assertThat(CLASS.matcher(TEXT).results().map(found -> found.group(1)).collect(Collectors.toSet()))
                .isNotEmpty()
                .isSubsetOf(sources.keySet());
        assertThat(SHOWN.matcher(TEXT).results())
                .isNotEmpty()
                .allSatisfy(shown -> assertThat(methods(sources.getOrDefault(shown.group(1), "")))
                        .as(shown.group(1))
                        .satisfies(methods -> assertThat(List.of(shown.group(2).split("; ")))
                                .allSatisfy(words -> assertThat(methods).anyMatch(method -> method.contains(words)))));
    }

    @Test
    void the_words_that_passwords_are_not_made_of_are_listed() {
        assertThat(TEXT.replaceAll("\\s+", " ")).contains(": " + String.join(", ", Passwords.WORDS_OF_HERE) + ", and");
    }

    private static List<String> answers(String answer) {
        return ANSWER.matcher(TABLES)
                .results()
                .filter(row -> row.group(2).matches(answer))
                .map(row -> row.group(1))
                .toList();
    }

    private static List<String> methods(String source) {
        return METHOD.matcher(source)
                .results()
                .map(found -> found.group(1).replace('_', ' ').toLowerCase(Locale.ROOT))
                .toList();
    }

    /** By the name of the class. */
    private static Map<String, String> sources() {
        return Stream.of("src/main/java", "src/test/java")
                .flatMap(folder -> javaFiles(Path.of(folder)))
                .collect(Collectors.toMap(
                        SecurityDocTest::className, SecurityDocTest::read, (one, other) -> one + other));
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String className(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - ".java".length());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
