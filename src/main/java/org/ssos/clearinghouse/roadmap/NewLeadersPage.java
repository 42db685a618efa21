package org.ssos.clearinghouse.roadmap;

import java.util.List;
import org.ssos.clearinghouse.content.Catalog;
import org.ssos.clearinghouse.intake.Question;
import org.ssos.clearinghouse.intake.Questionnaire;
import org.ssos.clearinghouse.web.Chrome;

/**
 * What the intake and the roadmap are, before somebody begins.
 *
 * @param questions how many are asked at most
 * @param checks how many of them are quick checks of what somebody knows
 * @param steps how many a roadmap can choose from
 */
public record NewLeadersPage(Chrome chrome, int questions, long checks, int steps, List<Sample> samples) {
    static NewLeadersPage of(Chrome chrome, Catalog catalog) {
        var questions = catalog.part(Questionnaire.PART).questions();
        return new NewLeadersPage(
                chrome,
                questions.size(),
                questions.stream().filter(Question::isCheck).count(),
                catalog.part(Steps.PART).all().size(),
                List.of(Sample.values()));
    }
}
