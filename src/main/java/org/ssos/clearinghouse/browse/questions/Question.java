package org.ssos.clearinghouse.browse.questions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ssos.clearinghouse.entry.Lists;
import org.ssos.clearinghouse.entry.PartialDate;
import org.ssos.clearinghouse.entry.Provenance.Confidence;
import org.ssos.clearinghouse.entry.Source;

/**
 * A question people ask, and its answer.
 *
 * @param order its place inside its topic
 * @param note a doubt about the answer
 * @param citations what the answer rests on: sections of law, or a decision in words
 * @param topics ids of the taxonomy, the main one first
 * @param lawAsOf the day up to which the law was read
 * @param askedOn public pages that ask the same; their answers may describe older rules
 */
public record Question(
        String id,
        int order,
        String question,
        String answer,
        @Nullable String note,
        List<String> citations,
        List<String> topics,
        List<String> audiences,
        PartialDate lawAsOf,
        Confidence confidence,
        List<String> askedOn,
        List<Source> sources) {
    public Question {
        citations = Lists.copy(citations);
        topics = Lists.copy(topics);
        audiences = Lists.copy(audiences);
        askedOn = Lists.copy(askedOn);
        sources = Lists.copy(sources);
    }

    public String path() {
        return "/questions#" + id;
    }
}
