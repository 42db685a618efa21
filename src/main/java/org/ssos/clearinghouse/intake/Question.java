package org.ssos.clearinghouse.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Lists;
import org.ssos.clearinghouse.entry.Source;

/**
 * A question of the intake.
 *
 * @param section the page it stands on
 * @param shortly what it is about, as reasons name it
 * @param help said below the question
 * @param options what can be chosen; of a question whose options stand in a vocabulary or in the roster none
 * @param optionsFrom the vocabulary that the options stand in: {@code topics} or {@code student-groups}
 * @param most how many options may be chosen at once; absent where that is not bounded
 * @param skippedAs the option that a visitor stands for who leaves the question out
 * @param right the option that is right, for a check
 * @param explanation why that is right, for a check
 * @param usedFor what the answer is good for besides the conditions of steps
 */
public record Question(
        String id,
        String section,
        String text,
        @JsonProperty("short") String shortly,
        @Nullable String help,
        Kind kind,
        List<Option> options,
        @Nullable String optionsFrom,
        @Nullable Integer most,
        @Nullable String skippedAs,
        @Nullable String right,
        @Nullable String explanation,
        List<String> citations,
        String whyAsked,
        Set<Use> usedFor,
        List<Source> sources) {
    /** What a condition calls any answer to a check that is given and not right. */
    public static final String WRONG = "wrong";

    /** How it is answered. */
    public enum Kind {
        /** An LEA of the roster, by its code. */
        LEA,
        /** A county of the vocabulary. */
        COUNTY,
        /** One option. */
        SINGLE,
        /** Any number of options. */
        MULTI,
        /** One option, of which one is right. */
        CHECK
    }

    /** What an answer is good for besides the conditions of steps. */
    public enum Use {
        CONTACTS,
        DATES,
        ENTRIES,
        COUNTS
    }

    /** @param alone whether it excludes every other option, such as "none of these" */
    public record Option(String id, String label, boolean alone) {}

    public Question {
        options = Lists.copy(options);
        citations = Lists.copy(citations);
        usedFor = usedFor == null ? Set.of() : Set.copyOf(usedFor);
        sources = Lists.copy(sources);
    }

    public Optional<Option> option(String wanted) {
        return options.stream().filter(option -> option.id().equals(wanted)).findFirst();
    }

    public boolean isCheck() {
        return kind == Kind.CHECK;
    }

    /** Whether more than one option may be chosen. */
    public boolean takesSeveral() {
        return kind == Kind.MULTI;
    }

    /** What a condition may name: the options, and of a check {@value #WRONG}. */
    Set<String> values() {
        var values = options.stream().map(Option::id).collect(Collectors.toSet());
        if (isCheck()) values.add(WRONG);
        return values;
    }
}
