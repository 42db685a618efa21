package org.ssos.clearinghouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern HARMLESS =
            Pattern.compile("</?(p|em|strong|code|pre|h3|ul|li|a)>|<a href=\"https://[^\" <>]*\"( rel=\"nofollow\")?>");

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](javascript&colon;alert(1))",
                "[x](<java\nscript:alert(1)>)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "<javascript:alert(1)>",
                "[x](https://a.example/\"onmouseover=alert(1))",
                "[x](https://a.example 'x\" onclick=\"alert(1)')",
                "![x](https://a.example/x.png)",
                "![x\" onerror=\"alert(1)](y)",
                "<svg/onload=alert(1)>",
                "<a href=javascript:alert(1)>x</a>",
                "<!--><img src=x onerror=alert(1)>-->",
                "<style>@import 'https://a.example'</style>",
                "<iframe srcdoc='<script>alert(1)</script>'>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "```html\n<script>alert(1)</script>\n```",
                "# <script>alert(1)</script>"
            })
    void the_usual_tricks_leave_nothing_that_runs_or_is_fetched(String markdown) {
        assertThat(TAG.matcher(html(markdown)).results().map(MatchResult::group))
                .allMatch(tag -> HARMLESS.matcher(tag).matches(), "only harmless elements");
    }

    @Test
    void what_is_nested_without_end_is_read_all_the_same() {
        for (var one : List.of("> ", "* ", "[", "**", "`a", "<", "![](")) {
            assertThat(html(one.repeat(2_000) + "x")).as(one).contains("x");
        }
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
