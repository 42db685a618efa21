package org.ssos.clearinghouse.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadTextTest {
    @Test
    void words_that_matched_are_marked_and_the_others_are_not() {
        assertThat(marked("Practices for cutting chronic absence.", "absence"))
                .isEqualTo("Practices for cutting chronic [absence].");
    }

    @Test
    void neighbouring_matches_are_one_mark() {
        assertThat(marked("Helps with chronic  absenteeism early.", "chronic", "absenteeism"))
                .isEqualTo("Helps with [chronic  absenteeism] early.");
    }

    @Test
    void matches_with_punctuation_between_them_stay_apart() {
        assertThat(marked("Attendance, absence", "attendance", "absence")).isEqualTo("[Attendance], [absence]");
    }

    @Test
    void a_plural_is_marked_for_its_singular() {
        assertThat(marked("Grants for districts", "grant")).isEqualTo("[Grants] for districts");
    }

    @Test
    void accents_and_capitals_make_no_difference() {
        assertThat(marked("CAÑADA unified", "canada")).isEqualTo("[CAÑADA] unified");
    }

    @Test
    void without_stems_or_without_a_match_the_text_is_one_plain_piece() {
        assertThat(ReadText.marked("Any text", Set.of())).containsExactly(new Segment("Any text", false));
        assertThat(ReadText.marked("Any text", Set.of("other"))).containsExactly(new Segment("Any text", false));
    }

    @Test
    void nothing_of_the_text_is_lost() {
        var text = "  “Reading” & <b>math</b> – 50 % of schools’ data… ";
        var segments = ReadText.marked(text, Set.of("math", "data", "reading"));
        assertThat(segments.stream().map(Segment::text).collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(segments).filteredOn(Segment::marked).hasSize(3);
    }

    @Test
    void an_empty_text_has_no_pieces_to_mark() {
        assertThat(ReadText.marked("", Set.of("math"))).isEmpty();
    }

    private static String marked(String text, String... stems) {
        return inBrackets(ReadText.marked(text, Set.of(stems)));
    }

    private static String inBrackets(List<Segment> segments) {
        return segments.stream()
                .map(segment -> segment.marked() ? "[" + segment.text() + "]" : segment.text())
                .collect(Collectors.joining());
    }
}
