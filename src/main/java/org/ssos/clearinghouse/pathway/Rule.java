package org.ssos.clearinghouse.pathway;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.browse.law.Law;
import org.ssos.clearinghouse.browse.law.Law.Paragraph;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.entry.Citation;

/**
 * A citation and what it says in our plain words.
 *
 * @param says absent where no paragraph of ours says just what is cited
 */
public record Rule(String citation, @Nullable String says) {
    static List<Rule> of(List<String> citations, Catalog catalog) {
        var book = catalog.part(LawBook.PART);
        return citations.stream()
                .map(citation -> new Rule(citation, says(citation, book)))
                .toList();
    }

    /** What the first section that is cited says; its title where we have no words for the paragraph itself. */
    private static @Nullable String says(String citation, LawBook book) {
        return Citation.in(citation).stream()
                .filter(piece -> piece.law() != null)
                .findFirst()
                .flatMap(piece -> book.find(Objects.requireNonNull(piece.law()))
                        .flatMap(law -> exactly(law, piece.anchor())
                                .map(Paragraph::says)
                                .or(() -> Optional.ofNullable(law.title()))))
                .orElse(null);
    }

    private static Optional<Paragraph> exactly(Law law, String anchor) {
        return law.paragraphs().stream()
                .filter(paragraph -> !anchor.isEmpty() && paragraph.anchor().equals(anchor))
                .findFirst();
    }
}
