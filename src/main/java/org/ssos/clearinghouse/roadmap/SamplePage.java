package org.ssos.clearinghouse.roadmap;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Answers;
import org.ssos.clearinghouse.intake.Questionnaire;
import org.ssos.clearinghouse.web.Chrome;

/** The roadmap of a made-up leader, by the real planner. */
public record SamplePage(Chrome chrome, Sample sample, PlanView plan, List<Given> given) {
    /** An answer behind the sample. */
    public record Given(String about, String said) {}

    static SamplePage of(Chrome chrome, Sample sample, PlanView plan, Answers answers, Catalog catalog) {
        var given = catalog.part(Questionnaire.PART).questions().stream()
                .filter(question -> !answers.all(question.id()).isEmpty())
                .map(question -> new Given(
                        question.shortly(),
                        answers.all(question.id()).stream()
                                .map(value -> Questionnaire.label(question, value, catalog))
                                .collect(Collectors.joining("; "))))
                .toList();
        return new SamplePage(chrome, sample, plan, given);
    }

    public List<Sample> others() {
        return Arrays.stream(Sample.values()).filter(other -> other != sample).toList();
    }
}
