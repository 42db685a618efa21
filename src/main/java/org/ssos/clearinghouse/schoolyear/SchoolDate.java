package org.ssos.clearinghouse.schoolyear;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Lists;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Source;

/**
 * Something that the school year asks for, with the rules for each kind of LEA, those of earlier years among them.
 *
 * @param title what it is called in a calendar
 */
public record SchoolDate(String id, String title, List<Rule> rules) {
    /** What a date rests on. */
    public enum Certainty {
        STATUTE("Set by law", "law"),
        PRACTICE("Set by the state's calendars or by custom", "not in law"),
        INFERRED("Our reading; confirm it", "our reading");

        private final String label;
        private final String mark;

        Certainty(String label, String mark) {
            this.label = label;
            this.mark = mark;
        }

        public String label() {
            return label;
        }

        /** The same in a word or two, beside a date. */
        public String mark() {
            return mark;
        }

        /** As the content writes it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What holds for some kinds of LEA in some years.
     *
     * @param what is due, in a sentence
     * @param from the first school year it holds for; absent where our sources do not say
     * @param until the last one; absent as long as it holds
     * @param textAsOf the day the newest text of the law it cites took effect
     * @param notes what else to know
     * @param doubts what is open
     */
    public record Rule(
            List<LeaKind> kinds,
            String what,
            String who,
            Timing when,
            List<String> citations,
            List<Source> sources,
            @Nullable SchoolYear from,
            @Nullable SchoolYear until,
            @Nullable PartialDate textAsOf,
            Certainty certain,
            List<String> notes,
            List<String> doubts) {
        public Rule {
            kinds = List.copyOf(kinds);
            citations = Lists.copy(citations);
            sources = Lists.copy(sources);
            notes = Lists.copy(notes);
            doubts = Lists.copy(doubts);
        }

        boolean holdsIn(SchoolYear year) {
            return (from == null || from.compareTo(year) <= 0) && (until == null || year.compareTo(until) <= 0);
        }

        boolean sharesYearWith(Rule other) {
            return (from == null || other.until == null || from.compareTo(other.until) <= 0)
                    && (other.from == null || until == null || other.from.compareTo(until) <= 0);
        }

        /** The school years it holds for, in words. */
        public String validity() {
            if (from == null) return until == null ? "In force" : "Until " + until;
            if (until == null) return "Since " + from;
            return from.equals(until) ? "Only in " + from : from + " to " + until;
        }

        private boolean endsBefore(Rule other) {
            return until != null && other.from != null && until.compareTo(other.from) < 0;
        }

        Rule asOf(@Nullable PartialDate newestText) {
            return new Rule(
                    kinds, what, who, when, citations, sources, from, until, newestText, certain, notes, doubts);
        }
    }

    public SchoolDate {
        rules = List.copyOf(rules);
    }

    /** The rule that held for this kind before, where our sources tell it. */
    Optional<Rule> before(Rule rule, LeaKind kind) {
        return rules.stream()
                .filter(other -> other.kinds().contains(kind) && other.endsBefore(rule))
                .max(Comparator.comparing(Rule::from, Comparator.nullsFirst(Comparator.naturalOrder())));
    }
}
