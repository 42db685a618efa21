package org.ssos.clearinghouse.pathway;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question of a pathway.
 *
 * @param id names the answer in addresses, and never changes
 * @param why why we ask
 * @param law the citations that {@code why} rests on
 */
public record Question(String id, String question, String why, List<String> law, List<Option> options) {

    /**
     * An answer to choose. Of {@code next}, {@code tree} and {@code outcome} exactly one is present.
     *
     * @param id stands in addresses, and never changes
     * @param next the id of a question, here or in another pathway
     * @param tree the id of another pathway
     * @param outcome the id of an outcome
     */
    public record Option(
            String id,
            String label,
            @Nullable String hint,
            @Nullable String next,
            @Nullable String tree,
            @Nullable String outcome) {}

    public Question {
        law = List.copyOf(law);
        options = List.copyOf(options);
    }

    public Optional<Option> option(String wanted) {
        return options.stream().filter(option -> option.id().equals(wanted)).findFirst();
    }
}
