package org.ssos.clearinghouse;

import java.util.List;
import org.ssos.clearinghouse.browse.law.LawBook;
import org.ssos.clearinghouse.browse.levels.Levels;
import org.ssos.clearinghouse.browse.questions.Questions;
import org.ssos.clearinghouse.browse.roles.Roles;
import org.ssos.clearinghouse.content.Part;
import org.ssos.clearinghouse.freshness.LinkExceptions;
import org.ssos.clearinghouse.intake.Questionnaire;
import org.ssos.clearinghouse.lea.AssistanceHistory;
import org.ssos.clearinghouse.lea.Roster;
import org.ssos.clearinghouse.lea.Selpas;
import org.ssos.clearinghouse.lea.map.CountyShapes;
import org.ssos.clearinghouse.pathway.Pathways;
import org.ssos.clearinghouse.publishing.ReceiptBook;
import org.ssos.clearinghouse.roadmap.Steps;
import org.ssos.clearinghouse.schoolyear.SchoolYearDates;
import org.ssos.clearinghouse.training.Trainings;
import org.ssos.clearinghouse.vetting.Rubric;

/** What the features read from the content folder besides entries, vocabularies and word lists. */
public final class ContentParts {
    /** Each after those it builds on. */
    public static final List<Part<?>> ALL = List.of(
            LawBook.PART,
            Levels.PART,
            Roles.PART,
            Questions.PART,
            Roster.PART,
            AssistanceHistory.PART,
            Selpas.PART,
            CountyShapes.PART,
            Pathways.PART,
            Trainings.PART,
            SchoolYearDates.PART,
            Questionnaire.PART,
            Steps.PART,
            Rubric.PART,
            ReceiptBook.PART,
            LinkExceptions.PART);

    private ContentParts() {}
}
