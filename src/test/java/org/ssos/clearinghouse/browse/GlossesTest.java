package org.ssos.clearinghouse.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ssos.clearinghouse.content.RealContent;

class GlossesTest {
    @Test
    void the_first_use_of_an_acronym_is_marked_and_the_second_is_not() {
        var glosses = glosses();

        assertThat(marked(glosses.in("Ask your SELPA, or another SELPA."))).containsExactly("SELPA");
        assertThat(marked(glosses.in("A SELPA again."))).isEmpty();
    }

    @Test
    void the_text_stays_whole() {
        var pieces = glosses().in("Your LCAP, its annual update and the COEs.");

        assertThat(pieces.stream().map(Glosses.Piece::text)).containsSequence("Your ", "LCAP", ", its ");
        assertThat(String.join("", pieces.stream().map(Glosses.Piece::text).toList()))
                .isEqualTo("Your LCAP, its annual update and the COEs.");
    }

    @Test
    void a_plural_and_a_long_name_lead_to_the_acronym() {
        assertThat(terms(glosses().in("Many LEAs ask."))).containsExactly("lea");
        assertThat(terms(glosses().in("Ask about Differentiated Assistance."))).containsExactly("da");
    }

    @Test
    void a_word_that_only_looks_like_an_acronym_in_capitals_is_left_alone() {
        assertThat(marked(glosses().in("the idea of a sel"))).isEmpty();
    }

    @Test
    void a_name_is_not_cut_in_two() {
        assertThat(marked(glosses().in("Butte County Office of Education helps.")))
                .isEmpty();
    }

    private static Glosses glosses() {
        var catalog = RealContent.catalog();
        return new Glosses(
                catalog.vocabularies().glossary().all(), catalog.find("ca-mtss").orElseThrow());
    }

    private static List<String> marked(List<Glosses.Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.term() != null)
                .map(Glosses.Piece::text)
                .toList();
    }

    private static List<String> terms(List<Glosses.Piece> pieces) {
        return pieces.stream().flatMap(piece -> Stream.ofNullable(piece.term())).toList();
    }
}
