package org.ssos.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operators read and copy names only what is there. */
class OperatingTest {
    private static final Pattern VARIABLE = Pattern.compile("CLEARINGHOUSE_[A-Z_]*");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)");
    private static final Path DOCS = Path.of("docs");

    @Test
    void every_setting_that_is_named_anywhere_exists() throws IOException {
        var known = Arrays.stream(Setting.values()).map(Setting::variable).toList();
        for (var file : files()) {
            assertThat(matches(VARIABLE, file))
                    .as(file.toString())
                    .allMatch(name -> known.contains(name)
                            // "CLEARINGHOUSE_SMTP_…" stands for all of those.
                            || (name.endsWith("_") && known.stream().anyMatch(variable -> variable.startsWith(name))));
        }
    }

    @Test
    void every_link_of_the_documentation_leads_to_a_file() throws IOException {
        for (var file :
                files().stream().filter(file -> file.toString().endsWith(".md")).toList()) {
            assertThat(matches(LINK, file))
                    .as(file.toString())
                    .allMatch(link -> Files.exists(Path.of(String.valueOf(file.getParent()), link)));
        }
    }

    @Test
    void the_image_bears_the_version_of_the_program() throws IOException {
        var version = Pattern.compile("<artifactId>clearinghouse</artifactId>\\s*<version>([^<]+)");
        var label = Pattern.compile("image\\.version=\"([^\"]+)\"");

        assertThat(matches(label, Path.of("Dockerfile")))
                .isEqualTo(matches(version, Path.of("pom.xml")))
                .isNotEmpty();
    }

    private static List<Path> files() throws IOException {
        try (var docs = Files.list(DOCS)) {
            return Stream.concat(docs, Stream.of("Dockerfile", "clearinghouse").map(Path::of))
                    .filter(file -> !file.toString().endsWith(".png"))
                    .toList();
        }
    }

    /** What the only group matched, or all of it where there is none. */
    private static List<String> matches(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(match -> match.group(match.groupCount()))
                .toList();
    }
}
