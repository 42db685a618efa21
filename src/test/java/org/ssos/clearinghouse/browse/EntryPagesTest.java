package org.ssos.clearinghouse.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.RealSite;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Entry;

class EntryPagesTest {
    private static final Pattern LOCAL_LINK = Pattern.compile("href=\"#([^\"]+)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    @Test
    void every_entry_has_a_page_with_its_title_its_sources_and_one_main_heading() {
        for (var entry : RealContent.catalog().all()) {
            var answer = RealSite.get(entry.path());

            assertThat(answer.statusCode()).as(entry.path()).isEqualTo(200);
            assertThat(answer.body()).as(entry.path()).containsOnlyOnce("<h1>").contains("<h2 id=\"sources\">");
            assertThat(answer.body())
                    .as("a heading over nothing: " + entry.path())
                    .doesNotContainPattern("</h2>\\s*</section>");
            assertThat(text(answer.body())).as(entry.path()).contains(entry.fullTitle(), "Not yet reviewed");
        }
    }

    @Test
    void a_link_inside_a_page_leads_to_something_on_it_and_no_id_is_given_twice() {
        var wrong = new TreeSet<String>();
        for (var path : pages()) {
            var body = RealSite.get(path).body();
            var ids = new ArrayList<String>();
            ID.matcher(body).results().forEach(match -> ids.add(match.group(1)));
            LOCAL_LINK.matcher(body).results().map(match -> match.group(1)).forEach(target -> {
                if (!ids.contains(target)) wrong.add(path + " links to #" + target);
            });
            if (ids.stream().distinct().count() < ids.size()) wrong.add(path + " gives an id twice");
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void the_first_step_comes_before_the_contact_and_both_before_the_description() {
        var body = RealSite.get("/initiatives/ca-mtss").body();

        assertThat(body.indexOf("Download the free Guide"))
                .isPositive()
                .isLessThan(body.indexOf("<h2 id=\"contact\">"));
        assertThat(body.indexOf("<h2 id=\"contact\">")).isLessThan(body.indexOf("<h2 id=\"about\">"));
    }

    @Test
    void an_ended_entry_says_why_and_what_took_its_place() {
        assertThat(text(RealSite.get("/agencies/selpa-leads-2018").body()))
                .contains("It has ended", "Term 2018 to 2023", "What took its place:");
    }

    @Test
    void what_was_inferred_says_so() {
        assertThat(RealSite.get("/initiatives/ca-mtss").body()).contains("class=\"inferred\"");
    }

    @Test
    void an_id_under_another_kind_leads_to_its_own_page() {
        var answer = RealSite.get("/resources/ca-mtss");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location")).contains("/initiatives/ca-mtss");
    }

    private static Iterable<String> pages() {
        return Stream.concat(
                        Stream.of("/", "/topics", "/glossary", "/help", "/about", "/initiatives", "/events"),
                        RealContent.catalog().all().stream().map(Entry::path))
                .toList();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
