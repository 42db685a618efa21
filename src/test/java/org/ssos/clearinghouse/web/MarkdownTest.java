package org.ssos.clearinghouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void headings_start_below_those_of_the_page() {
        assertThat(html("# One\n\n###### Six")).contains("<h3>One</h3>", "<h6>Six</h6>");
    }

    @Test
    void markup_of_its_own_is_shown_as_text() {
        assertThat(html("<script>alert(1)</script> and <img src=x onerror=y>"))
                .doesNotContain("<script", "<img")
                .contains("alert(1)");
    }

    @Test
    void a_link_that_runs_something_loses_its_address() {
        assertThat(html("[here](javascript:alert(1)) and [there](https://example.org/)"))
                .doesNotContain("javascript:")
                .contains("href=\"https://example.org/\"");
    }

    @Test
    void lines_of_a_paragraph_join() {
        assertThat(html("one\ntwo")).contains("<p>one two</p>");
    }

    private static String html(String markdown) {
        var output = new StringOutput();
        Markdown.render(markdown, _ -> {}).writeTo(output);
        return output.toString();
    }
}
