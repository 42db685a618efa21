package org.ssos.clearinghouse.roadmap;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.ssos.clearinghouse.entry.Lists;
import org.ssos.clearinghouse.entry.Source;
import org.ssos.clearinghouse.intake.Condition;
import org.ssos.clearinghouse.intake.Rule;

/**
 * Something to do, as {@code content/roadmap/} holds it.
 *
 * @param id never changes: ticks, notes and calendar entries name it
 * @param forWhom whom it is written for, see {@link Rule}
 * @param todo what to do, in order
 * @param minutes how long it takes, by our own estimate
 * @param topics ids of the taxonomy, by which entries of the directory fit it
 * @param whoHelps ids of {@code content/pathways/contacts.yaml}
 * @param dates ids of {@code content/school-year/}, of a step that comes again each year
 * @param neverWith ids of steps that would contradict this one in the same plan
 */
public record Step(
        String id,
        Phase phase,
        String title,
        @JsonProperty("for") List<Condition> forWhom,
        List<Condition> when,
        List<Condition> alsoWhen,
        String why,
        @JsonProperty("do") List<String> todo,
        int minutes,
        List<String> topics,
        List<String> whoHelps,
        List<String> dates,
        List<String> citations,
        List<String> neverWith,
        List<Source> sources) {
    public Step {
        forWhom = Lists.copy(forWhom);
        when = Lists.copy(when);
        alsoWhen = Lists.copy(alsoWhen);
        todo = List.copyOf(todo);
        topics = Lists.copy(topics);
        whoHelps = Lists.copy(whoHelps);
        dates = Lists.copy(dates);
        citations = Lists.copy(citations);
        neverWith = Lists.copy(neverWith);
        sources = Lists.copy(sources);
    }

    /** Where it is shown among all steps. */
    public String path() {
        return "/new-leaders/steps#" + id;
    }

    /** Who gets it. */
    public Rule rule() {
        return new Rule(forWhom, when, alsoWhen);
    }
}
