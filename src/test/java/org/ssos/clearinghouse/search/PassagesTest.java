package org.ssos.clearinghouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.content.RealContent;
import org.ssos.clearinghouse.entry.Entry;

class PassagesTest {
    private final Catalog catalog = RealContent.catalog();
    private final Passages passages = new Passages();

    @Test
    void a_summary_that_shows_why_stands_alone() {
        var entry = entry("ca-mtss");
        assertThat(text(passages.summary(entry, Set.of("framework")))).isEqualTo(entry.summary());
    }

    @Test
    void a_sentence_of_the_description_follows_when_only_that_shows_why() {
        var entry = entry("ca-mtss");
        assertThat(entry.summary()).doesNotContain("counseling");

        var passage = passages.summary(entry, Set.copyOf(Text.words(Text.STEMMED, "counseling")));

        assertThat(text(passage)).startsWith(entry.summary() + " … ").endsWith(".");
        assertThat(passage)
                .filteredOn(Segment::marked)
                .extracting(Segment::text)
                .containsExactly("counseling");
    }

    @Test
    void without_a_query_the_summary_stands_alone() {
        var entry = entry("ca-mtss");
        assertThat(passages.summary(entry, Set.of())).containsExactly(new Segment(entry.summary(), false));
    }

    @Test
    void the_title_has_its_short_form() {
        assertThat(passages.title(entry("ca-mtss"), Set.of("mtss"))).contains(new Segment("MTSS", true));
    }

    private Entry entry(String id) {
        return catalog.find(id).orElseThrow();
    }

    private static String text(List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }
}
