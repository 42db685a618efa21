package org.ssos.clearinghouse.awareness;

import java.util.List;
import java.util.stream.Stream;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.intake.Question.Option;
import org.ssos.clearinghouse.intake.Questionnaire;

/**
 * By what answers are counted, one at a time and never two together. Everybody who is counted is in one row of each, so
 * that the totals of all margins are the same.
 */
enum Margin {
    ROLE("role", "By role"),
    AGENCY("lea-type", "By kind of agency"),
    REGION("region", "By region");

    private static final Option NOT_SAID = new Option("not-said", "Not said", false);

    private final String id;
    private final String label;

    Margin(String id, String label) {
        this.id = id;
        this.label = label;
    }

    String id() {
        return id;
    }

    String label() {
        return label;
    }

    /** In the order in which they are shown. */
    List<Option> rows(Catalog catalog) {
        return Stream.concat(known(catalog), Stream.of(NOT_SAID)).toList();
    }

    private Stream<Option> known(Catalog catalog) {
        return switch (this) {
            case ROLE -> options(Answers.ROLE, catalog);
            case AGENCY -> options(Answers.LEA_TYPE, catalog);
            case REGION ->
                catalog.vocabularies().regions().all().stream()
                        .map(region -> new Option(region.id(), region.name(), false));
        };
    }

    private static Stream<Option> options(String question, Catalog catalog) {
        return catalog.part(Questionnaire.PART).find(question).stream()
                .flatMap(found -> Questionnaire.options(found, catalog).stream());
    }

    /** The row that somebody is in. */
    String rowOf(Answers answers, Catalog catalog) {
        var row = switch (this) {
            case ROLE -> answers.one(Answers.ROLE);
            case AGENCY -> answers.one(Answers.LEA_TYPE);
            case REGION ->
                answers.one(Answers.COUNTY)
                        .flatMap(catalog.vocabularies()::regionOf)
                        .map(region -> region.id());
        };
        return row.orElse(NOT_SAID.id());
    }
}
