package org.ssos.clearinghouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visit costs somebody with a slow line. That nothing comes from another host, {@link Visitor} sees to. */
@DrivesChromium
class WeightTest {
    private static final int MOST_BYTES = 60 * 1024;

    private static final String FETCHED = """
            [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
              .map(one => one.transferSize + ' ' + one.name)""";

    /** A file as the browser got it: the bytes on the line, headers included, and none where it had it already. */
    private record Fetched(int bytes, String url) {
        static Fetched of(Object line) {
            var parts = line.toString().split(" ", 2);
            return new Fetched(Integer.parseInt(parts[0]), parts[1]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/search",
                "/search?q=students",
                "/search?q=students&level=universal",
                "/map?view=shapes",
                "/leas/1964733",
                "/new-leaders/intake",
                "/new-leaders",
                "/new-leaders/samples/superintendent",
                "/training/county-universal-assistance-playbook"
            })
    void a_first_visit_takes_less_than_60_kilobytes(String path) {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo(path);
            var fetched = fetched(visitor);
            assertThat(fetched).filteredOn(file -> file.url().endsWith(".css")).hasSize(1);
            assertThat(fetched).filteredOn(file -> file.url().endsWith(".js")).hasSizeLessThanOrEqualTo(1);
            assertThat(fetched).allMatch(file -> file.bytes() > 0);
            assertThat(fetched.stream().mapToInt(Fetched::bytes).sum())
                    .as("bytes of " + fetched)
                    .isLessThan(MOST_BYTES);
        }
    }

    @Test
    void the_next_page_fetches_only_itself() {
        try (var visitor = Visitor.at(Screen.WIDE_LIGHT)) {
            visitor.goTo("/search?q=students");
            visitor.goTo("/search?q=literacy");
            assertThat(fetched(visitor))
                    .filteredOn(file -> file.bytes() > 0)
                    // A browser fetches the icon when it pleases, during the first page or the next.
                    .filteredOn(file -> !file.url().contains("/favicon."))
                    .extracting(Fetched::url)
                    .containsExactly(visitor.page().url());
        }
    }

    private static List<Fetched> fetched(Visitor visitor) {
        return visitor.list(FETCHED).stream().map(Fetched::of).toList();
    }
}
