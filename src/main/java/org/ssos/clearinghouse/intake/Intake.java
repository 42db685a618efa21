package org.ssos.clearinghouse.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A finished intake.
 *
 * @param start the day on which the plan begins
 * @param mayCount whether the visitor agrees that answers are counted
 * @param run tells one way through the questions from another
 */
public record Intake(Answers answers, LocalDate start, boolean mayCount, Run run) {

    /** A hidden field of a form. */
    public record Field(String name, String value) {}

    /** This intake as the fields of a form, so that a page can hand it on: see {@link Wizard#handedOn}. */
    public List<Field> fields() {
        var fields = new ArrayList<>(fields(answers));
        fields.add(new Field(Sent.START, start.toString()));
        if (mayCount) fields.add(new Field(Sent.COUNT, Sent.YES));
        fields.add(new Field(Sent.RUN, run.number()));
        return fields;
    }

    static List<Field> fields(Answers answers) {
        var fields = new ArrayList<Field>();
        answers.values().forEach((question, values) -> values.forEach(value -> fields.add(new Field(question, value))));
        return fields;
    }
}
