package org.ssos.clearinghouse.pathway;

import java.util.List;
import java.util.stream.Stream;
import org.ssos.clearinghouse.browse.law.RestsOn;
import org.ssos.clearinghouse.content.Catalog;

/** What of the pathways rests on which law. */
public final class PathwayLaw {
    private static final String QUESTIONS = "Questions of pathways";
    private static final String OUTCOMES = "Outcomes of pathways";

    private PathwayLaw() {}

    /** A line for each citation of a question or an outcome. */
    public static List<RestsOn> of(Catalog catalog) {
        var pathways = catalog.part(Pathways.PART);
        var questions = pathways.all().stream()
                .flatMap(pathway -> pathway.questions().stream()
                        .flatMap(question -> question.law().stream()
                                .map(citation ->
                                        new RestsOn(question.question(), pathway.mapPath(), QUESTIONS, citation))));
        var outcomes = pathways.outcomes().stream()
                .flatMap(outcome -> pathways.pathTo(outcome).stream()
                        .flatMap(path -> outcome.law().stream()
                                .map(citation -> new RestsOn(outcome.title(), path, OUTCOMES, citation))));
        return Stream.concat(questions, outcomes).toList();
    }
}
