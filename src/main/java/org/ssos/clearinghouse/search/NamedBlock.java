package org.ssos.clearinghouse.search;

import java.util.List;
import java.util.Optional;

/**
 * What a question names that is no entry, such as an LEA, shown above the entries and never in place of them.
 *
 * @param others what could be meant as well
 */
public record NamedBlock(Findable thing, List<Findable> others) {
    public NamedBlock {
        others = List.copyOf(others);
    }

    static Optional<NamedBlock> of(String question, Lookup lookup, CatalogTexts texts) {
        var named = lookup.named(question, texts::isOrdinary).stream()
                .map(Lookup.Found::thing)
                .toList();
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(new NamedBlock(named.getFirst(), named.subList(1, named.size())));
    }

    public String heading() {
        return switch (thing.kind()) {
            case "lea" -> "LEA";
            case "question" -> "Question and answer";
            case "law" -> "Law";
            case "pathway" -> "Pathway";
            case "training" -> "Training";
            case "date" -> "Date of the school year";
            default -> "Best match";
        };
    }
}
