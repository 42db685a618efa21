package org.ssos.clearinghouse.intake;

import java.util.List;
import java.util.Set;
import org.ssos.clearinghouse.entry.Lists;

/**
 * Something that holds or does not hold of answers: at least one value of {@code anyOf} was given (where it names some),
 * and none of {@code noneOf} was. A question that is left out counts as its {@code skippedAs}, else as no value at all.
 *
 * @param question its id
 */
public record Condition(String question, List<String> anyOf, List<String> noneOf) {
    public Condition {
        anyOf = Lists.copy(anyOf);
        noneOf = Lists.copy(noneOf);
    }

    /** @param given the values that count as given, see {@link Questionnaire#given} */
    boolean holdsFor(Set<String> given) {
        return (anyOf.isEmpty() || anyOf.stream().anyMatch(given::contains))
                && noneOf.stream().noneMatch(given::contains);
    }
}
